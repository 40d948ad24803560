import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleToJson, parseArticle } from '../../shared/article/article.ts';
import { fakeDesk } from '../support/fakeDesk.ts';
import { deskWithLibrary } from '../support/libraryDesk.ts';
import { png } from '../support/pictures.ts';
import { someArticle, rewritten } from '../support/someArticle.ts';
import { saving } from '../support/saving.ts';

test('an article is made, saved, listed, opened again, trashed and restored', async () => {
  const { call, listed } = await deskWithLibrary();
  const made = await call('article:create', { article: null });
  const { id } = made.article;
  expect(made).toMatchObject({ readOnly: null, elsewhere: 0 });
  const draft = { ...parseArticle(made.article), body: someArticle({ headline: 'Late boat' }).body };
  const saved = await call('article:save', saving(articleToJson(draft), made.hash));
  expect(saved.rev).toBeGreaterThan(0);
  expect(await call('library:state', null)).toMatchObject({ problem: null, empty: false, trashed: 0 });
  expect(await listed()).toMatchObject([{ id, title: 'Late boat' }]);
  const opened = await call('article:open', { id });
  expect(opened.hash).toBe(saved.hash);
  await call('article:trash', { id });
  expect(await call('library:state', null)).toMatchObject({ trashed: 1 });
  expect(await listed()).toEqual([]);
  const [trashed] = await call('library:trash', null);
  expect(trashed).toMatchObject({ id, title: 'Late boat' });
  await call('article:restore', { file: trashed?.name ?? '' });
  expect(await call('library:state', null)).toMatchObject({ trashed: 0 });
  expect(await listed()).toMatchObject([{ id }]);
});

test('a save on an older version is a conflict, and says so', async () => {
  const { call } = await deskWithLibrary();
  const made = await call('article:create', { article: articleToJson(someArticle()) });
  const draft = (text: string) => articleToJson(rewritten(parseArticle(made.article), text));
  await call('article:save', saving(draft('first'), made.hash));
  const second = call('article:save', saving(draft('second'), made.hash));
  await expect(second).rejects.toMatchObject({ code: 'conflict' });
});

test('the other windows hear of a save and of a removal; the one that did it does not', async () => {
  const { call, window, openWindow } = await deskWithLibrary();
  const other = openWindow();
  const { article, hash } = await call('article:create', { article: null });
  const saved = await call('article:save', saving(article, hash));
  await call('article:trash', { id: article.id });
  const changes = (one: typeof window) => one.heard.filter(({ name }) => name === 'article:changed');
  expect(changes(other).map(({ value }) => value)).toEqual([
    { id: article.id, hash: saved.hash },
    { id: article.id, hash: '' },
  ]);
  expect(changes(window)).toEqual([]);
});

test('a copy of an article is another article', async () => {
  const { call, listed } = await deskWithLibrary();
  const { article } = await call('article:create', { article: null });
  const copy = await call('article:duplicate', { id: article.id });
  expect(copy.article.id).not.toBe(article.id);
  expect(await listed()).toHaveLength(2);
});

test('a library folder that is missing is listed as such, and no call makes it', async () => {
  const { openWindow, ports, root } = fakeDesk();
  const { call } = openWindow().connection;
  expect(await call('library:state', null)).toMatchObject({
    root,
    id: '',
    problem: { code: 'library-missing' },
  });
  await expect(call('article:create', { article: null })).rejects.toMatchObject({ code: 'library-missing' });
  await expect(call('media:add', { name: 'x.png', bytes: png(1, 1) })).rejects.toMatchObject({
    code: 'library-missing',
  });
  expect(await ports.files.stat(root)).toBe(null);
});

test('a library that was replaced under the window is not written', async () => {
  const { call, root } = await deskWithLibrary();
  const { article, hash } = await call('article:create', { article: null });
  const identity = join(root, '.copydesk', 'library.json');
  const json: unknown = JSON.parse(readFileSync(identity, 'utf8'));
  writeFileSync(identity, JSON.stringify({ ...Object(json), id: '0'.repeat(32) }));
  await expect(call('article:save', saving(article, hash))).rejects.toMatchObject({
    code: 'library-replaced',
  });
});

test('a file that cannot be opened is listed with its reason and never written', async () => {
  const { call, root, listed } = await deskWithLibrary();
  const file = 'torn.copydesk';
  writeFileSync(join(root, file), '{"schemaVersion": 1, "id"');
  expect(await listed()).toMatchObject([{ file, problem: { code: 'damaged' } }]);
  await expect(call('article:open', { file })).rejects.toMatchObject({ code: 'damaged' });
  await call('library:reveal', { file });
  expect(readFileSync(join(root, file), 'utf8')).toBe('{"schemaVersion": 1, "id"');
});

test('choosing another library saves everything first, empties the windows and is remembered', async () => {
  const { call, window, answers, folder, application } = await deskWithLibrary();
  window.connection.on(
    'window:flush',
    ({ request }) => void call('window:flushed', { request, ok: true, message: '' }),
  );
  answers.path = join(folder, 'other');
  expect(await call('library:choose', null)).toBe(answers.path);
  expect(window.heard.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['window:flush', 'article:show']),
  );
  expect(application.settings.get().library).toBe(answers.path);
  expect(await call('library:state', null)).toMatchObject({ root: answers.path, problem: null });
  application.library.stop();
});

test('the library stays when a window cannot save, or when nobody chooses', async () => {
  const { call, window, answers, folder, application, root } = await deskWithLibrary();
  expect(await call('library:choose', null)).toBe(null);
  const message = 'The disk is full.';
  window.connection.on(
    'window:flush',
    ({ request }) => void call('window:flushed', { request, ok: false, message }),
  );
  answers.path = join(folder, 'other');
  await expect(call('library:choose', null)).rejects.toThrow(message);
  expect(application.library.root()).toBe(root);
});

test.each([
  '../secret.copydesk',
  'a/b.copydesk',
  '..',
  '.copydesk',
  'C:\\x.copydesk',
  '/etc/passwd',
  'media',
])('shows nothing outside the library: %s', async (file) => {
  const { call, asked } = await deskWithLibrary();
  await expect(call('library:reveal', { file })).rejects.toMatchObject({
    code: expect.stringMatching(/bad-input|not-found/),
  });
  expect(asked).toEqual([]);
});
