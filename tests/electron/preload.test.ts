import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../support/projectRoot.ts';

let outDir = '';
let built = '';

beforeAll(async () => {
  outDir = mkdtempSync(join(tmpdir(), 'copydesk-preload-'));
  const configFile = join(projectRoot, 'vite.config.ts');
  await build({ configFile, mode: 'preload', logLevel: 'error', root: projectRoot, build: { outDir } });
  built = readFileSync(join(outDir, 'preload.cjs'), 'utf8');
});
afterAll(() => rmSync(outDir, { recursive: true, force: true }));

/** Runs the built preload as Electron's sandbox does: with `require` for electron only. */
function runPreload() {
  const exposed: Record<string, unknown> = {};
  const invoked: unknown[][] = [];
  const listeners = new Map<string, (...values: readonly unknown[]) => void>();
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => (exposed[name] = api) },
    ipcRenderer: {
      invoke: (...values: unknown[]) => invoked.push(values),
      on: (channel: string, listener: () => void) => listeners.set(channel, listener),
      removeListener: (channel: string) => listeners.delete(channel),
    },
  };
  const load = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return electron;
  };
  // The file is a script for Electron's own loader; this is that loader.
  // oxlint-disable-next-line typescript/no-implied-eval, no-new-func
  new Function('require', 'module', 'exports', built)(load, { exports: {} }, {});
  return { exposed, invoked, listeners };
}

test('requires nothing but electron', () => {
  const required = [...built.matchAll(/require\(\s*(["'`])(.*?)\1\s*\)/g)].map((match) => match[2]);
  expect(required).toEqual(['electron']);
  expect(built).not.toMatch(/\bimport\s*[({*"']|^import\b/m);
});

test('gives the page two functions, and nothing of Electron', () => {
  const { exposed } = runPreload();
  expect(Object.keys(exposed)).toEqual(['copydesk']);
  expect(Object.entries(Object(exposed['copydesk'])).map(([name, value]) => [name, typeof value])).toEqual([
    ['invoke', 'function'],
    ['listen', 'function'],
  ]);
});

test('speaks on the one channel of calls and the one of events, whatever the names, and hides the sender', () => {
  const { exposed, invoked, listeners } = runPreload();
  // As the page sees it: `Bridge` in shared/ipc/link.ts.
  const bridge = exposed['copydesk'] as {
    invoke: (...values: unknown[]) => unknown;
    listen: (listener: (...values: unknown[]) => void) => () => void;
  };
  bridge.invoke('article:open', { id: 'x' }, 'more');
  expect(invoked).toEqual([['copydesk:call', 'article:open', { id: 'x' }]]);
  const heard: unknown[][] = [];
  const stop = bridge.listen((...values) => heard.push(values));
  expect([...listeners.keys()]).toEqual(['copydesk:event']);
  listeners.get('copydesk:event')?.({ sender: 'ipcRenderer' }, 'library:changed', {});
  expect(heard).toEqual([['library:changed', {}]]);
  stop();
  expect([...listeners.keys()]).toEqual([]);
});

test('knows no name of the contract: it never changes when a call is added', () => {
  expect(built).not.toMatch(/article:|library:|window:|settings:/);
});
