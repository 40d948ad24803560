import { expect, notesOf, test } from './fixture.ts';

test('window.open, target=_blank and modified clicks ask main, which denies', async ({ open }) => {
  const app = await open();
  const { page } = app;
  expect(await page.evaluate(() => window.open('https://example.com/opened') === null)).toBe(true);
  await page.click('#blank');
  await page.click('#plain', { modifiers: ['ControlOrMeta'] });
  await page.click('#plain', { button: 'middle' });
  await expect.poll(() => notesOf(app)).toContain('open https://example.com/blank');
  const opened = (await notesOf(app)).filter((note) => note.startsWith('open '));
  expect(opened).toEqual([
    'open https://example.com/opened',
    'open https://example.com/blank',
    'open https://example.com/plain',
    'open https://example.com/plain',
  ]);
  expect(app.app.windows()).toHaveLength(1);
  expect(app.app.context().pages()).toHaveLength(1);
});

test('a popup from a sub-frame never stays', async ({ open }) => {
  const app = await open();
  const popup = app.app.context().waitForEvent('page');
  const link = app.page.frameLocator('#frame').locator('#out');
  await Promise.all([popup, link.click({ modifiers: ['Shift'] })]);
  await expect.poll(() => app.app.context().pages().length).toBe(1);
  expect(app.app.windows()).toHaveLength(1);
});

test('will-navigate can stop a click; allowed, the page moves', async ({ open }) => {
  const app = await open();
  const { page } = app;
  await app.app.evaluate(() => {
    hostFixture.policy.navigation = (url) => url.startsWith('https:');
  });
  await page.click('#plain');
  await expect.poll(() => notesOf(app)).toContain('will-navigate https://example.com/plain');
  await expect(page.locator('h1')).toHaveText('Fixture');
  await page.click('#mail');
  await expect.poll(() => notesOf(app)).toContain('will-navigate mailto:desk@example.com');
  await page.click('#next');
  await expect(page.locator('#next-page')).toHaveText('Next page');
  const moves = (await notesOf(app)).filter((note) => /navigate (true )?app/.test(note));
  expect(moves).toEqual([
    'will-frame-navigate true app://copydesk/next.html',
    'will-navigate app://copydesk/next.html',
  ]);
});

test('what main loads itself, and a reload by main, raise no will-navigate', async ({ open }) => {
  const app = await open();
  const before = await notesOf(app);
  expect(before.filter((note) => note.startsWith('will-navigate'))).toEqual([]);
  await app.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return window?.loadURL('app://copydesk/next.html#part');
  });
  await expect(app.page.locator('#next-page')).toBeVisible();
  await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  await expect
    .poll(async () => (await notesOf(app)).filter((note) => note === 'did-finish-load').length)
    .toBe(3);
  expect((await notesOf(app)).filter((note) => note.startsWith('will-navigate'))).toEqual([]);
});

test('a frame that wants to navigate asks main as will-frame-navigate, and stays when denied', async ({
  open,
}) => {
  const app = await open();
  await app.app.evaluate(() => {
    hostFixture.policy.navigation = (url) => url.endsWith('next.html');
  });
  const frame = app.page.frameLocator('#frame');
  await frame.locator('#inside').click();
  await expect.poll(() => notesOf(app)).toContain('will-frame-navigate false app://copydesk/next.html');
  await expect(frame.locator('#text')).toHaveText('Framed');
  expect((await notesOf(app)).filter((note) => note.startsWith('will-navigate'))).toEqual([]);
});

test('a frame that wants to leave the origin is stopped by the page’s frame-src before main is asked', async ({
  open,
}) => {
  const app = await open();
  app.allow(/frame-src/);
  const frame = app.page.frameLocator('#frame');
  await frame.locator('#out').click();
  await expect.poll(() => app.problems().some((text) => text.includes('frame-src'))).toBe(true);
  await expect(app.page.locator('h1')).toHaveText('Fixture');
  expect((await notesOf(app)).filter((note) => note.includes('example.com'))).toEqual([]);
});

test('a frame’s first document is announced as will-frame-navigate too', async ({ open }) => {
  expect(await notesOf(await open())).toContain('will-frame-navigate false app://copydesk/frame.html');
});

test('a sandboxed frame runs no script, but its parent reads, writes and hears it', async ({ open }) => {
  const { page } = await open();
  const frame = page.frameLocator('#frame');
  await frame.locator('#text').click();
  await frame.locator('#handler').click();
  await frame.locator('#blank').click();
  expect(await page.evaluate(() => window.frameClicks)).toEqual(['text', 'handler', 'blank']);
  const seen = await page.evaluate(() => {
    const inside = document.querySelector('iframe')?.contentDocument;
    const text = inside?.querySelector('#text');
    if (text) text.textContent = 'Patched';
    return inside?.title;
  });
  expect(seen).toBe('Frame');
  await expect(frame.locator('#text')).toHaveText('Patched');
});
