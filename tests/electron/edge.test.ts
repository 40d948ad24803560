import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';

const fake = vi.hoisted(() => {
  const opened: string[] = [];
  const handlers = new Map<string, (event: unknown, ...values: unknown[]) => unknown>();
  return {
    opened,
    handlers,
    onApp: new Map<string, (...values: unknown[]) => void>(),
  };
});

vi.mock('electron', () => ({
  shell: { openExternal: async (href: string) => void fake.opened.push(href) },
  app: { on: (name: string, listener: () => void) => void fake.onApp.set(name, listener) },
  ipcMain: { handle: (channel: string, handler: () => unknown) => void fake.handlers.set(channel, handler) },
  BrowserWindow: { fromWebContents: (contents: { readonly window: unknown }) => contents.window },
}));

const { openLink } = await import('../../electron/links.ts');
const { guardSession, guardWindows } = await import('../../electron/guard.ts');
const { answerCalls } = await import('../../electron/ipc.ts');

beforeEach(() => {
  fake.opened.length = 0;
  fake.handlers.clear();
  fake.onApp.clear();
});

const allowed = [
  'https://example.org/',
  'http://example.org/a?b=c#d',
  'HTTPS://EXAMPLE.ORG/',
  'mailto:desk@example.org?subject=Late',
  'https://xn--bcher-kva.example/',
];
const schemes = [
  'about:blank', 'app://copydesk/', 'bitcoin:x', 'blob:https://example.org/x', 'callto:1', 'chrome://settings', 'cid:x',
  'data:text/html,x', 'devtools://x', 'dict://x', 'dns:x', 'exec:x', 'facetime:1', 'file:///etc/passwd', 'filesystem:x',
  'ftp://example.org', 'ftps://example.org', 'geo:1,2', 'git://x', 'gopher://x', 'help:x', 'imap://x', 'intent:x',
  'irc://x', 'jar:x', 'javascript:alert(1)', 'ldap://x', 'magnet:?x', 'market://x', 'mid:x', 'mms://x', 'ms-appinstaller:x',
  'ms-calculator:', 'ms-msdt:/id', 'ms-officecmd:x', 'ms-settings:', 'ms-word:ofe|u|x', 'news:x', 'nfs://x', 'nntp://x',
  'odbc:x', 'onenote:x', 'pop://x', 'search-ms:query=x', 'sftp://x', 'shell:startup', 'sip:x', 'skype:x', 'slack://x',
  'smb://server/share', 'sms:1', 'ssh://x', 'steam://run/1', 'tel:+1', 'telnet://x', 'tg://x', 'urn:x', 'vbscript:x',
  'view-source:https://example.org', 'vscode://x', 'webcal://x', 'ws://x', 'wss://x', 'x-apple.systempreferences:x',
  'xmpp:x', 'zoommtg://x',
]; // prettier-ignore
const disguises = [
  '', ' ', '//evil.example', '\\\\evil\\share', '\\/evil.example', '/etc/passwd', 'example.org', 'https:example.org',
  'https:/example.org', 'https:\\\\example.org', ' https://example.org', 'https://example.org\n', 'java\tscript:alert(1)',
  'JaVaScRiPt:alert(1)', '\u0001javascript:x', 'https://user:word@example.org/', 'https://user@example.org/',
  'https://example.org/\u202egpj.exe', 'https://exa\u0000mple.org', 'https://example.org/<script>', 'https://', 'http://[',
  'https\u200b://example.org', 'http\u2024s://x',
]; // prettier-ignore

test.each(allowed)('hands %s to the system', async (href) => {
  await openLink(href);
  expect(fake.opened).toEqual([href]);
});

test(`hands none of ${schemes.length} other schemes to the system`, async () => {
  expect(schemes.length).toBeGreaterThanOrEqual(60);
  for (const href of schemes) await expect(openLink(href), href).rejects.toMatchObject({ code: 'refused' });
  expect(fake.opened).toEqual([]);
});

test.each(disguises)('is not deceived by %j', async (href) => {
  await expect(openLink(href)).rejects.toMatchObject({ code: 'refused' });
  expect(fake.opened).toEqual([]);
});

class Contents extends EventEmitter {
  openHandler: ((details: object) => { action: string }) | undefined;
  setWindowOpenHandler(handler: (details: object) => { action: string }): void {
    this.openHandler = handler;
  }
}

test('every page that is ever made is denied navigation, windows and webviews', () => {
  guardWindows();
  const contents = new Contents();
  fake.onApp.get('web-contents-created')?.({}, contents);
  const prevented = (name: string, details: object): boolean => {
    let stopped = false;
    contents.emit(name, { ...details, preventDefault: () => (stopped = true) });
    return stopped;
  };
  const page = 'app://copydesk/index.html';
  expect(prevented('will-navigate', { url: 'https://example.org/' })).toBe(true);
  expect(prevented('will-navigate', { url: page })).toBe(false);
  expect(prevented('will-frame-navigate', { url: 'https://example.org/', isMainFrame: false })).toBe(true);
  expect(prevented('will-frame-navigate', { url: page, isMainFrame: false })).toBe(true);
  expect(prevented('will-attach-webview', {})).toBe(true);
  expect(contents.openHandler?.({ url: page })).toEqual({ action: 'deny' });
});

test('no permission is granted, whether asked for or checked, no device, and nothing is downloaded', () => {
  const kept: Record<string, (...values: unknown[]) => unknown> = {};
  const keep = (name: string) => (handler: (...values: unknown[]) => unknown) => void (kept[name] = handler);
  const session = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setSpellCheckerDictionaryDownloadURL: () => undefined,
    on: (name: string, handler: (...values: unknown[]) => unknown) => keep(name)(handler),
  };
  // The part of a session that guardSession uses.
  guardSession(session as unknown as Parameters<typeof guardSession>[0], false);
  for (const permission of [
    'media',
    'geolocation',
    'clipboard-read',
    'notifications',
    'fileSystem',
    'loopback-network',
  ]) {
    const granted: unknown[] = [];
    kept['request']?.({}, permission, (answer: unknown) => granted.push(answer));
    expect([granted, kept['check']?.({}, permission)], permission).toEqual([[false], false]);
  }
  expect(kept['device']?.({})).toBe(false);
  let stopped = false;
  kept['will-download']?.({ preventDefault: () => (stopped = true) });
  expect(stopped).toBe(true);
});

test('answers the top frame of our own page, and no other sender', async () => {
  const called: unknown[] = [];
  // One handler is enough here; `tests/core/handlers.test.ts` has them all.
  const handlers = { 'settings:get': (_input: unknown, context: unknown) => called.push(context) };
  answerCalls(handlers as unknown as Parameters<typeof answerCalls>[0]);
  const handler = fake.handlers.get('copydesk:call');
  const mainFrame = { url: 'app://copydesk/index.html' };
  const sender = { mainFrame, window: { id: 4 } };
  const send = (event: object) =>
    handler?.({ sender, senderFrame: mainFrame, ...event }, 'settings:get', null);
  expect(await send({})).toMatchObject({ ok: true });
  const refused = { ok: false, code: 'refused' };
  expect(await send({ senderFrame: { url: 'app://copydesk/index.html' } })).toMatchObject(refused);
  expect(await send({ senderFrame: null })).toMatchObject(refused);
  for (const url of [
    'https://example.org/',
    `app://copydesk/preview/${'0'.repeat(32)}/`,
    'file:///x',
    'about:blank',
  ]) {
    const foreign = { url };
    const event = { senderFrame: foreign, sender: { ...sender, mainFrame: foreign } };
    expect(await send(event), url).toMatchObject(refused);
  }
  expect(await send({ sender: { mainFrame, window: null } })).toMatchObject(refused);
  expect(called).toEqual([{ window: 4 }]);
});
