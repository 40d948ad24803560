import { expect, notesOf, test } from './fixture.ts';

test('a second window is a window of its own, and focus moves between the two', async ({ open }) => {
  const app = await open();
  const opened = app.app.waitForEvent('window');
  await app.app.evaluate(() => hostFixture.openWindow().id);
  const second = await opened;
  await second.waitForFunction(() => window.pageReady);
  expect(app.app.windows()).toHaveLength(2);
  expect(await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.id)).toBe(2);
  await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.fromId(1)?.focus());
  await expect.poll(async () => (await notesOf(app)).slice(-2)).toEqual(['blur 2', 'focus 1']);
  await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.fromId(2)?.close());
  await expect.poll(() => app.app.windows().length).toBe(1);
  await expect(app.page.locator('h1')).toBeVisible();
});

test('menu keys reach their items unless the page takes them or they are disabled', async ({ shared }) => {
  await shared.page.click('#field');
  for (const keys of ['Control+K', 'Control+D', 'Control+S', 'Control+Shift+P', 'Alt+2'])
    await shared.page.keyboard.press(keys);
  await expect.poll(() => notesOf(shared)).toContain('menu style');
  const clicked = (await notesOf(shared)).filter((note) => note.startsWith('menu '));
  expect(clicked).toEqual(['menu save', 'menu palette', 'menu style']);
});

test('menu keys work while a sub-frame has the focus', async ({ shared }) => {
  await shared.page.frameLocator('#frame').locator('#text').click();
  await shared.page.keyboard.press('Control+S');
  await expect.poll(() => notesOf(shared)).toContain('menu save');
});

test('a menu item is clicked by a test, and a checkbox toggles', async ({ open }) => {
  const app = await open();
  await app.menu('save');
  await app.menu('wrap');
  expect((await notesOf(app)).slice(-2)).toEqual(['menu save', 'menu wrap']);
  const checked = await app.app.evaluate(
    ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('wrap')?.checked,
  );
  expect(checked).toBe(true);
  await expect(app.menu('off')).rejects.toThrow('disabled');
});

test('edit roles act on the page', async ({ shared }) => {
  const { app, page } = shared;
  await page.fill('#field', 'words');
  await page.click('#field');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.selectAll());
  await page.waitForFunction(() => {
    const field = document.querySelector('input');
    return field?.selectionStart === 0 && field.selectionEnd === 5;
  });
});

test('stubbed dialogs answer as told, and are cancelled otherwise', async ({ shared }) => {
  await shared.reply({ saveTo: '/tmp/story.html', open: null, buttons: ['Discard'] });
  const answers = await shared.app.evaluate(async ({ dialog }) => ({
    save: await dialog.showSaveDialog({}),
    open: await dialog.showOpenDialog({}),
    first: await dialog.showMessageBox({
      message: 'Save?',
      buttons: ['Save', 'Discard', 'Cancel'],
      cancelId: 2,
    }),
    second: await dialog.showMessageBox({ message: 'Again?', buttons: ['Save', 'Cancel'], cancelId: 1 }),
  }));
  expect(answers.save).toEqual({ canceled: false, filePath: '/tmp/story.html' });
  expect(answers.open).toEqual({ canceled: true, filePaths: [] });
  expect([answers.first.response, answers.second.response]).toEqual([1, 1]);
  expect((await shared.messageBoxes()).map(({ message }) => message)).toEqual(['Save?', 'Again?']);
});

test('links that main opens are kept for the test', async ({ shared }) => {
  await shared.app.evaluate(({ shell }) => shell.openExternal('https://example.com/read'));
  expect(await shared.openedExternally()).toEqual(['https://example.com/read']);
});

test('the theme reaches the page as prefers-color-scheme', async ({ shared }) => {
  const { app, page } = shared;
  const dark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  for (const theme of ['dark', 'light', 'dark'] as const) {
    const used = await app.evaluate(({ nativeTheme }, wanted) => {
      nativeTheme.themeSource = wanted;
      return nativeTheme.shouldUseDarkColors;
    }, theme);
    expect(used).toBe(theme === 'dark');
    await expect.poll(dark).toBe(theme === 'dark');
  }
});

test('bounds and zoom reach the page', async ({ open }) => {
  const { app, page, runtime } = await open();
  test.skip(runtime === 'electron', 'a real window has a frame and a screen of its own');
  const size = () => page.evaluate(() => [innerWidth, innerHeight]);
  expect(await size()).toEqual([900, 700]);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ width: 1000, height: 800 }),
  );
  await expect.poll(size).toEqual([1000, 800]);
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents !== undefined) contents.zoomFactor = 2;
  });
  await expect.poll(size).toEqual([500, 400]);
});

test('the clipboard has the shape of Electron 44', async ({ shared }) => {
  const { app } = shared;
  const read = await app.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('words');
    const [item] = await clipboard.read();
    const blob = await item?.getType('text/plain');
    return [await clipboard.readText(), item?.types, blob instanceof Blob ? await blob.text() : ''];
  });
  expect(read).toEqual(['words', ['text/plain'], 'words']);
});

test('an application that starts twice hands over to the first', async ({ open }) => {
  const app = await open();
  const first = await app.app.evaluate(({ app: application }) => {
    application.on(
      'second-instance',
      (_event, argv) => void hostFixture.log.push(`second ${argv.length > 1}`),
    );
    return application.requestSingleInstanceLock();
  });
  expect(first).toBe(true);
  const second = await open({ dataDir: app.dataDir });
  expect(await second.app.evaluate(({ app: application }) => application.requestSingleInstanceLock())).toBe(
    false,
  );
  await expect.poll(() => notesOf(app)).toContain('second true');
});

test('an API that the host lacks throws, wherever it is asked', async ({ shared }) => {
  const { app, runtime } = shared;
  test.skip(runtime === 'electron', 'Electron has them all');
  const asked = await app.evaluate((electron) => {
    const messages: string[] = [];
    const ask = (object: object, key: string) => {
      try {
        Reflect.get(object, key);
        messages.push('silent');
      } catch (error) {
        messages.push(error instanceof Error ? error.message : '');
      }
    };
    const [window] = electron.BrowserWindow.getAllWindows();
    ask(electron, 'Tray');
    ask(electron.app, 'setLoginItemSettings');
    ask(electron.BrowserWindow, 'addExtension');
    if (window !== undefined) {
      ask(window, 'setTouchBar');
      ask(window.webContents, 'debugger');
      ask(window.webContents.mainFrame, 'executeJavaScriptInIsolatedWorld');
    }
    return messages;
  });
  expect(asked).toEqual(
    ['electron.Tray', 'app.setLoginItemSettings', 'BrowserWindow.addExtension', 'BrowserWindow.setTouchBar']
      .concat(['webContents.debugger', 'WebFrameMain.executeJavaScriptInIsolatedWorld'])
      .map((name) => `electron-host: ${name} is not implemented`),
  );
});

test('a window with dangerous preferences is refused', async ({ shared }) => {
  const { app, runtime } = shared;
  test.skip(runtime === 'electron', 'Electron allows it');
  const refused = await app.evaluate(({ BrowserWindow }) =>
    [{ nodeIntegration: true }, { sandbox: false }, { contextIsolation: false }].map((webPreferences) => {
      try {
        return new BrowserWindow({ webPreferences }).id;
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    }),
  );
  expect(refused).toEqual(
    ['nodeIntegration: true', 'sandbox: false', 'contextIsolation: false'].map(
      (preference) => `electron-host: webPreferences.${preference} is refused`,
    ),
  );
});
