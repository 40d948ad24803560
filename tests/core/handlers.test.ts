import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { headerText } from '../../shared/article/text.ts';
import { articleToJson, parseArticle } from '../../shared/article/article.ts';
import { formats } from '../../shared/formats/index.ts';
import { fakeDesk } from '../support/fakeDesk.ts';
import { someArticle, rewritten } from '../support/someArticle.ts';
import { saving } from '../support/saving.ts';

// A picture of one transparent pixel.
const pixel = Uint8Array.from(atob('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'), (character) =>
  character.charCodeAt(0),
);

/** A desk whose library exists, and one window. */
async function deskWithLibrary() {
  const desk = fakeDesk();
  await createLibrary(desk.root, desk.ports);
  const window = desk.openWindow();
  onTestFinished(() => desk.application.index.stop());
  onTestFinished(() => desk.application.library.stop());
  return {
    ...desk,
    window,
    call: window.connection.call,
    listed: async () => (await desk.application.library.open()).articles.list(),
  };
}

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
  await expect(call('media:add', { name: 'x.gif', bytes: pixel })).rejects.toMatchObject({
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

test('a picture is added from bytes or from a chosen file, and a file that is none is refused', async () => {
  const { call, answers, folder } = await deskWithLibrary();
  const added = await call('media:add', { name: 'dot.gif', bytes: pixel });
  expect(added).toMatchObject({ width: 1, height: 1 });
  expect(await call('media:pick', null)).toBe(null);
  answers.path = join(folder, 'dot.gif');
  writeFileSync(answers.path, pixel);
  expect(await call('media:pick', null)).toEqual(added);
  writeFileSync(answers.path, 'no picture');
  await expect(call('media:pick', null)).rejects.toMatchObject({ code: 'refused' });
  answers.path = join(folder, 'gone.gif');
  await expect(call('media:pick', null)).rejects.toThrow(/gone\.gif/);
});

test('an article is exported where the person says, with its progress, in the bytes of its format', async () => {
  const { call, answers, folder, asked, window } = await deskWithLibrary();
  const article = someArticle({ headline: 'Ferry: late?' });
  const input = { article: articleToJson(article), format: 'html' };
  expect(await call('export:save', input)).toBe(null);
  answers.path = join(folder, 'out.html');
  expect(await call('export:save', input)).toEqual({ path: answers.path, media: [], warnings: [] });
  const theme = { id: 'broadsheet', css: 'p { margin: 0 }' };
  const html = formats.find(({ id }) => id === 'html');
  expect(readFileSync(answers.path, 'utf8')).toBe(html?.render(article, { theme }));
  expect(window.heard).toContainEqual({
    name: 'export:progress',
    value: { done: 0, of: 1, file: 'out.html' },
  });
  expect(asked[0]?.value).toMatchObject({ path: expect.stringMatching(/ferry-late\.html$/) });
  await expect(call('export:save', { ...input, format: 'papyrus' })).rejects.toMatchObject({
    code: 'bad-input',
  });
});

test('the next dialog starts in the folder of the last one', async () => {
  const { call, answers, folder, asked } = await deskWithLibrary();
  const other = join(folder, 'desk');
  mkdirSync(other);
  answers.path = join(other, 'out.html');
  const input = { article: articleToJson(someArticle()), format: 'html' };
  await call('export:save', input);
  await call('export:save', input);
  const paths = asked.map(({ value }) => (value as { path: string }).path); // a file question
  expect(paths.map((path) => path.startsWith(other))).toEqual([false, true]);
});

test('a file to import is read, and one that is no copy is refused', async () => {
  const { call, answers, folder } = await deskWithLibrary();
  expect(await call('import:choose', null)).toBe(null);
  await expect(call('import:read', { chosen: 0 })).rejects.toMatchObject({ code: 'bad-input' });
  answers.path = join(folder, 'story.txt');
  writeFileSync(answers.path, Buffer.from('\ufeffDéjà vu', 'utf16le'));
  expect(await call('import:choose', null)).toEqual({ names: ['story.txt'] });
  const read = await call('import:read', { chosen: 0 });
  expect(headerText(parseArticle(read.article).body, 'headline')).toBe('Déjà vu');
  expect(read.receipt).toMatchObject({ source: 'story.txt', plain: 'Déjà vu' });
  writeFileSync(answers.path, Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 1, 0]));
  await expect(call('import:read', { chosen: 0 })).rejects.toMatchObject({
    code: 'refused',
    message: '“story.txt” was not read: it is not a text file. It is untouched.',
  });
});

test('a file that is kept becomes an article of the library, with its first version', async () => {
  const { call } = await deskWithLibrary();
  const bytes = new TextEncoder().encode('Night ferry returns\n\nThe boat leaves at midnight.\n');
  const kept = await call('import:keep', { name: 'ferry.txt', bytes });
  expect(kept.title).toBe('Night ferry returns');
  const { article } = await call('article:open', { id: kept.id });
  expect(parseArticle(article).body.textContent).toContain('The boat leaves at midnight.');
  expect((await call('history:list', { id: kept.id })).map(({ reason }) => reason)).toContain('import');
});

test('a copy is saved outside the library only, and the waiting close is told', async () => {
  const { call, answers, folder, root, asked } = await deskWithLibrary();
  const article = articleToJson(someArticle());
  expect(await call('article:saveCopy', { article })).toBe(null);
  answers.path = join(root, 'copy.copydesk');
  await expect(call('article:saveCopy', { article })).rejects.toMatchObject({ code: 'refused' });
  answers.path = join(folder, 'copy.copydesk');
  expect(await call('article:saveCopy', { article })).toEqual({ path: answers.path });
  expect(JSON.parse(readFileSync(answers.path, 'utf8'))).toMatchObject({ id: article.id });
  const told = asked.filter(({ what }) => what === 'copySaved').map(({ value }) => value);
  expect(told).toEqual([false, false, true].map((saved) => ({ window: 1, saved })));
});

test('an export that cannot be written names the file and leaves nothing', async () => {
  const { call, answers, folder } = await deskWithLibrary();
  writeFileSync(join(folder, 'file'), '');
  answers.path = join(folder, 'file', 'out.html');
  const before = readdirSync(folder);
  const input = { article: articleToJson(someArticle()), format: 'html' };
  await expect(call('export:save', input)).rejects.toThrow(/out\.html/);
  expect(readdirSync(folder)).toEqual(before);
});
