import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { conflictOf } from '../../electron/core/conflictOf.ts';
import { isArticleName } from '../../electron/core/fileNames.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { messageOf } from '../../shared/error.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { storeDesk } from '../support/storeDesk.ts';

const id = 'a'.repeat(32);
const text = (words: string) => rewritten(someArticle(), words);

/** An article that a window has as `base`, and all places where a text may be. */
async function desk() {
  const { articles, root } = await storeDesk();
  const base = await articles.create(text('Begun.'));
  const path = join(root, base.file);
  const texts = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /[^/]\.copydesk$/.test(name))
      .map((name) => readFileSync(join(root, folder, name), 'utf8'));
  return {
    articles,
    base,
    path,
    root,
    history: () => texts('.copydesk/history').join('\n'),
    trash: () => texts('.copydesk/trash').join('\n'),
    files: () => readdirSync(root).filter(isArticleName),
    change: (words: string) => writeFileSync(path, articleToBytes(text(words))),
    aside: (words: string) => {
      const file = base.file.replace('.copydesk', '.sync-conflict-20260504-063000-ABCDEF2.copydesk');
      writeFileSync(join(root, file), articleToBytes(text(words)));
      return file;
    },
  };
}
type Desk = Awaited<ReturnType<typeof desk>>;

/** A refused save of “Mine.”, and what the person sees of the other version. */
async function refused({ articles, base, change }: Desk) {
  change('Theirs.');
  const refusal = await articles.save(text('Mine.'), base).catch(messageOf);
  expect(refusal).toContain('your text was kept as');
  const { disk, file, hash } = await articles.standing(id, base);
  expect(disk).toBe('changed');
  return { mine: text('Mine.'), base, theirs: { file, hash } };
}

test('a touch is no change, and neither is the same text under another name', async () => {
  const { articles, base, root, path } = await desk();
  writeFileSync(path, readFileSync(path));
  expect(await articles.standing(id, base)).toMatchObject({ disk: 'same', beside: [], problem: null });
  renameSync(path, join(root, 'my ferry story.copydesk'));
  expect(await articles.standing(id, base)).toMatchObject({ disk: 'same', file: 'my ferry story.copydesk' });
});

test('a file that another program changed, damaged or removed is told, and who wrote for this process', async () => {
  const one = await desk();
  one.change('Theirs.');
  expect(await one.articles.standing(id, one.base)).toMatchObject({ disk: 'changed', ours: false });
  writeFileSync(one.path, '');
  expect(await one.articles.standing(id, one.base)).toMatchObject({
    disk: 'changed',
    problem: { code: 'damaged' },
  });
  renameSync(one.path, join(one.root, 'away.txt'));
  expect(await one.articles.standing(id, one.base)).toMatchObject({ disk: 'gone', file: '' });
  const two = await desk();
  await two.articles.save(text('Other window.'), two.base);
  expect(await two.articles.standing(id, two.base)).toMatchObject({ disk: 'changed', ours: true });
});

test('a copy that a sync tool put aside is told with its maker, one with the same text is not', async () => {
  const { articles, base, aside } = await desk();
  const file = aside('Theirs.');
  expect(await articles.standing(id, base)).toMatchObject({
    disk: 'same',
    beside: [{ file, maker: 'Syncthing' }],
  });
  // Who opened the copy is in the copy.
  const copy = await articles.open(file);
  expect(await articles.standing(id, copy)).toMatchObject({ disk: 'same', file, beside: [] });
  await articles.save(text('Theirs, and on.'), copy);
  expect(await articles.standing(id, base)).toMatchObject({ disk: 'same', file: base.file });
});

test('mine is kept: it is the article, theirs is in the history, the copy in the trash', async () => {
  const it = await desk();
  const opened = await it.articles.settle({ ...(await refused(it)), keep: 'mine' });
  expect(opened.file).toBe(it.base.file);
  expect(readFileSync(it.path, 'utf8')).toContain('Mine.');
  expect(it.history()).toContain('Theirs.');
  expect(it.files()).toEqual([it.base.file]);
  expect(it.trash()).toContain('Mine.');
});

test('theirs is kept: the file has it as it was, and mine is in the history', async () => {
  const it = await desk();
  const decision = await refused(it);
  const before = readFileSync(it.path);
  const opened = await it.articles.settle({ ...decision, keep: 'theirs' });
  expect(readFileSync(it.path)).toEqual(before);
  expect(opened.hash).toBe(decision.theirs.hash);
  expect(it.history()).toContain('Mine.');
  expect(it.files()).toEqual([it.base.file]);
});

test('both are kept: mine is an article of its own', async () => {
  const it = await desk();
  const { article, file } = await it.articles.settle({ ...(await refused(it)), keep: 'both' });
  expect(article.id).not.toBe(id);
  expect(readFileSync(join(it.root, file), 'utf8')).toContain('Mine.');
  expect(readFileSync(it.path, 'utf8')).toContain('Theirs.');
  expect(it.files().toSorted()).toEqual([it.base.file, file].toSorted());
});

test.each([
  ['mine', 'Mine.', 'Theirs.'],
  ['theirs', 'Theirs.', 'Mine.'],
] as const)(
  'a copy beside: %s is kept as the article, the other in the history',
  async (keep, stays, goes) => {
    const it = await desk();
    const base = { ...it.base, ...(await it.articles.save(text('Mine.'), it.base)) };
    const file = it.aside('Theirs.');
    const [theirs] = (await it.articles.standing(id, base)).beside;
    expect(theirs?.file).toBe(file);
    const decision = { mine: text('Mine.'), base, theirs: { file, hash: theirs?.hash ?? '' }, keep };
    await it.articles.settle(decision);
    expect(readFileSync(it.path, 'utf8')).toContain(stays);
    expect(it.history()).toContain(goes);
    expect(it.files()).toEqual([base.file]);
  },
);

test('a copy beside becomes an article of its own, and the sheet stays', async () => {
  const it = await desk();
  const file = it.aside('Theirs.');
  const [theirs] = (await it.articles.standing(id, it.base)).beside;
  const decision = { mine: text('Begun.'), base: it.base, theirs: { file, hash: theirs?.hash ?? '' } };
  const { article } = await it.articles.settle({ ...decision, keep: 'both' });
  expect(article.id).toBe(id);
  const titles = await it.articles.list();
  expect(titles.filter(({ problem }) => problem === null)).toHaveLength(2);
  expect(it.files().some((name) => conflictOf(name) !== null)).toBe(false);
});

test('what was changed again since the person looked is not decided about', async () => {
  const it = await desk();
  const decision = await refused(it);
  it.change('Theirs, and more.');
  for (const keep of ['mine', 'theirs', 'both'] as const)
    await expect(it.articles.settle({ ...decision, keep })).rejects.toMatchObject({ code: 'conflict' });
  expect(readFileSync(it.path, 'utf8')).toContain('Theirs, and more.');
  expect(it.files()).toHaveLength(2);
});

test('mine is kept over a damaged file: that one is in the trash, as it was', async () => {
  const it = await desk();
  writeFileSync(it.path, '{ "cut": ');
  await it.articles.save(text('Mine.'), it.base).catch(() => undefined);
  const { file, hash } = await it.articles.standing(id, it.base);
  const opened = await it.articles.settle({
    mine: text('Mine.'),
    base: it.base,
    theirs: { file, hash },
    keep: 'mine',
  });
  expect(readFileSync(join(it.root, opened.file), 'utf8')).toContain('Mine.');
  expect(it.trash()).toContain('{ "cut": ');
  expect(it.files()).toEqual([opened.file]);
});

test('a base that a sync tool put aside is gone on with there, and asked about: nothing is written over theirs', async () => {
  const it = await desk();
  const saved = await it.articles.save(text('Mine.'), it.base);
  const aside = it.aside('');
  renameSync(it.path, join(it.root, aside));
  it.change('Theirs.');
  const base = { ...it.base, ...saved };
  await expect(it.articles.save(text('Mine, and on.'), base)).rejects.toMatchObject({ code: 'conflict' });
  expect(readFileSync(join(it.root, aside), 'utf8')).toContain('Mine, and on.');
  expect(it.files()).toHaveLength(2);
  const { file, hash } = await it.articles.standing(id, base);
  await it.articles.settle({ mine: text('Mine, and on.'), base, theirs: { file, hash }, keep: 'mine' });
  expect(readFileSync(it.path, 'utf8')).toContain('Mine, and on.');
  expect(it.history()).toContain('Theirs.');
  expect(it.files()).toEqual([it.base.file]);
});
