import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { userDataFolder } from '../../electron/core/userData.ts';
import { projectRoot } from '../support/projectRoot.ts';

const home = join('/', 'home', 'ada');

it.each([
  ['linux', {}, join(home, '.config', 'Copydesk')],
  ['linux', { XDG_CONFIG_HOME: join('/', 'settings') }, join('/', 'settings', 'Copydesk')],
  ['linux', { XDG_CONFIG_HOME: '' }, join(home, '.config', 'Copydesk')],
  ['darwin', { XDG_CONFIG_HOME: join('/', 'x') }, join(home, 'Library', 'Application Support', 'Copydesk')],
  ['win32', { APPDATA: join('/', 'roaming') }, join('/', 'roaming', 'Copydesk')],
  ['win32', {}, join(home, 'AppData', 'Roaming', 'Copydesk')],
] as const)('is on %s with %j where Electron has it', (platform, env, folder) => {
  expect(userDataFolder({ platform, env, home })).toBe(folder);
});

it('has the name that Electron gives it, the product’s', () => {
  const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    readonly productName: string;
  }; // npm keeps it
  expect(basename(userDataFolder({ platform: 'linux', env: {}, home }))).toBe(manifest.productName);
});
