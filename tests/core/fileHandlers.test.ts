import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { headerText } from '../../shared/article/text.ts';
import { articleToJson, parseArticle } from '../../shared/article/article.ts';
import { formats } from '../../shared/formats/index.ts';
import { deskWithLibrary } from '../support/libraryDesk.ts';
import { someArticle } from '../support/someArticle.ts';

// A picture of one transparent pixel.
const pixel = Uint8Array.from(atob('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'), (character) =>
  character.charCodeAt(0),
);

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
