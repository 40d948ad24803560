import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { articleToJson, emptyBody, parseArticle } from '../../shared/article/article.ts';
import { articleToSend } from '../../shared/ipc/keptBlocks.ts';
import { fakeDesk, type FakeDesk, type FakeWindow } from '../support/fakeDesk.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';

const article = someArticle();
const { id } = article;
const which = { id, session: 'one' };
const draft = (text: string) => articleToJson(rewritten(article, text));

/** A desk with one saved article, opened in one window. */
async function deskWithArticle() {
  const desk = fakeDesk();
  await createLibrary(desk.root, desk.ports);
  const window = desk.openWindow(id);
  const { hash, file } = await window.connection.call('article:create', { article: articleToJson(article) });
  return { ...desk, window, hash, path: join(desk.root, file) };
}

const write = ({ connection }: FakeWindow, text: string, base: string, edit = 1, session = 'one') =>
  connection.call('journal:write', { article: draft(text), base, session, edit });
const save = ({ connection }: FakeWindow, text: string, base: string, edit: number, removed = 1000) =>
  connection.call('article:save', {
    article: draft(text),
    base,
    session: 'one',
    edit,
    removed,
    reason: 'auto',
  });
const list = ({ connection }: FakeWindow, own: string | null = null) =>
  connection.call('recovery:list', { own });

/** The window is gone, and another one asks. */
function another({ application, openWindow }: FakeDesk, { id: gone }: FakeWindow): FakeWindow {
  application.windows.remove(gone);
  return openWindow();
}

test('what was typed and not saved is offered to the next window, with what is saved', async () => {
  const desk = await deskWithArticle();
  await write(desk.window, 'typed', desk.hash);
  const next = another(desk, desk.window);
  const { recovered, notices } = await list(next);
  expect(notices).toEqual([]);
  expect(recovered).toMatchObject([{ ...which, edit: 1, saved: { words: 18 }, problem: null, here: false }]);
  const { draft: typed, saved } = await next.connection.call('recovery:read', which);
  expect(JSON.stringify(typed)).toContain('typed');
  expect(JSON.stringify(saved)).not.toContain('typed');
});

test('what was sent without the blocks that stayed is offered whole', async () => {
  const desk = await deskWithArticle();
  await write(desk.window, 'typed', desk.hash);
  const { call } = desk.window.connection;
  const { body } = article;
  const typed = rewritten(article, 'typed, and more').body.child(5);
  const later = { ...article, body: body.copy(body.content.replaceChild(5, typed)) };
  const sent = articleToSend(later, { edit: 1, body });
  expect(sent.kept).toEqual({ edit: 1, start: 5, end: 0 });
  await call('journal:write', { ...sent, base: desk.hash, session: 'one', edit: 2 });
  const { draft: found } = await another(desk, desk.window).connection.call('recovery:read', which);
  expect(found).toEqual(articleToJson(later));
  const unknown = { ...sent, kept: { edit: 7, start: 5, end: 0 } };
  await expect(
    call('journal:write', { ...unknown, base: desk.hash, session: 'one', edit: 3 }),
  ).rejects.toMatchObject({ code: 'resend' });
});

test('a save takes its draft out of the journal, and later edits stay', async () => {
  const desk = await deskWithArticle();
  await write(desk.window, 'typed', desk.hash);
  const { hash } = await save(desk.window, 'typed more', desk.hash, 2);
  expect((await list(another(desk, desk.window))).recovered).toEqual([]);
  const window = desk.openWindow();
  await write(window, 'typed last', hash, 3);
  expect((await list(another(desk, window))).recovered).toMatchObject([{ edit: 3 }]);
});

test('what an open window types is no other window’s to recover; its own page may, after it died', async () => {
  const { window, hash, openWindow } = await deskWithArticle();
  await write(window, 'typed', hash);
  const other = openWindow();
  expect((await list(other)).recovered).toEqual([]);
  await expect(other.connection.call('recovery:take', which)).rejects.toMatchObject({ code: 'not-found' });
  await expect(other.connection.call('recovery:discard', which)).rejects.toMatchObject({ code: 'refused' });
  await expect(write(other, 'stolen', hash, 2)).rejects.toMatchObject({ code: 'refused' });
  expect((await list(window, 'one')).recovered).toEqual([]);
  expect((await list(window)).recovered).toMatchObject([{ here: true }]);
});

test('a draft taken back is saved over what is saved now, which becomes a version', async () => {
  const desk = await deskWithArticle();
  const { window, hash, path } = desk;
  await write(window, 'typed', hash);
  const before = readFileSync(path, 'utf8');
  const next = another(desk, window);
  const { opened, mark } = await next.connection.call('recovery:take', which);
  expect(opened).toMatchObject({ hash, readOnly: null });
  expect(mark).toEqual({ session: 'one', edit: 1 });
  await next.connection.call('article:save', {
    article: opened.article,
    base: opened.hash,
    session: 'one',
    edit: 2,
    removed: 0,
    reason: 'recovered',
  });
  expect(readFileSync(path, 'utf8')).toContain('typed');
  expect((await list(next)).recovered).toEqual([]);
  const kept = join(desk.root, '.copydesk', 'history', id);
  expect(readdirSync(kept).map((name) => readFileSync(join(kept, name), 'utf8'))).toContain(before);
});

test('an article that is in no file any more comes back from its draft', async () => {
  const desk = await deskWithArticle();
  await write(desk.window, 'typed', desk.hash);
  await desk.window.connection.call('article:trash', { id });
  const next = another(desk, desk.window);
  const { opened } = await next.connection.call('recovery:take', which);
  expect(opened.hash).toBe('');
  await save(next, 'typed', '', 2);
  expect(JSON.stringify((await next.connection.call('article:open', { id })).article)).toContain('typed');
});

test.each([
  ['damaged', (path: string) => writeFileSync(path, '{"torn')],
  ['marked read-only', (path: string) => chmodSync(path, 0o444)],
])('where the file is %s the draft becomes an article of its own', async (_name, spoil) => {
  const desk = await deskWithArticle();
  await write(desk.window, 'typed', desk.hash);
  spoil(desk.path);
  const before = readFileSync(desk.path);
  const next = another(desk, desk.window);
  const { opened, mark } = await next.connection.call('recovery:take', which);
  expect(mark).toBe(null);
  expect(opened.article.id).not.toBe(id);
  expect(parseArticle(opened.article).body.textContent).toContain('typed');
  expect(readFileSync(desk.path)).toEqual(before);
  expect((await list(next)).recovered).toEqual([]);
});

test('a damaged copy beside the file does not keep a draft from its place', async () => {
  const desk = await deskWithArticle();
  await write(desk.window, 'typed', desk.hash);
  writeFileSync(desk.path.replace('.copydesk', '.sync-conflict-20260504-063000-ABCDEFG.copydesk'), '{"torn');
  const next = another(desk, desk.window);
  expect((await list(next)).recovered).toMatchObject([{ problem: null }]);
  const { opened, mark } = await next.connection.call('recovery:take', which);
  expect(opened).toMatchObject({ hash: desk.hash, article: { id } });
  expect(mark).toEqual({ session: 'one', edit: 1 });
});

test('a draft that is not wanted is moved aside, never deleted', async () => {
  const desk = await deskWithArticle();
  await write(desk.window, 'typed', desk.hash);
  const next = another(desk, desk.window);
  await next.connection.call('recovery:discard', which);
  expect((await list(next)).recovered).toEqual([]);
  const folder = join(desk.folder, 'data', 'journal', 'discarded');
  const [name = ''] = readdirSync(folder);
  expect(readFileSync(join(folder, name), 'utf8')).toContain('typed');
});

test('a damaged journal is told with its place, and what is whole in it is offered', async () => {
  const desk = await deskWithArticle();
  await write(desk.window, 'typed', desk.hash);
  const folder = join(desk.folder, 'data', 'journal');
  const [own = ''] = readdirSync(folder);
  const path = join(folder, own, `${id}.journal`);
  writeFileSync(path, `${readFileSync(path, 'utf8')}\ncopydesk-journal 1 one 2 99\n{"torn`);
  const { recovered, notices } = await list(another(desk, desk.window));
  expect(recovered).toMatchObject([{ edit: 1 }]);
  expect(notices).toHaveLength(1);
  expect(notices[0]).toContain('quarantine');
});

test('a save by itself of a text that nobody took out is refused; one that was asked for is not', async () => {
  const desk = await deskWithArticle();
  const { call } = desk.window.connection;
  const emptied = articleToJson({ ...article, body: emptyBody() });
  const given = { article: emptied, base: desk.hash, session: 'one', edit: 1, removed: 0 };
  await expect(call('article:save', { ...given, reason: 'auto' })).rejects.toMatchObject({ code: 'refused' });
  await call('article:save', { ...given, reason: 'manual' });
});
