import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleToJson } from '../../shared/article/article.ts';
import { deskWithLibrary } from '../support/libraryDesk.ts';
import { someArticle } from '../support/someArticle.ts';

type Desk = Awaited<ReturnType<typeof deskWithLibrary>>;

const save = ({ call }: Desk) =>
  call('export:save', { article: articleToJson(someArticle()), format: 'html' });

test('copied for a CMS: the fragment as HTML and the words as text; for WordPress its blocks as both', async () => {
  const desk = await deskWithLibrary();
  const article = articleToJson(someArticle());
  const { call } = desk;
  expect(await call('export:copy', { article, format: 'fragment' })).toEqual({ pictures: 0 });
  await call('export:copy', { article, format: 'fragment-wordpress' });
  const line = 'Linden Quay, May 4: The last ferry leaves an hour later from Monday.';
  const blocks = `<!-- wp:paragraph -->\n<p>${line}</p>\n<!-- /wp:paragraph -->\n`;
  expect(desk.asked.map(({ value }) => value)).toEqual([
    { html: `<p>${line}</p>\n`, text: `${line}\n` },
    { html: blocks, text: blocks },
  ]);
  await expect(call('export:copy', { article, format: 'html' })).rejects.toMatchObject({ code: 'bad-input' });
});

test('only what this run exported is shown in its folder', async () => {
  const desk = await deskWithLibrary();
  const { call } = desk;
  const path = join(desk.folder, 'out.html');
  await expect(call('export:reveal', { path })).rejects.toMatchObject({ code: 'refused' });
  desk.answers.path = path;
  await save(desk);
  await call('export:reveal', { path });
  expect(desk.asked.at(-1)).toEqual({ what: 'reveal', value: path });
});

test('an export into a folder that is missing says so and makes none; the next dialog starts elsewhere', async () => {
  const desk = await deskWithLibrary();
  desk.answers.path = join(desk.folder, 'gone', 'deep', 'out.html');
  await expect(save(desk)).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringMatching(/gone.* is missing, so nothing was written\. Choose another folder/u),
  });
  expect(existsSync(join(desk.folder, 'gone'))).toBe(false);
  desk.application.folder.set(desk.answers.path);
  desk.answers.path = null;
  expect(await save(desk)).toBe(null);
  expect(desk.asked.at(-1)?.value).toMatchObject({
    path: join(desk.folder, 'documents', 'ferry-adds-a-late-boat.html'),
  });
});
