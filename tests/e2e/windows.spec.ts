import { rm, writeFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CopydeskApp } from '../support/app.ts';
import { call, heard } from '../support/bareApp.ts';
import { countWindows, expect, isThere, openSecond, showNewArticle, test } from '../support/bareTest.ts';
import { saving } from '../support/saving.ts';

const boundsOf = ({ app }: CopydeskApp, index = 0) =>
  app.evaluate(({ BrowserWindow }, at) => BrowserWindow.getAllWindows()[at]?.getBounds(), index);

test('a window comes back where it stood, with its article', async ({ launchBare }) => {
  const first = await launchBare();
  const id = await showNewArticle(first.page);
  const wanted = { x: 120, y: 80, width: 1100, height: 760 };
  await first.app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
  }, wanted);
  const second = await first.restart({ appDirectory: join(first.dataDir, '..', 'app') });
  await isThere(second.page);
  expect(await boundsOf(second)).toEqual(wanted);
  expect((await call(second.page, 'app:info', null)).show).toBe(id);
});

test('the title bar names the headline and shows unsaved words', async ({ launchBare }) => {
  const copydesk = await launchBare();
  await showNewArticle(copydesk.page, 'Ferry adds a late boat');
  const bar = await copydesk.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { title: window?.getTitle(), edited: window?.isDocumentEdited() };
  });
  expect(bar.title).toBe('Ferry adds a late boat – Copydesk');
  if (copydesk.runtime === 'host' || process.platform === 'darwin') expect(bar.edited).toBe(true);
});

test('a second window opens below and beside the first, and both hear of one article twice open', async ({
  launchBare,
}) => {
  const copydesk = await launchBare();
  const { page } = copydesk;
  const id = await showNewArticle(page);
  const other = await openSecond(copydesk);
  const [one, two] = [await boundsOf(copydesk, 0), await boundsOf(copydesk, 1)];
  expect([one?.x, one?.y]).not.toEqual([two?.x, two?.y]);
  const opened = await call(other, 'article:open', { id });
  expect(opened.elsewhere).toBe(1);
  await call(other, 'window:show', { id, title: 'Late boat', edited: false });
  await expect.poll(() => heard(page, 'window:elsewhere')).toContainEqual({ count: 1 });
  const saved = await call(other, 'article:save', saving(opened.article, opened.hash));
  await expect.poll(() => heard(page, 'article:changed')).toEqual([{ id, hash: saved.hash }]);
  expect(await heard(other, 'article:changed')).toEqual([]);
  await call(other, 'window:show', { id: null, title: '', edited: false });
  await expect.poll(async () => (await heard(page, 'window:elsewhere')).at(-1)).toEqual({ count: 0 });
});

test('a second start opens a window in the first one, and ends', async ({ launch, launchBare }, testInfo) => {
  const copydesk = await launchBare();
  const opened = copydesk.app.waitForEvent('window');
  const { dataDir, libraryDir } = copydesk;
  const second = launch({ appDirectory: testInfo.outputPath('app'), dataDir, libraryDir });
  await expect(second).rejects.toThrow(/ended|closed|exit/i);
  await opened;
  expect(await countWindows(copydesk)).toBe(2);
});

test('a menu command reaches the window in front, and only that', async ({ launchBare }) => {
  const copydesk = await launchBare();
  const other = await openSecond(copydesk);
  await copydesk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[1]?.focus());
  await copydesk.menu('article:save');
  await expect.poll(() => heard(other, 'command:run')).toEqual([{ id: 'article:save' }]);
  expect(await heard(copydesk.page, 'command:run')).toEqual([]);
});

test('recent articles are in the menu under their headlines, and open in the window in front', async ({
  launchBare,
}) => {
  const copydesk = await launchBare();
  const id = await showNewArticle(copydesk.page, 'Ferry & tram');
  const item = await copydesk.app.evaluate(({ Menu }, wanted) => {
    return Menu.getApplicationMenu()?.getMenuItemById(wanted)?.label;
  }, `recent:${id}`);
  expect(item).toBe('Ferry && tram');
  await copydesk.menu(`recent:${id}`);
  await expect.poll(() => heard(copydesk.page, 'article:show')).toEqual([{ id }]);
});

test('a file that another program adds shows up within a second', async ({ launchBare }) => {
  const { page, libraryDir } = await launchBare();
  expect(await call(page, 'library:state', null)).toMatchObject({ problem: null, empty: true });
  await writeFile(join(libraryDir, 'from-elsewhere.copydesk'), 'damaged');
  await expect.poll(() => heard(page, 'library:changed'), { timeout: 1500 }).not.toEqual([]);
  expect(await call(page, 'library:state', null)).toMatchObject({ problem: null, empty: false });
});

test('a theme reaches every window and the system’s colours', async ({ launchBare }) => {
  const copydesk = await launchBare();
  const other = await openSecond(copydesk);
  await call(copydesk.page, 'settings:set', { theme: 'dark' });
  for (const page of [copydesk.page, other]) {
    await expect
      .poll(async () => (await heard(page, 'settings:changed')).at(-1))
      .toMatchObject({ theme: 'dark' });
    await expect
      .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(true);
  }
});

test('damaged settings are kept beside, and the start says so', async ({ launchBare }) => {
  const { page, dataDir } = await launchBare({
    prepare: (folders) => writeFile(join(folders.dataDir, 'settings.json'), '{"theme": "da'),
  });
  expect((await call(page, 'app:info', null)).notice).toContain('settings.json.corrupt-');
  expect(await call(page, 'settings:get', null)).toMatchObject({ theme: 'system' });
  const kept = (await readdir(dataDir)).find((name) => name.startsWith('settings.json.corrupt-'));
  expect(await readFile(join(dataDir, kept ?? ''), 'utf8')).toBe('{"theme": "da');
});

test('a library folder that is missing at the start is said to be missing, and made by nobody', async ({
  launchBare,
}) => {
  const { page, libraryDir } = await launchBare({
    prepare: ({ libraryDir: folder }) => rm(folder, { recursive: true }),
  });
  const state = await call(page, 'library:state', null);
  expect(state).toMatchObject({ root: libraryDir, problem: { code: 'library-missing' } });
  await expect(readdir(libraryDir)).rejects.toThrow(/ENOENT/);
});

test('a place is remembered even if the computer stops at once', async ({ launchBare }) => {
  const copydesk = await launchBare();
  const wanted = { x: 200, y: 90, width: 980, height: 720 };
  await copydesk.app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
  }, wanted);
  const settings = join(copydesk.dataDir, 'settings.json');
  await expect.poll(() => readFile(settings, 'utf8').catch(() => '')).toContain('"width": 980');
  await copydesk.kill();
  const second = await launchBare({ dataDir: copydesk.dataDir });
  expect(await boundsOf(second)).toEqual(wanted);
});
