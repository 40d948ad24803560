import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { projectRoot } from '../support/projectRoot.ts';

const fake = vi.hoisted(() => ({ done: [] as string[], packaged: false, locked: true, data: '' }));

vi.mock('electron', () => ({
  app: {
    get isPackaged() {
      return fake.packaged;
    },
    enableSandbox: () => fake.done.push('sandbox'),
    setPath: (name: string, path: string) => fake.done.push(`${name} ${path}`),
    commandLine: { getSwitchValue: (name: string) => (name === 'copydesk-data' ? fake.data : '') },
    requestSingleInstanceLock: () => {
      fake.done.push('lock');
      return fake.locked;
    },
    quit: () => fake.done.push('quit'),
    whenReady: () => Promise.resolve(),
  },
}));
vi.mock('../../electron/protocol.ts', () => ({ registerScheme: () => fake.done.push('scheme') }));
vi.mock('../../electron/start.ts', () => ({ start: () => fake.done.push('start') }));

const args = process.argv;

async function runMain(given: Partial<typeof fake> & { readonly args?: readonly string[] } = {}) {
  Object.assign(fake, given);
  process.argv = ['copydesk', ...(given.args ?? [])];
  vi.resetModules();
  await import('../../electron/main.ts');
  await Promise.resolve();
  process.argv = args;
  return fake.done;
}

beforeEach(() => Object.assign(fake, { done: [], packaged: false, locked: true, data: '' }));

test('sandboxes every page and announces the scheme before anything else, then starts', async () => {
  expect(await runMain()).toEqual(['sandbox', 'scheme', 'lock', 'start']);
});

test('keeps its data in the folder given, so that the lock is of that folder', async () => {
  const data = join(projectRoot, 'x');
  expect(await runMain({ data })).toEqual(['sandbox', 'scheme', `userData ${data}`, 'lock', 'start']);
});

test('a second start on the same data ends', async () => {
  expect(await runMain({ locked: false })).toEqual(['sandbox', 'scheme', 'lock', 'quit']);
});

test('a packaged application ends when a debugger is let in; while developing it may', async () => {
  expect(await runMain({ packaged: true, args: ['--inspect'] })).not.toContain('start');
  fake.done.length = 0;
  expect(await runMain({ packaged: false, args: ['--inspect'] })).toContain('start');
});

test('Electron is one without the known ways out of a sandboxed frame', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    readonly devDependencies: { readonly electron: string };
  }; // our own file
  const [major = 0, minor = 0, patch = 0] = devDependencies.electron.split('.').map(Number);
  expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(43_004_001);
});
