import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { defaultLibrary, startLibrary } from '../../electron/core/firstStart.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';

const setUp = () => {
  const documents = temporaryFolder();
  const root = defaultLibrary(documents);
  const start = (given: { configured?: string; fresh?: boolean } = {}) =>
    startLibrary(testPorts(), { configured: '', fresh: true, documents, ...given });
  return { documents, root, start };
};

it('the first start of all makes a library in the documents folder, with one example article', async () => {
  const { root, start } = setUp();
  const { library, articles, example } = await start();
  expect(library.root).toBe(root);
  const entries = await articles.list();
  expect(entries).toMatchObject([{ id: example, problem: null, title: 'The library that lends umbrellas' }]);
  expect(entries[0]?.words).toBeGreaterThan(230);
});

it('the example uses what an article can hold', async () => {
  const { start } = setUp();
  const { articles, example } = await start();
  const { article } = await articles.open(example ?? '');
  const types = article.body.children.map(({ type, textContent }) => textContent !== '' && type.name);
  for (const name of 'kicker headline standfirst byline dateline paragraph heading pullQuote factBox relatedLink'.split(
    ' ',
  ))
    expect(types).toContain(name);
});

it('an empty folder of that name is used like none', async () => {
  const { root, start } = setUp();
  mkdirSync(root);
  expect((await start()).example).not.toBeNull();
});

it('a folder of that name with anything in it becomes the library, without an example', async () => {
  const { root, start } = setUp();
  mkdirSync(root);
  writeFileSync(join(root, 'notes.txt'), 'mine');
  const { articles, example } = await start();
  expect(example).toBeNull();
  expect(await articles.list()).toEqual([]);
  expect(readdirSync(root)).toContain('notes.txt');
});

it('an earlier library is opened again when the settings are lost', async () => {
  const { root, start } = setUp();
  const before = await createLibrary(root, testPorts());
  expect((await start({ fresh: true })).library.id).toBe(before.library.id);
  expect((await start({ fresh: false })).library.id).toBe(before.library.id);
});

it('a configured library that is missing is never made again', async () => {
  const { documents, start } = setUp();
  const configured = join(documents, 'My stories');
  await createLibrary(configured, testPorts());
  rmSync(configured, { recursive: true });
  for (const fresh of [true, false])
    await expect(start({ configured, fresh })).rejects.toMatchObject({ code: 'library-missing' });
  expect(readdirSync(documents)).toEqual([]);
});

it('settings that lost their library make no new one', async () => {
  const { root, start } = setUp();
  await expect(start({ fresh: false })).rejects.toMatchObject({ code: 'library-missing' });
  expect(existsSync(root)).toBe(false);
});
