import { chmodSync, linkSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../shared/article/text.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { storeDesk as setUp } from '../support/storeDesk.ts';

const article = someArticle();
const file = `ferry-adds-a-late-boat-${article.id}.copydesk`;

describe('a file that changed since it was opened', () => {
  it('is never overwritten: the draft is kept in a copy that the error names', async () => {
    const { articles, root, names, textOf } = await setUp();
    const base = await articles.save(article, null);
    writeFileSync(join(root, file), textOf(file).replace('"en"', '"fr"'));
    const theirs = textOf(file);
    const mine = rewritten(article, 'Mine');
    const error = await articles.save(mine, base).catch((thrown: unknown) => thrown);
    const copy = names().find((name) => name.includes('.conflict-')) ?? '';
    expect(copy).toMatch(/^ferry-adds-a-late-boat-a{32}\.conflict-20260601T120000000Z-test-desk\.copydesk$/);
    expect(error).toMatchObject({ code: 'conflict', message: expect.stringContaining(copy) });
    expect(textOf(file)).toBe(theirs);
    expect((await articles.open(copy)).article.body.eq(mine.body)).toBe(true);
  });

  it('is noticed under the same size and time', async () => {
    const { articles, root, textOf } = await setUp();
    const base = await articles.save(article, null);
    writeFileSync(join(root, file), textOf(file).replace('hour', 'year'));
    await expect(articles.save(rewritten(article, 'Mine'), base)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is no conflict when it was only touched', async () => {
    const { articles, root, textOf } = await setUp();
    const base = await articles.save(article, null);
    writeFileSync(join(root, file), textOf(file));
    await expect(articles.save(rewritten(article, 'Mine'), base)).resolves.toMatchObject({ rev: 2 });
  });

  it('typing on keeps one copy, with the newest text', async () => {
    const { articles, root, names, textOf } = await setUp();
    const base = await articles.save(article, null);
    writeFileSync(join(root, file), textOf(file).replace('hour', 'year'));
    for (const text of ['One', 'One two', 'One two three'])
      await articles.save(rewritten(article, text), base).catch(() => undefined);
    const copies = names().filter((name) => name.includes('.conflict-'));
    expect(copies).toHaveLength(1);
    expect(textOf(copies[0] ?? '')).toContain('One two three');
  });

  it('a change between reading and renaming is looked at again', async () => {
    const { articles, root, ports, textOf } = await setUp();
    const base = await articles.save(article, null);
    const changed = textOf(file).replace('hour', 'year');
    // The clock's next look is the moment of the save: somebody else writes just then.
    const { now } = ports.clock;
    let calls = 0;
    Object.assign(ports.clock, {
      now: () => {
        if ((calls += 1) === 1) writeFileSync(join(root, file), changed);
        return now();
      },
    });
    await expect(articles.save(rewritten(article, 'Mine'), base)).rejects.toMatchObject({ code: 'conflict' });
    expect(textOf(file)).toBe(changed);
  });

  it('a save that was not acknowledged is no conflict when it is tried again', async () => {
    const { articles, ports, names } = await setUp();
    const base = await articles.save(article, null);
    ports.faulty.inject({ call: 'syncFolder', fault: 'EIO' });
    await expect(articles.save(rewritten(article, 'Two'), base)).rejects.toMatchObject({
      code: 'write-failed',
    });
    await expect(articles.save(rewritten(article, 'Three'), base)).resolves.toMatchObject({ rev: 3 });
    expect(names()).toEqual([file]);
  });

  it('a file that vanished is written again: the text is not lost with it', async () => {
    const { articles, root, names } = await setUp();
    const base = await articles.save(article, null);
    renameSync(join(root, file), join(temporaryFolder(), file));
    await articles.save(rewritten(article, 'Two'), base);
    expect(names()).toEqual([file]);
  });
});

describe('what must not be written', () => {
  it.each([
    ['damaged', false, (text: string) => text.slice(0, 400)],
    ['unknown node', true, (text: string) => text.replace('"paragraph"', '"hologram"')],
    [
      'unknown mark',
      true,
      (text: string) => text.replace('"type": "text"', '"type": "text", "marks": [{"type": "glow"}]'),
    ],
    [
      'unknown attribute',
      true,
      (text: string) => text.replace('"paragraph"', '"paragraph", "attrs": {"glow": 1}'),
    ],
    ['newer', true, (text: string) => text.replace('"schemaVersion": 1', '"schemaVersion": 2')],
    ['no article', false, () => '{"name": "package"}'],
  ])('%s: stays as it is, and the draft lies beside it', async (_, canBeRead, spoil) => {
    const { articles, root, names, textOf } = await setUp();
    const base = await articles.save(article, null);
    const spoilt = spoil(textOf(file));
    writeFileSync(join(root, file), spoilt);
    const opening = articles.open(article.id);
    if (canBeRead) {
      const opened = await opening;
      expect(opened.readOnly?.message).toContain('opens read-only');
      expect(plainText(opened.article.body)).toContain('an hour later');
      await expect(articles.save(opened.article, opened)).rejects.toMatchObject({ code: 'read-only' });
      await expect(articles.duplicate(article.id)).rejects.toThrow('not duplicated');
    } else await expect(opening).rejects.toMatchObject({ message: expect.stringContaining(file) });
    await expect(articles.save(rewritten(article, 'Mine'), base)).rejects.toMatchObject({ code: 'conflict' });
    await expect(articles.save(rewritten(article, 'Mine'), null)).rejects.toMatchObject({ code: 'conflict' });
    expect(textOf(file)).toBe(spoilt);
    expect(names().length).toBeGreaterThan(1);
  });

  it('a text that does not match its checksum opens read-only', async () => {
    const { articles, root, textOf } = await setUp();
    await articles.save(article, null);
    writeFileSync(join(root, file), textOf(file).replace('hour', 'year'));
    const opened = await articles.open(article.id);
    expect(opened.readOnly).toMatchObject({ code: 'damaged' });
    await expect(articles.save(opened.article, opened)).rejects.toMatchObject({ code: 'read-only' });
    const copy = await articles.duplicate(article.id);
    expect(copy).toMatchObject({ readOnly: null });
    expect(copy.article.body.eq(opened.article.body)).toBe(true);
  });

  it('a file marked read-only, and one with a second name, open read-only', async () => {
    const { articles, root } = await setUp();
    const one = await articles.save(article, null);
    const two = await articles.save(someArticle({ digit: 'b' }), null);
    chmodSync(join(root, one.file), 0o444);
    linkSync(join(root, two.file), join(temporaryFolder(), 'second'));
    for (const [id, code, base] of [
      [article.id, 'read-only', one],
      ['b'.repeat(32), 'refused', two],
    ] as const) {
      const opened = await articles.open(id);
      expect(opened.readOnly).toMatchObject({ code });
      await expect(articles.save(opened.article, base)).rejects.toMatchObject({ code: 'read-only' });
    }
  });

  it('a link is neither followed nor replaced', async () => {
    const { articles, root } = await setUp();
    const base = await articles.save(article, null);
    const outside = join(temporaryFolder(), 'outside');
    renameSync(join(root, file), outside);
    symlinkSync(outside, join(root, file));
    const before = readFileSync(outside, 'utf8');
    await expect(articles.open(article.id)).rejects.toMatchObject({ code: 'refused' });
    await expect(articles.save(rewritten(article, 'Two'), base)).rejects.toMatchObject({ code: 'refused' });
    expect(readFileSync(outside, 'utf8')).toBe(before);
  });
});
