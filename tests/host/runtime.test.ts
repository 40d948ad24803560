import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { findChromium } from '../support/chromium.ts';
import { chooseRuntime, findElectronBinary } from '../support/electronBinary.ts';
import { whyNoDisplay } from './openApplication.ts';

describe('the choice of the runtime', () => {
  afterEach(() => vi.unstubAllEnvs());

  const withFolder = (work: (folder: string) => void) => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-electron-'));
    try {
      work(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  test('an Electron without path.txt has not been downloaded', () => {
    withFolder((folder) => expect(findElectronBinary(folder)).toBeUndefined());
  });

  test('the binary is the file that path.txt names under dist, if it is there', () => {
    withFolder((folder) => {
      writeFileSync(join(folder, 'path.txt'), 'electron\n');
      expect(findElectronBinary(folder)).toBeUndefined();
      mkdirSync(join(folder, 'dist'));
      writeFileSync(join(folder, 'dist', 'electron'), '');
      expect(findElectronBinary(folder)).toBe(join(folder, 'dist', 'electron'));
    });
  });

  test('COPYDESK_RUNTIME=host wins over a binary', () => {
    expect(chooseRuntime({ COPYDESK_RUNTIME: 'host' })).toEqual({ kind: 'host' });
  });

  test('a COPYDESK_CHROMIUM that does not exist is an error that says what to install', () => {
    vi.stubEnv('COPYDESK_CHROMIUM', join(tmpdir(), 'no-such-browser'));
    expect(() => findChromium()).toThrow(/no-such-browser.*apt-get install chromium/s);
  });

  test('without a display, the advice names the command line', () => {
    expect(whyNoDisplay({}, 'linux')).toContain('npm run -s desk');
    expect(whyNoDisplay({ DISPLAY: ':0' }, 'linux')).toBeUndefined();
    expect(whyNoDisplay({}, 'darwin')).toBeUndefined();
  });
});
