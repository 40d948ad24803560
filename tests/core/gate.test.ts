import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleToJson, type Article } from '../../shared/article/article.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { calls } from '../../shared/ipc/contract.ts';
import { fakeDesk } from '../support/fakeDesk.ts';
import { someArticle } from '../support/someArticle.ts';

async function deskWithLibrary() {
  const desk = fakeDesk();
  await createLibrary(desk.root, desk.ports);
  desk.answers.path = join(desk.folder, 'out.html');
  return { ...desk, window: desk.openWindow(), records: join(desk.root, '.copydesk', 'overrides') };
}

type Desk = Awaited<ReturnType<typeof deskWithLibrary>>;

// Every call of the contract by which a whole article leaves Copydesk.
const routes = {
  'export:save': ({ window }: Desk, article: Article, override?: string) =>
    window.connection.call('export:save', {
      article: articleToJson(article),
      format: 'html',
      ...(override === undefined ? {} : { override }),
    }),
  'export:copy': ({ window }: Desk, article: Article, override?: string) =>
    window.connection.call('export:copy', {
      article: articleToJson(article),
      format: 'fragment',
      ...(override === undefined ? {} : { override }),
    }),
  'preview:print': ({ window }: Desk, article: Article, override?: string) =>
    window.connection.call('preview:print', {
      article: articleToJson(article),
      ...(override === undefined ? {} : { override }),
    }),
} as const;

// A Copydesk file is the writer's work in hand, not a publication.
const notLeaving = /^(?:article:|journal:|recovery:|library:|history:|import:)/u;

const embargoed = (): Article => ({ ...someArticle(), embargo: '2026-06-02T09:00:00+02:00' });
const killed = (): Article => ({ ...someArticle(), status: 'canceled' });

const leftBy = ({ asked, folder }: Desk): boolean =>
  asked.some(({ what }) => ['copy', 'print', 'chooseTarget'].includes(what)) ||
  existsSync(join(folder, 'out.html'));

test('every call that takes an article, other than those that keep it, asks for an override', () => {
  const takers = Object.entries(calls).filter(
    ([name, { input }]) => 'shape' in input && 'article' in input.shape && !notLeaving.test(name),
  );
  expect(new Set(takers.map(([name]) => name))).toEqual(new Set(Object.keys(routes)));
  for (const [name, { input }] of takers)
    expect('shape' in input && 'override' in input.shape, name).toBe(true);
});

describe.each(Object.entries(routes))('%s', (_, leave) => {
  test.each([
    ['embargoed', embargoed],
    ['killed', killed],
    ['scheduled', (): Article => ({ ...someArticle(), status: 'withheld' })],
  ])('an article that is %s does not leave, and nothing is asked', async (_kind, make) => {
    const desk = await deskWithLibrary();
    for (const override of [undefined, '', ' \n'])
      await expect(leave(desk, make(), override)).rejects.toMatchObject({
        code: 'held',
        message: expect.stringMatching(/^This article .* Nothing has left Copydesk\.$/u),
      });
    expect(leftBy(desk)).toBe(false);
    expect(existsSync(desk.records)).toBe(false);
  });

  test('it leaves for a reason, and who, when, why and how is recorded first', async () => {
    const desk = await deskWithLibrary();
    await leave(desk, embargoed(), ' The agency moved it. ');
    expect(leftBy(desk)).toBe(true);
    const [name = '', ...others] = readdirSync(desk.records);
    expect(others).toEqual([]);
    expect(name).toMatch(/^20260601T120000000Z-a{32}-[0-9a-f]{4}\.json$/u);
    expect(JSON.parse(readFileSync(join(desk.records, name), 'utf8'))).toMatchObject({
      article: 'a'.repeat(32),
      headline: 'Ferry adds a late boat',
      held: 'embargoed',
      embargo: '2026-06-02T09:00:00+02:00',
      reason: 'The agency moved it.',
      when: '2026-06-01T12:00:00.000Z',
      who: 'Asha',
      computer: 'Test Desk',
    });
  });

  test('when the override cannot be recorded, nothing leaves', async () => {
    const desk = await deskWithLibrary();
    rmSync(desk.records, { recursive: true, force: true });
    writeFileSync(desk.records, 'in the way');
    await expect(leave(desk, killed(), 'Because')).rejects.toMatchObject({
      code: 'held',
      message: expect.stringContaining('could not be recorded'),
    });
    expect(desk.asked.some(({ what }) => ['copy', 'print'].includes(what))).toBe(false);
    expect(existsSync(join(desk.folder, 'out.html'))).toBe(false);
  });

  test('an article that nothing holds leaves unasked and unrecorded', async () => {
    const desk = await deskWithLibrary();
    await leave(desk, { ...someArticle(), embargo: '2026-05-31T09:00:00Z' }, undefined);
    expect(leftBy(desk)).toBe(true);
    expect(existsSync(desk.records)).toBe(false);
  });
});

test('copied for a CMS: the fragment as HTML and the words as text; for WordPress its blocks as both', async () => {
  const desk = await deskWithLibrary();
  const article = articleToJson(someArticle());
  const { call } = desk.window.connection;
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
  const { call } = desk.window.connection;
  const path = join(desk.folder, 'out.html');
  await expect(call('export:reveal', { path })).rejects.toMatchObject({ code: 'refused' });
  await routes['export:save'](desk, someArticle());
  await call('export:reveal', { path });
  expect(desk.asked.at(-1)).toEqual({ what: 'reveal', value: path });
});

test('an export into a folder that is missing says so and makes none; the next dialog starts elsewhere', async () => {
  const desk = await deskWithLibrary();
  desk.answers.path = join(desk.folder, 'gone', 'deep', 'out.html');
  await expect(routes['export:save'](desk, someArticle())).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringMatching(/gone.* is missing, so nothing was written\. Choose another folder/u),
  });
  expect(existsSync(join(desk.folder, 'gone'))).toBe(false);
  desk.application.folder.set(desk.answers.path);
  desk.answers.path = null;
  expect(await routes['export:save'](desk, someArticle())).toBe(null);
  expect(desk.asked.at(-1)?.value).toMatchObject({
    path: join(desk.folder, 'documents', 'ferry-adds-a-late-boat.html'),
  });
});
