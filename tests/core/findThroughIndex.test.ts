import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { articleName } from '../../electron/core/fileNames.ts';
import { createLibraryIndex } from '../../electron/core/libraryIndex/libraryIndex.ts';
import { indexPath } from '../../electron/core/libraryIndex/indexKeeper.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { indexWorker } from '../support/indexWorker.ts';
import { shortStory } from '../support/shortStory.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';

/** A library of twenty articles with its index, whose folder counts how often it is listed and its files are read. */
async function indexedDesk() {
  const root = temporaryFolder();
  const userData = temporaryFolder();
  const ports = testPorts();
  const index = createLibraryIndex({
    script: indexWorker,
    userData,
    progress: () => undefined,
    changed: () => undefined,
    looked: () => undefined,
  });
  onTestFinished(() => index.stop());
  const stories = Array.from({ length: 20 }, (_, number) =>
    shortStory({ number, headline: `Story ${String(number)}` }),
  );
  for (const story of stories) writeFileSync(join(root, articleName(story)), articleToBytes(story));
  const { library, articles } = await createLibrary(root, ports, index.finderOf);
  const calls = (name: string) => ports.faulty.calls().filter((call) => call === name).length;
  const [story] = stories;
  if (story === undefined) throw new Error('There is a first story');
  return {
    root,
    userData,
    ports,
    index,
    library,
    articles,
    calls,
    story,
    path: indexPath(userData, library.id),
  };
}

test('an article is opened by its id without listing the folder or reading another file', async () => {
  const { articles, index, library, calls, story } = await indexedDesk();
  index.follow(library);
  await index.settled();
  const [lists, reads] = [calls('list'), calls('read')];
  expect((await articles.open(story.id)).file).toBe(articleName(story));
  expect(calls('list') - lists).toBe(0);
  // Once to see whether it is the one, once to open it.
  expect(calls('read') - reads).toBe(2);
});

test('a new article is made without listing the folder', async () => {
  const { articles, index, library, calls, story } = await indexedDesk();
  index.follow(library);
  await index.settled();
  const lists = calls('list');
  const { article, hash } = await articles.create({ language: 'en' });
  await articles.save({ ...article, section: 'City' }, { hash });
  await articles.duplicate(story.id);
  expect(calls('list') - lists).toBe(0);
  // Its id is somebody's from now on.
  await expect(articles.create(article)).rejects.toMatchObject({ code: 'refused' });
});

test.each([
  ['was never built', () => undefined],
  ['is damaged', (path: string) => writeFileSync(path, 'no database '.repeat(2000))],
  ['was deleted', (path: string) => rmSync(path, { force: true })],
])('an article is opened by its id when the index %s', async (what, spoil) => {
  const { articles, index, library, story, path, root } = await indexedDesk();
  if (what !== 'was never built') {
    index.follow(library);
    await index.settled();
    await index.stop();
  }
  spoil(path);
  expect((await articles.open(story.id)).file).toBe(articleName(story));
  // Whatever it is called.
  renameSync(join(root, articleName(story)), join(root, 'renamed.copydesk'));
  expect((await articles.open(story.id)).file).toBe('renamed.copydesk');
});

test('an article that was renamed a moment ago is found under its new name', async () => {
  const { articles, index, library, story, root } = await indexedDesk();
  index.follow(library);
  await index.settled();
  renameSync(join(root, articleName(story)), join(root, 'renamed.copydesk'));
  expect((await articles.open(story.id)).file).toBe('renamed.copydesk');
  await expect(articles.open('f'.repeat(32))).rejects.toMatchObject({ code: 'not-found' });
});

test('a conflict copy that the index knows is not opened in place of an article that it does not know yet', async () => {
  const { articles, index, library, story, root } = await indexedDesk();
  const file = join(root, articleName(story));
  const copy = articleName(story).replace('.copydesk', '.conflict-20260504T063000000Z-desk.copydesk');
  renameSync(file, join(root, copy));
  index.follow(library);
  await index.settled();
  writeFileSync(file, readFileSync(join(root, copy)));
  expect((await articles.open(story.id)).file).toBe(articleName(story));
});

test('a file that holds another article now is not taken for the one that the index believes it to hold', async () => {
  const { articles, index, library, story, root } = await indexedDesk();
  index.follow(library);
  await index.settled();
  const other = shortStory({ number: 99, headline: 'Another' });
  writeFileSync(join(root, articleName(story)), articleToBytes(other));
  await expect(articles.open(story.id)).rejects.toMatchObject({ code: 'not-found' });
});

test('two files with one id are told, and the batch leaves the copy out', async () => {
  const { articles, index, library, story, root } = await indexedDesk();
  writeFileSync(join(root, 'copy.copydesk'), articleToBytes(story));
  index.follow(library);
  await index.settled();
  const doubles = await articles.doubles();
  expect([...doubles.keys()]).toHaveLength(1);
  expect([...doubles.values()]).toMatchObject([{ problem: { code: 'conflict' } }]);
  expect(await articles.filesOf(story.id)).toHaveLength(2);
});

test('articles that vanish together are asked about, and none of them is written anew', async () => {
  const { articles, index, library, story, root } = await indexedDesk();
  index.follow(library);
  await index.settled();
  const { article, hash } = await articles.open(story.id);
  const names = readdirSync(root).filter((name) => name.endsWith('.copydesk') && name !== '.copydesk');
  for (const name of names) rmSync(join(root, name));
  await expect(articles.save(article, { hash })).rejects.toMatchObject({ code: 'library-missing' });
  expect(articles.vanished()).toEqual({ gone: 20, of: 20 });
  articles.acceptVanished();
  await articles.save(article, { hash });
  expect(articles.vanished()).toBeNull();
});

test('what Copydesk moves to the trash is not missed', async () => {
  const { articles, index, library } = await indexedDesk();
  index.follow(library);
  await index.settled();
  for (const name of (await articles.names()).slice(0, 8)) {
    await articles.trash(name);
    index.look(name);
  }
  await index.settled();
  expect(articles.vanished()).toBeNull();
  expect(await articles.countTrash()).toBe(8);
  expect(await articles.names()).toHaveLength(12);
});

test('a library is listed from memory where no index can be written', async () => {
  const { index, library, userData } = await indexedDesk();
  // A file where the folder of the indexes would be.
  writeFileSync(join(userData, 'index'), '');
  index.follow(library);
  const every = { typed: '', typing: false, sort: 'newest', offset: 0, limit: 50, me: '' } as const;
  expect((await index.page(every, 'a')).count).toBe(20);
});
