// oxlint-disable-next-line no-restricted-imports
import { app, BrowserWindow, protocol } from 'electron';

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hello</title>
<body style="width:640px;font:18px/1.5 serif"><main contenteditable="true"><p>Hello, world.</p></main>`;

app.enableSandbox();
const data = app.commandLine.getSwitchValue('copydesk-data');
if (data !== '') app.setPath('userData', data);
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);

void app.whenReady().then(() => {
  protocol.handle('app', () => new Response(page, { headers: { 'content-type': 'text/html' } }));
  const window = new BrowserWindow({ width: 1440, height: 900 });
  void window.loadURL('app://copydesk/index.html');
});
app.on('window-all-closed', () => app.quit());
