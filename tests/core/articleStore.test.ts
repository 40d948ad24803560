import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleToJson } from '../../shared/article/article.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { storeDesk as setUp } from '../support/storeDesk.ts';

const article = someArticle();
const file = `ferry-adds-a-late-boat-${article.id}.copydesk`;

describe('save and open', () => {
  it('gives back the article that was saved, with its rev, hash and file', async () => {
    const { articles, ports } = await setUp();
    const saved = await articles.save(article, null);
    expect(saved).toMatchObject({ rev: 1, savedAt: ports.clock.now(), file });
    const opened = await articles.open(article.id);
    expect(opened).toMatchObject({ hash: saved.hash, file, readOnly: null });
    const modified = new Date(saved.savedAt).toISOString();
    expect(articleToJson(opened.article)).toEqual({ ...articleToJson(article), rev: 1, modified });
  });

  it('writes pretty JSON in a fixed order, with what a reader of another version needs', async () => {
    const { articles, textOf } = await setUp();
    await articles.save({ ...article, zebra: 1, section: 'Local' }, null);
    const keys = Object.keys(JSON.parse(textOf(file)) as object);
    expect(keys.join(' ')).toBe(
      'schemaVersion minReader id rev sha256 language section created modified zebra body',
    );
    expect(textOf(file)).toMatch(/^\{\n {2}"schemaVersion": 1,\n/);
    expect(textOf(file).endsWith('}\n')).toBe(true);
  });

  it('counts rev up from what is on the disk', async () => {
    const { articles } = await setUp();
    const first = await articles.save(article, null);
    const second = await articles.save(rewritten(article, 'Two'), first);
    expect(second.rev).toBe(2);
    const third = await articles.save(rewritten(article, 'Three'), second);
    expect(third.rev).toBe(3);
  });

  it('saves of one article wait for each other and the last one stays', async () => {
    const { articles, names } = await setUp();
    let base = await articles.save(article, null);
    const texts = Array.from({ length: 20 }, (_, index) => `Version ${index}`);
    await Promise.all(
      texts.map(async (text) => {
        base = await articles.save(rewritten(article, text), base).catch(() => base);
      }),
    );
    expect((await articles.open(article.id)).hash).toBe(base.hash);
    expect(names().filter((name) => !name.includes('conflict'))).toEqual([file]);
  });

  it('refuses an id that is no id, and an article that is not there', async () => {
    const { articles } = await setUp();
    for (const id of ['../../../etc/passwd', '', 'short', `${'a'.repeat(31)}/`, 'A'.repeat(32)]) {
      await expect(articles.open(id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(articles.save({ ...article, id }, null)).rejects.toMatchObject({ code: 'bad-input' });
    }
    await expect(articles.open('b'.repeat(32))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps fields that it does not know', async () => {
    const { articles } = await setUp();
    const saved = await articles.save({ ...article, cms: { id: 7 } }, null);
    const opened = await articles.open(article.id);
    await articles.save(opened.article, saved);
    expect((await articles.open(article.id)).article['cms']).toEqual({ id: 7 });
  });
});

describe('names', () => {
  it('names the file when it is first saved with a headline, and never again', async () => {
    const { articles, names } = await setUp();
    const first = await articles.save(someArticle({ headline: '' }), null);
    expect(first.file).toBe(`article-${article.id}.copydesk`);
    const named = await articles.save(someArticle({ headline: 'Überraschung am Kai' }), first);
    expect(named.file).toBe(`uberraschung-am-kai-${article.id}.copydesk`);
    const again = await articles.save(someArticle({ headline: 'Another headline' }), named);
    expect(again.file).toBe(named.file);
    expect(names()).toEqual([named.file]);
  });

  it('a headline without ASCII fixes the plain name', async () => {
    const { articles } = await setUp();
    const first = await articles.save(someArticle({ headline: 'नौका देर से' }), null);
    const second = await articles.save(someArticle({ headline: 'In English now' }), first);
    expect(second.file).toBe(`article-${article.id}.copydesk`);
  });

  it('finds a file that a person renamed, and keeps that name', async () => {
    const { articles, root, names } = await setUp();
    const saved = await articles.save(article, null);
    renameSync(join(root, file), join(root, 'My ferry story.copydesk'));
    const again = await articles.save(rewritten(article, 'Two'), saved);
    expect(again.file).toBe('My ferry story.copydesk');
    expect(names()).toEqual(['My ferry story.copydesk']);
  });

  it('a new article never takes the name of a file that holds another one', async () => {
    const { articles, root, textOf } = await setUp();
    const other = await articles.save(someArticle({ digit: 'b' }), null);
    renameSync(join(root, other.file), join(root, file));
    const before = textOf(file);
    const saved = await articles.save(article, null);
    expect(saved.file).not.toBe(file);
    expect(textOf(file)).toBe(before);
  });
});

describe('create and duplicate', () => {
  it('makes an empty article in a language', async () => {
    const { articles } = await setUp();
    const made = await articles.create({ language: 'ar' });
    expect(made.article).toMatchObject({ language: 'ar', direction: 'rtl', rev: 1 });
    expect(made.file).toBe(`article-${made.article.id}.copydesk`);
  });

  it('refuses an article that the library has', async () => {
    const { articles, names } = await setUp();
    await articles.create(article);
    await expect(articles.create(article)).rejects.toMatchObject({ code: 'refused' });
    expect(names()).toEqual([file]);
  });

  it('duplicates the text under a new id, as a draft of its own', async () => {
    const { articles } = await setUp();
    await articles.create({
      ...article,
      slug: 'ferry',
      canonical: 'https://example.org/ferry',
      status: 'usable',
      section: 'Local',
    });
    const copy = await articles.duplicate(article.id);
    expect(copy.article.id).not.toBe(article.id);
    expect(copy.article).toMatchObject({ status: 'draft', section: 'Local', rev: 1 });
    expect(copy.article).not.toHaveProperty('slug');
    expect(copy.article).not.toHaveProperty('canonical');
    expect(copy.article.body.eq(article.body)).toBe(true);
  });
});

describe('trash', () => {
  it('takes an article out of the list and brings it back, byte for byte', async () => {
    const { articles, names, textOf, ports } = await setUp();
    await articles.create(article);
    const before = textOf(file);
    await articles.trash(article.id);
    expect(names()).toEqual([]);
    expect(await articles.list()).toEqual([]);
    expect(await articles.listTrash()).toMatchObject([
      { id: article.id, file, title: 'Ferry adds a late boat', deleted: ports.clock.now() },
    ]);
    const back = await articles.restore(article.id);
    expect(back.file).toBe(file);
    expect(textOf(file)).toBe(before);
    expect(await articles.listTrash()).toEqual([]);
  });

  it('never restores over a file: the restored one gets a name of its own', async () => {
    const { articles, names } = await setUp();
    await articles.create(article);
    await articles.trash(article.id);
    await articles.create(article);
    await articles.restore(article.id);
    expect(names()).toHaveLength(2);
  });

  it('keeps every file that was trashed, even at the same moment', async () => {
    const { articles } = await setUp();
    for (let round = 0; round < 3; round += 1) {
      await articles.create(article);
      await articles.trash(article.id);
    }
    expect(await articles.listTrash()).toHaveLength(3);
  });

  it('takes a file that cannot be read, by its name', async () => {
    const { articles, root, names } = await setUp();
    writeFileSync(join(root, 'notes.copydesk'), 'no JSON');
    const name = await articles.trash('notes.copydesk');
    expect(names()).toEqual([]);
    await expect(articles.restore(name)).rejects.toMatchObject({ code: 'damaged' });
    expect(names()).toEqual(['notes.copydesk']);
  });

  it('says what is not there', async () => {
    const { articles } = await setUp();
    await expect(articles.trash('b'.repeat(32))).rejects.toMatchObject({ code: 'not-found' });
    await expect(articles.restore('b'.repeat(32))).rejects.toMatchObject({ code: 'not-found' });
  });
});
