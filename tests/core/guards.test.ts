import { expect, test } from 'vitest';
import { hasDebugDoor, isTrusted, mayNavigate, mayUse } from '../../electron/core/guards.ts';
import { printOptions, webPreferences, windowOptions } from '../../electron/core/windowOptions.ts';

const page = 'app://copydesk/index.html';
const preview = `app://copydesk/preview/${'0'.repeat(32)}/`;
const foreign = [
  'https://example.org/', 'http://localhost:5199/', 'file:///etc/passwd', 'app://evil/index.html', 'about:blank',
  'about:srcdoc', 'javascript:alert(1)', 'data:text/html,x', 'blob:app://copydesk/x', 'devtools://devtools/', '',
  'app://copydesk/media/x', 'app://copydesk/preview/', 'chrome://settings', 'view-source:app://copydesk/index.html',
]; // prettier-ignore

test('only the top frame of our own page is answered', () => {
  expect(isTrusted({ mainFrame: true, url: page })).toBe(true);
  expect(isTrusted({ mainFrame: false, url: page })).toBe(false);
  expect(isTrusted({ mainFrame: true, url: preview })).toBe(false);
  for (const url of foreign) expect(isTrusted({ mainFrame: true, url }), url).toBe(false);
});

test('a window goes nowhere but to its own page, a frame nowhere but to a preview', () => {
  expect(mayNavigate(page, true)).toBe(true);
  expect(mayNavigate(preview, false)).toBe(true);
  expect(mayNavigate(preview, true)).toBe(false);
  expect(mayNavigate(page, false)).toBe(false);
  for (const url of foreign)
    expect([mayNavigate(url, true), mayNavigate(url, false)], url).toEqual([false, false]);
});

const permissions = [
  'clipboard-read', 'display-capture', 'fileSystem', 'fullscreen', 'geolocation', 'hid', 'idle-detection',
  'media', 'midi', 'notifications', 'openExternal', 'pointerLock', 'serial', 'storage-access', 'usb', 'unknown',
]; // prettier-ignore

test.each(permissions)('the permission %s is denied, while developing too', (permission) => {
  expect([mayUse(permission, false), mayUse(permission, true)]).toEqual([false, false]);
});

test("the way to Vite's server is open while developing only", () => {
  expect([mayUse('loopback-network', false), mayUse('loopback-network', true)]).toEqual([false, true]);
});

test.each([
  '--inspect',
  '--inspect-brk=0',
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--js-flags=--x',
])('%s opens a way for a debugger', (argument) => {
  expect(hasDebugDoor(['copydesk', argument])).toBe(true);
  expect(hasDebugDoor(['copydesk', '--copydesk-data=/x', `story${argument}.copydesk`])).toBe(false);
});

test('a window has no Node, an isolated preload, a sandbox, web security, no webview, and no experiments', () => {
  const state = { x: 1, y: 2, width: 800, height: 600, maximized: false };
  const options = windowOptions(state, '/preload.cjs', true);
  expect(options).toMatchObject({ x: 1, y: 2, width: 800, height: 600, show: false });
  expect(options.webPreferences).toEqual({
    preload: '/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: true,
  });
  expect(options.webPreferences).not.toHaveProperty('enableBlinkFeatures');
});

test('the window that prints has neither a preload nor script', () => {
  const { preload: _none, ...strict } = webPreferences('');
  expect(printOptions().webPreferences).toEqual({ ...strict, javascript: false, spellcheck: false });
});
