import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { articleToJson, parseArticle } from '../../shared/article/article.ts';
import { fakeDesk } from '../support/fakeDesk.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { saving } from '../support/saving.ts';

const article = someArticle();
const { id } = article;

/** A desk with an article that was saved by hand as “First”, then as “Second”. */
async function deskWithVersions() {
  const desk = fakeDesk();
  await createLibrary(desk.root, desk.ports);
  const window = desk.openWindow();
  const { articles } = await desk.application.library.open();
  const first = await articles.save(rewritten(article, 'First'), null, { reason: 'manual' });
  desk.ports.clock.pass(60_000);
  const second = await articles.save(rewritten(article, 'Second'), first, { reason: 'manual' });
  return { ...desk, window, call: window.connection.call, path: join(desk.root, second.file), second };
}

const bodyIn = (path: string): string => /\n {2}"body": [^]*$/.exec(readFileSync(path, 'utf8'))?.[0] ?? '';

test('versions are listed newest first, and read as articles', async () => {
  const { call, ports } = await deskWithVersions();
  const [newest, oldest, ...more] = await call('history:list', { id });
  expect(more).toEqual([]);
  expect(newest).toMatchObject({ rev: 2, at: ports.clock.now(), reason: 'manual' });
  expect(oldest).toMatchObject({ rev: 1, at: ports.clock.now() - 60_000, reason: 'manual' });
  const read = await call('history:read', { id, name: oldest?.name ?? '' });
  expect(read.problem).toBe(null);
  expect(parseArticle(read.article).body.eq(rewritten(article, 'First').body)).toBe(true);
});

test('an export of what is saved is a version, one of anything else is not', async () => {
  const { call, answers, folder } = await deskWithVersions();
  const [newest, oldest] = await call('history:list', { id });
  const saved = await call('history:read', { id, name: newest?.name ?? '' });
  const earlier = await call('history:read', { id, name: oldest?.name ?? '' });
  answers.path = join(folder, 'out.html');
  await call('export:save', { article: earlier.article, format: 'html' });
  expect(await call('history:list', { id })).toHaveLength(2);
  expect(await call('export:save', { article: saved.article, format: 'html' })).toMatchObject({
    warnings: [],
  });
  expect(await call('history:list', { id })).toMatchObject([{ rev: 2 }, { rev: 2 }, { rev: 1 }]);
  expect((await call('history:list', { id })).map(({ reason }) => reason)).toContain('export');
});

test('a version is kept when a person asks, once for each reason', async () => {
  const { call } = await deskWithVersions();
  await call('history:keep', { id, reason: 'manual' });
  expect(await call('history:list', { id })).toHaveLength(2);
  await call('history:keep', { id, reason: 'import' });
  expect(await call('history:list', { id })).toHaveLength(3);
  await expect(call('history:keep', { id: 'b'.repeat(32), reason: 'manual' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('an article without versions has an empty history', async () => {
  const { call } = await deskWithVersions();
  expect(await call('history:list', { id: 'b'.repeat(32) })).toEqual([]);
});

test('restoring names the version that takes it back; both ways are byte-equal, and the other windows hear', async () => {
  const { call, path, openWindow } = await deskWithVersions();
  const other = openWindow();
  const second = bodyIn(path);
  const [, oldest] = await call('history:list', { id });
  const restored = await call('history:restore', { id, name: oldest?.name ?? '' });
  expect(bodyIn(path)).toContain('First');
  expect((await call('article:open', { id })).hash).toBe(restored.hash);
  expect(other.heard).toContainEqual({ name: 'article:changed', value: { id, hash: restored.hash } });
  expect((await call('history:list', { id })).map(({ rev, reason }) => `${rev} ${reason}`)).toEqual([
    '3 restore',
    '2 manual',
    '1 manual',
  ]);
  await call('history:restore', { id, name: restored.replaced ?? '' });
  expect(bodyIn(path)).toBe(second);
});

test('what no version holds yet is kept by a restore, and named', async () => {
  const { call, path } = await deskWithVersions();
  const { hash } = await call('article:open', { id });
  const draft = { ...rewritten(article, 'Unkept'), rev: 2 };
  await call('article:save', saving(articleToJson(draft), hash));
  const unkept = bodyIn(path);
  const oldest = (await call('history:list', { id })).at(-1);
  const { replaced } = await call('history:restore', { id, name: oldest?.name ?? '' });
  expect(replaced).toMatch(/-before\.copydesk$/);
  await call('history:restore', { id, name: replaced ?? '' });
  expect(bodyIn(path)).toBe(unkept);
});

test('the history of a trashed and of a damaged article can be opened, and brings the article back', async () => {
  const { call, path, root } = await deskWithVersions();
  const [newest] = await call('history:list', { id });
  const name = newest?.name ?? '';
  await call('article:trash', { id });
  expect(await call('history:list', { id })).toHaveLength(2);
  expect((await call('history:restore', { id, name })).replaced).toBe(null);
  expect(bodyIn(path)).toContain('Second');
  writeFileSync(path, '{"torn');
  expect(await call('library:find', { id })).toMatchObject({ problem: { code: 'damaged' } });
  expect((await call('history:restore', { id, name })).replaced).toBe(null);
  expect(bodyIn(path)).toContain('Second');
  expect(readdirSync(join(root, '.copydesk', 'trash')).length).toBeGreaterThan(0);
});

test.each(['../secret.copydesk', 'x', '000001-20260504T063000000Z-manual.copydesk'])(
  'there is no version “%s”',
  async (name) => {
    const { call } = await deskWithVersions();
    await expect(call('history:read', { id, name })).rejects.toMatchObject({ code: 'not-found' });
    await expect(call('history:restore', { id, name })).rejects.toMatchObject({ code: 'not-found' });
  },
);
