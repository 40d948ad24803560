import { expect, test } from 'vitest';
import { articleToJson } from '../../shared/article/article.ts';
import { fakeDesk } from '../support/fakeDesk.ts';
import { someArticle } from '../support/someArticle.ts';

const id = 'a'.repeat(32);
const other = 'b'.repeat(32);

test('a new window is told what it was made for', async () => {
  const { openWindow } = fakeDesk();
  expect(await openWindow(id).connection.call('app:info', null)).toMatchObject({ show: id, notice: '' });
  expect(await openWindow().connection.call('app:info', null)).toMatchObject({ show: null });
});

test('an article that a window shows is in its title bar and first among the recent ones, with its old place', async () => {
  const { openWindow, application } = fakeDesk();
  const window = openWindow();
  const { call } = window.connection;
  await call('window:show', { id, title: 'Ferry', edited: false });
  await call('settings:set', { recent: { id, title: 'Ferry', caret: 12, scroll: 300 } });
  await call('window:show', { id: other, title: 'Tram', edited: false });
  await call('window:show', { id, title: 'Ferry late', edited: true });
  expect(window.displayed.at(-1)).toEqual({ article: id, title: 'Ferry late', edited: true });
  expect(application.settings.get().recent).toEqual([
    { id, title: 'Ferry late', caret: 12, scroll: 300 },
    { id: other, title: 'Tram', caret: 0, scroll: 0 },
  ]);
});

test('typing on does not write the settings at every key', async () => {
  const { openWindow } = fakeDesk();
  const window = openWindow();
  const { call } = window.connection;
  for (const edited of [true, false, true]) await call('window:show', { id, title: 'Ferry', edited });
  expect(window.heard.filter(({ name }) => name === 'settings:changed')).toHaveLength(1);
});

test('every window hears of a change of the settings', async () => {
  const { openWindow } = fakeDesk();
  const [first, second] = [openWindow(), openWindow()];
  await first.connection.call('settings:set', { theme: 'dark' });
  expect([...first.heard, ...second.heard]).toMatchObject([
    { name: 'settings:changed', value: { theme: 'dark' } },
    { name: 'settings:changed', value: { theme: 'dark' } },
  ]);
  expect(await second.connection.call('settings:get', null)).toMatchObject({ theme: 'dark' });
});

test('a window cannot change where the library is, nor the places of windows', async () => {
  const { openWindow, reply, application } = fakeDesk();
  const { id: window } = openWindow();
  for (const patch of [{ library: '/etc' }, { windows: [] }])
    expect(await reply('settings:set', patch, { window })).toMatchObject({ ok: false, code: 'bad-input' });
  expect(application.settings.get().library).toBe('');
});

test('a preview gets a path of its own each time, and printing does not push it out', async () => {
  const { openWindow, application, asked } = fakeDesk();
  const { call } = openWindow().connection;
  const { path } = await call('preview:load', { html: '<p>one' });
  for (const headline of ['Two', 'Three', 'Four'])
    await call('preview:print', { article: articleToJson(someArticle({ headline })) });
  const token = /^preview\/([0-9a-f]{32})\/$/.exec(path)?.[1] ?? '';
  expect(application.previews.read(token)).toBe('<p>one');
  expect(asked.map(({ what }) => what)).toEqual(['print', 'print', 'print']);
});

test('a page theme is given by its name; for one that is not there, the standard one and why', async () => {
  const { call } = fakeDesk().openWindow().connection;
  const standard = await call('theme:read', { theme: 'broadsheet' });
  expect(standard).toMatchObject({ theme: { css: 'p { margin: 0 }' }, problem: '' });
  for (const theme of ['../../secret', 'constructor', ''])
    expect(await call('theme:read', { theme })).toMatchObject({
      theme: { id: 'broadsheet' },
      problem: `There is no page theme “${theme}” here. Pages are in broadsheet.`,
    });
});

test('windows, plain paste and links go to the desktop', async () => {
  const { openWindow, asked } = fakeDesk();
  const { call } = openWindow().connection;
  await call('window:open', { id });
  await call('edit:pastePlain', null);
  await call('link:open', { href: 'https://example.org/' });
  await expect(call('link:open', { href: 'file:///etc/passwd' })).rejects.toMatchObject({ code: 'refused' });
  expect(asked).toEqual([
    { what: 'openWindow', value: id },
    { what: 'pastePlain', value: 1 },
    { what: 'openLink', value: 'https://example.org/' },
  ]);
});
