import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflictOf, idInName } from '../../electron/core/conflictOf.ts';
import { articleName, conflictName } from '../../electron/core/fileNames.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';

const article = someArticle();
const name = articleName(article);
const stem = name.slice(0, -'.copydesk'.length);
const file = (added: string) => `${stem}${added}.copydesk`;

const copies = [
  ['Copydesk', '.conflict-20260504T063000000Z-test-desk'],
  ['Syncthing', '.sync-conflict-20260504-063000-ABC2DEF'],
  ['Syncthing', '.sync-conflict-20260504-063000'],
  ['Dropbox', " (Night Desk's conflicted copy 2026-05-04)"],
  ['Dropbox', ' (Night Desk’s conflicted copy 2026-05-04 (2))'],
  ['Dropbox', " (desk (old)'s conflicted copy 2026-05-04)"],
  ['Dropbox', ' (conflicted copy 2026-05-04 063000)'],
  ['Dropbox', ' (Case Conflict)'],
  ['Dropbox', ' (Case Conflict 1)'],
  ['OneDrive', '-NEWSROOM-PC'],
  ['OneDrive', '-NEWSROOM-PC-2'],
  ['OneDrive', '-Desk7'],
] as const;

describe('a name', () => {
  it.each(copies)('%s: %s', (maker, added) => {
    expect(conflictOf(file(added))).toEqual({ maker, original: name });
    expect(idInName(file(added))).toBe(article.id);
  });

  it('that a person gave keeps its original’s name', () => {
    expect(conflictOf('My story.sync-conflict-20260504-063000-ABC2DEF.copydesk')?.original).toBe(
      'My story.copydesk',
    );
    expect(conflictOf("My story (A's conflicted copy 2026-05-04).copydesk")?.original).toBe(
      'My story.copydesk',
    );
  });

  it('of a copy of a copy is of the first', () => {
    for (const [, inner] of copies)
      for (const [maker, outer] of copies.filter(([one]) => one !== 'OneDrive'))
        expect(conflictOf(file(`${inner}${outer}`))).toEqual({ maker, original: name });
  });

  it.each([
    name,
    `article-${article.id}.copydesk`,
    `${article.id}.copydesk`,
    'My story.copydesk',
    'My story-LAPTOP.copydesk',
    'The conflict (part 2).copydesk',
    'A conflicted copy of history.copydesk',
    `telecommunications-giant-${article.id}.copydesk`,
    'telecommunications-Berlin.copydesk',
    `why-cooperatives-internationally-${article.id}.copydesk`,
    '.conflict-20260504T063000000Z-x.copydesk',
    `notes.sync-conflict-20260504-063000-ABC2DEF.txt`,
    '',
  ])('%s is no copy', (plain) => {
    expect(conflictOf(plain)).toBeNull();
  });

  it('of any article is no copy, and that of its conflict copy is one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9a-z]{16,32}$/), (headline, id) => {
        const any = { ...someArticle({ headline }), id };
        expect(conflictOf(articleName(any))).toBeNull();
        expect(conflictOf(conflictName(any, Date.UTC(2026, 4, 4), headline))).toEqual({
          maker: 'Copydesk',
          original: articleName(any),
        });
        expect(idInName(articleName(any))).toBe(id);
      }),
    );
  });

  it('made to be hard to read is read at once', () => {
    for (const long of [
      '('.repeat(50_000),
      ' (conflicted copy'.repeat(5_000),
      '-A'.repeat(50_000),
      '('.repeat(9) + ' '.repeat(50_000),
    ])
      expect(conflictOf(`${long}.copydesk`)).toBeNull();
  });
});

describe('a library', () => {
  it.each(copies)('lists the copy of %s (%s) as a version of its article', async (maker, added) => {
    const root = temporaryFolder();
    const { articles } = await createLibrary(root, testPorts());
    await articles.save(article, null);
    const copy = file(added);
    // A copy with a higher rev: the article is the one to open all the same.
    const other = await createLibrary(temporaryFolder(), testPorts());
    const base = await other.articles.save(rewritten(article, 'Theirs'), null);
    await other.articles.save(rewritten(article, 'Theirs, later'), base);
    writeFileSync(join(root, copy), readFileSync(join(other.library.root, base.file)));
    const entries = await articles.list();
    expect(entries.map((entry) => entry.id)).toEqual([article.id, article.id]);
    for (const { versions } of entries) expect(versions).toEqual([name, copy]);
    expect(entries.find((entry) => entry.file === copy)?.problem).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(maker === 'Copydesk' ? 'Another version' : maker),
    });
    expect((await articles.open(article.id)).file).toBe(name);
  });

  it('knows a copy that cannot be read by its name, and takes no copy for the article that is gone', async () => {
    const root = temporaryFolder();
    const { articles } = await createLibrary(root, testPorts());
    await articles.save(article, null);
    const copy = file(' (Case Conflict)');
    mkdirSync(join(root, 'elsewhere'));
    writeFileSync(join(root, copy), 'cut');
    expect((await articles.list()).map(({ versions }) => versions)).toEqual([
      [name, copy],
      [name, copy],
    ]);
    renameSync(join(root, name), join(root, 'elsewhere', name));
    await expect(articles.open(article.id)).rejects.toMatchObject({ code: 'damaged' });
    expect(readdirSync(root)).toContain(copy);
  });
});
