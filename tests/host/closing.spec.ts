import { spawnSync } from 'node:child_process';
import { HostApplication } from './client.ts';
import { expect, lastNotes, notesOf, test } from './fixture.ts';
import type { Application } from '../support/runningApp.ts';

function outputOf(app: Application): string {
  return app instanceof HostApplication ? app.output : '';
}

async function closeFirstWindow(app: Application): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}

test('quitting tells everyone in Electron’s order', async ({ open }) => {
  const app = await open();
  test.skip(app.runtime === 'electron', 'the printed log is read from the host only');
  await app.quit();
  const notes = lastNotes(outputOf(app.app));
  const from = notes.indexOf('before-quit');
  expect(notes.slice(from)).toEqual(['before-quit', 'close 1', 'blur 1', 'closed', 'will-quit']);
  expect(outputOf(app.app)).toContain('QUIT 0');
  expect(app.app.process().exitCode).toBe(0);
});

test('closing the last window ends the application through window-all-closed', async ({ open }) => {
  const app = await open();
  test.skip(app.runtime === 'electron', 'the printed log is read from the host only');
  const closed = app.app.waitForEvent('close');
  await closeFirstWindow(app.app);
  await closed;
  const notes = lastNotes(outputOf(app.app));
  expect(notes.slice(notes.indexOf('close 1'))).toEqual([
    'close 1',
    'blur 1',
    'closed',
    'window-all-closed',
    'before-quit',
    'will-quit',
  ]);
});

test('a prevented close keeps the window and ends a quit under way', async ({ open }) => {
  const app = await open();
  await app.app.evaluate(({ app: application }) => {
    hostFixture.policy.holdClose = true;
    application.quit();
  });
  expect((await notesOf(app)).slice(-2)).toEqual(['before-quit', 'close 1']);
  await expect(app.page.locator('h1')).toBeVisible();
  await app.app.evaluate(() => {
    hostFixture.policy.holdClose = false;
  });
  await app.quit();
});

test('a prevented before-quit leaves everything as it was', async ({ open }) => {
  const app = await open();
  await app.app.evaluate(({ app: application }) => {
    hostFixture.policy.holdQuit = true;
    application.quit();
    hostFixture.policy.holdQuit = false;
  });
  expect((await notesOf(app)).at(-1)).toBe('before-quit');
  await expect(app.page.locator('h1')).toBeVisible();
});

test('beforeunload stays unless main lets it go', async ({ open }) => {
  const app = await open();
  // Chromium asks only for pages that a person has touched.
  await app.page.click('#field');
  await app.page.evaluate(() => window.addEventListener('beforeunload', (event) => event.preventDefault()));
  await closeFirstWindow(app.app);
  await expect.poll(() => notesOf(app)).toContain('will-prevent-unload');
  await expect(app.page.locator('h1')).toBeVisible();
  const closed = app.app.waitForEvent('close');
  await app.app.evaluate(() => {
    hostFixture.policy.allowUnload = true;
  });
  await closeFirstWindow(app.app);
  await closed;
});

test('destroy asks nobody', async ({ open }) => {
  const app = await open();
  await app.app.evaluate(({ BrowserWindow }) => {
    hostFixture.policy.holdClose = true;
    hostFixture.openWindow();
    BrowserWindow.fromId(1)?.destroy();
  });
  const notes = await notesOf(app);
  expect(notes).toContain('closed');
  expect(notes.filter((note) => note.startsWith('close '))).toEqual([]);
});

test('SIGTERM quits in order', async ({ open }) => {
  const app = await open();
  test.skip(app.runtime === 'electron', 'a signal to Electron is Electron’s own matter');
  const closed = app.app.waitForEvent('close');
  app.app.process().kill('SIGTERM');
  await closed;
  expect(lastNotes(outputOf(app.app))).toContain('before-quit');
});

test('a killed host leaves no Chromium behind', async ({ open }) => {
  const app = await open();
  test.skip(app.runtime === 'electron' || process.platform === 'win32', 'reads the process list of the host');
  const profiles = () =>
    spawnSync('ps', ['-eo', 'stat=,args='], { encoding: 'utf8' })
      .stdout.split('\n')
      .filter(
        (line) =>
          line.includes(`--user-data-dir=${test.info().outputPath('profile-0')}`) && !line.startsWith('Z'),
      );
  expect(profiles().length).toBeGreaterThan(0);
  await app.kill();
  await expect.poll(() => profiles().length, { timeout: 15_000 }).toBe(0);
});

test('a crashed page is told to main and can be loaded again', async ({ open }) => {
  const app = await open();
  await app.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await expect.poll(async () => (await notesOf(app)).some((note) => note.startsWith('gone '))).toBe(true);
  await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  await expect
    .poll(() =>
      app.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('window.api.version'),
      ),
    )
    .toBe(7);
});
