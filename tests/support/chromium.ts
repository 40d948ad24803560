import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Thrown when no Chromium can be found or installed; its message says what to do. */
export class NoChromiumError extends Error {}

const advice =
  'Install Chromium or Google Chrome (Debian, Ubuntu: apt-get install chromium fonts-liberation; ' +
  'any system: npx playwright install chromium), or set COPYDESK_CHROMIUM to the browser to use.';

function windowsLocations(): readonly string[] {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
  const tails = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];
  return roots.flatMap((name) => {
    const root = process.env[name];
    return root === undefined ? [] : tails.map((tail) => join(root, tail));
  });
}

function macLocations(): readonly string[] {
  const names = ['Chromium', 'Google Chrome', 'Google Chrome for Testing'];
  return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
    names.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
  );
}

function linuxLocations(): readonly string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
  ];
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/opt/google/chrome/chrome',
  ];
}

function playwrightFolder(): string {
  const chosen = process.env['PLAYWRIGHT_BROWSERS_PATH'];
  if (chosen !== undefined && chosen !== '' && chosen !== '0') return chosen;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ms-playwright');
  if (process.platform === 'win32') return join(homedir(), 'AppData', 'Local', 'ms-playwright');
  return join(homedir(), '.cache', 'ms-playwright');
}

const playwrightBinaries = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
];

function playwrightLocations(): readonly string[] {
  const folder = playwrightFolder();
  if (!existsSync(folder)) return [];
  const builds = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
  const newest = builds.toSorted((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  return newest.flatMap((build) => playwrightBinaries.map((binary) => join(folder, build, binary)));
}

/** The path of an installed Chromium: COPYDESK_CHROMIUM, then the system's, then Playwright's; undefined if none. */
export function findChromium(): string | undefined {
  const chosen = process.env['COPYDESK_CHROMIUM'];
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return chosen;
    throw new NoChromiumError(`COPYDESK_CHROMIUM is "${chosen}", and there is no such file. ${advice}`);
  }
  const usual =
    process.platform === 'win32'
      ? windowsLocations()
      : process.platform === 'darwin'
        ? macLocations()
        : linuxLocations();
  return [...usual, ...playwrightLocations()].find((path) => existsSync(path));
}

/** As findChromium, but throws a NoChromiumError that says what to install. */
export function requireChromium(): string {
  const found = findChromium();
  if (found === undefined) throw new NoChromiumError(`No Chromium was found. ${advice}`);
  return found;
}

function run(command: string, parameters: readonly string[], say: (line: string) => void): boolean {
  say(`$ ${command} ${parameters.join(' ')}`);
  const done = spawnSync(command, parameters, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return done.status === 0;
}

function installFromSystem(say: (line: string) => void): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  if (!run('apt-get', ['-qq', 'update'], say)) say('apt-get update failed; trying to install anyway.');
  run('apt-get', ['-qq', '-y', 'install', '--no-install-recommends', 'chromium', 'fonts-liberation'], say);
}

/** Finds Chromium, or installs it (apt-get as root, else through Playwright); `say` hears what is being done. */
export function ensureChromium(say: (line: string) => void): string {
  const found = findChromium();
  if (found !== undefined) return found;
  say('No Chromium was found on this machine; installing one.');
  installFromSystem(say);
  const installed = findChromium();
  if (installed !== undefined) return installed;
  run('npx', ['playwright', 'install', 'chromium'], say);
  const downloaded = findChromium();
  if (downloaded !== undefined) return downloaded;
  throw new NoChromiumError(`Chromium could not be installed by itself. ${advice}`);
}
