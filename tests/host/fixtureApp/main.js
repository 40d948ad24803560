// oxlint-disable-next-line no-restricted-imports
import { app, BrowserWindow, ipcMain, Menu, net, protocol } from 'electron';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' app: data:; connect-src 'self' http://127.0.0.1:* http://localhost:* https:; frame-src 'self'; form-action 'none'; base-uri 'none'";
const framePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'";

/** What happened, in order; tests read it. */
globalThis.hostFixture = {
  log: [],
  policy: { holdClose: false, allowUnload: false, holdQuit: false, navigation: () => false },
  openWindow,
};
const { hostFixture } = globalThis;
const note = (...parts) => hostFixture.log.push(parts.join(' '));

app.enableSandbox();
const data = app.commandLine.getSwitchValue('copydesk-data');
if (data !== '') app.setPath('userData', data);
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

async function answer(request) {
  const { pathname } = new URL(request.url);
  if (pathname === '/echo') {
    const body = await request.text();
    const headers = { 'x-seen-method': request.method, 'x-fixture': 'yes', 'content-type': 'text/plain' };
    return new Response(`${request.url} ${body}`, { status: 201, headers });
  }
  if (pathname === '/missing') return new Response('no', { status: 404 });
  if (pathname === '/boom') throw new Error('boom');
  const file = pathname === '/' ? '/index.html' : pathname;
  const response = await net.fetch(pathToFileURL(join(here, 'pages', file)).href);
  const headers = new Headers(response.headers);
  headers.set('content-security-policy', pathname.startsWith('/frame') ? framePolicy : policy);
  return new Response(response.body, { status: 200, headers });
}

function registerCalls() {
  ipcMain.handle('echo', (_event, value) => value);
  ipcMain.handle('boom', () => {
    throw new TypeError('boom');
  });
  ipcMain.handle('unclonable', () => () => 1);
  ipcMain.handle('sender', ({ sender, senderFrame }) => ({
    url: senderFrame.url,
    origin: senderFrame.origin,
    isMain: senderFrame === sender.mainFrame,
    parent: senderFrame.parent,
  }));
  ipcMain.on('note', (event, text) => {
    note('note', text);
    event.reply('noted', text);
  });
}

function buildMenu() {
  const click = (item) => note('menu', item.id);
  return Menu.buildFromTemplate([
    {
      label: 'File',
      submenu: [
        { id: 'save', label: 'Save', accelerator: 'CmdOrCtrl+S', click },
        { id: 'palette', label: 'Palette', accelerator: 'CmdOrCtrl+Shift+P', click },
        { id: 'taken', label: 'Taken by the page', accelerator: 'CmdOrCtrl+K', click },
        { id: 'off', label: 'Disabled', accelerator: 'CmdOrCtrl+D', enabled: false, click },
        { id: 'style', label: 'Style', accelerator: 'Alt+2', click },
        { id: 'wrap', label: 'Wrap', type: 'checkbox', checked: false, click },
        { role: 'close' },
        { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
  ]);
}

function openWindow() {
  const window = new BrowserWindow({
    width: 900,
    height: 700,
    webPreferences: { preload: join(here, 'preload.cjs') },
  });
  const { webContents } = window;
  webContents.setWindowOpenHandler(({ url }) => {
    note('open', url);
    return { action: 'deny' };
  });
  webContents.on('will-frame-navigate', (event) => {
    note('will-frame-navigate', event.isMainFrame, event.url);
    if (!event.isMainFrame && hostFixture.policy.navigation(event.url)) event.preventDefault();
  });
  webContents.on('will-navigate', (event) => {
    note('will-navigate', event.url);
    if (hostFixture.policy.navigation(event.url)) event.preventDefault();
  });
  webContents.on('did-finish-load', () => note('did-finish-load'));
  webContents.on('render-process-gone', (_event, { reason }) => note('gone', reason));
  webContents.on('preload-error', (_event, _path, error) => note('preload-error', error.message));
  webContents.on('will-prevent-unload', (event) => {
    note('will-prevent-unload');
    if (hostFixture.policy.allowUnload) event.preventDefault();
  });
  window.on('close', (event) => {
    note('close', window.id);
    if (hostFixture.policy.holdClose) event.preventDefault();
  });
  window.on('closed', () => note('closed'));
  window.on('focus', () => note('focus', window.id));
  window.on('blur', () => note('blur', window.id));
  window.on('ready-to-show', () => note('ready-to-show'));
  window.loadURL('app://copydesk/index.html').catch((error) => note('load failed', error.message));
  return window;
}

app.on('before-quit', (event) => {
  note('before-quit');
  if (hostFixture.policy.holdQuit) event.preventDefault();
});
app.on('window-all-closed', () => {
  note('window-all-closed');
  app.quit();
});
app.on('will-quit', () => console.log(`LOG ${JSON.stringify([...hostFixture.log, 'will-quit'])}`));
app.on('quit', (_event, code) => console.log(`QUIT ${code}`));

void app.whenReady().then(() => {
  protocol.handle('app', answer);
  registerCalls();
  Menu.setApplicationMenu(buildMenu());
  openWindow();
});
