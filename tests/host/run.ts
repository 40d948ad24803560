import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireChromium } from '../support/chromium.ts';
import { killChromium, launchChromium } from './cdp.ts';
import { commandLine, takeArgument } from './commandLine.ts';
import { app } from './electronApp.ts';
import { closePopups } from './pageTarget.ts';
import { state } from './state.ts';
import { announceProblem, announceReady, connectToTest } from './testControl.ts';
import { windowOfTarget } from './windows.ts';

type Manifest = {
  readonly main?: string;
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
};

const electronVersion = '45.4.1';
const chromeVersion = '156.0.8078.100';

function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
}

function readArguments(): string {
  const given = process.argv.slice(2);
  const visible = given[0] === '--visible';
  const [directory, ...rest] = visible ? given.slice(1) : given;
  if (directory === undefined) throw new Error('usage: run.ts [--visible] APP_DIR [--switch=value …]');
  state.visible = visible;
  state.appDirectory = resolve(directory);
  for (const argument of rest) takeArgument(argument);
  process.argv = [process.execPath, state.appDirectory, ...rest];
  // The application's own package.json; every field is optional.
  const manifest = JSON.parse(readFileSync(join(state.appDirectory, 'package.json'), 'utf8')) as Manifest;
  state.name = manifest.productName ?? manifest.name ?? 'Electron';
  state.version = manifest.version ?? '0.0.0';
  return join(state.appDirectory, manifest.main ?? 'index.js');
}

function disguise(): void {
  define(process, 'type', 'browser');
  define(process, 'defaultApp', true);
  define(process, 'resourcesPath', join(state.appDirectory, 'resources'));
  define(process, 'versions', {
    ...process.versions,
    electron: `${electronVersion}-host`,
    chrome: chromeVersion,
  });
  const standIn = new URL('electron.ts', import.meta.url).href;
  registerHooks({
    resolve(specifier, context, next) {
      return specifier === 'electron' || /^electron\/(main|common)$/.test(specifier)
        ? { url: standIn, format: 'module', shortCircuit: true }
        : next(specifier, context);
    },
  });
}

function reportProblems(): void {
  const report = (kind: string) => (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(`electron-host: ${kind} in the main process: ${text}`);
    announceProblem(`${kind}: ${text}`);
  };
  process.on('uncaughtException', report('uncaught exception'));
  process.on('unhandledRejection', report('unhandled rejection'));
}

// Electron is a Chromium, too: a test may send the names that it looks up to a server of its own.
function givenToChromium(): readonly string[] {
  const rules = commandLine.getSwitchValue('host-resolver-rules');
  return rules === '' ? [] : [`--host-resolver-rules=${rules}`];
}

async function startChromium(): Promise<string> {
  const chosen = process.env['COPYDESK_HOST_PROFILE'];
  if (chosen !== undefined) mkdirSync(chosen, { recursive: true });
  state.profile = mkdtempSync(join(chosen ?? tmpdir(), 'electron-host-'));
  state.chromiumPath = requireChromium();
  const chromium = launchChromium({
    path: state.chromiumPath,
    profile: state.profile,
    visible: state.visible,
    extra: givenToChromium(),
  });
  void chromium.exited.then((why) => {
    console.error(`electron-host: ${why}`);
    process.exit(1);
  });
  // As in Electron, nothing of main runs after `quit`: what it had not finished by then is not done.
  process.on('exit', () => {
    killChromium(chromium);
    rmSync(state.profile, { recursive: true, force: true, maxRetries: 3 });
  });
  const { browser } = chromium.connection;
  closePopups(chromium.connection);
  browser.on('Target.targetDestroyed', ({ targetId }) => windowOfTarget(targetId)?.gone());
  browser.on('Target.targetCrashed', ({ targetId }) => windowOfTarget(targetId)?.webContents.rendererGone());
  browser.on('Target.targetInfoChanged', ({ targetInfo }) => {
    const contents = windowOfTarget(targetInfo.targetId)?.webContents;
    if (contents !== undefined && contents.page.named) contents.titleChanged(targetInfo.title);
  });
  await browser.send('Target.setDiscoverTargets', { discover: true });
  await browser.send('Browser.setDownloadBehavior', { behavior: 'deny' });
  state.chromium.resolve(chromium);
  return chromium.address;
}

async function main(): Promise<void> {
  const entry = readArguments();
  disguise();
  reportProblems();
  connectToTest();
  let signals = 0;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => {
      signals += 1;
      // A second Ctrl+C means it.
      if (signals > 1) app.exit(1);
      else app.quit();
    });
  // Chromium comes up while main is imported; nothing is asked of it before main has had its say.
  const address = startChromium();
  address.catch(() => undefined);
  await import(pathToFileURL(entry).href);
  announceReady(await address);
  app.becomeReady();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exit(1);
});
