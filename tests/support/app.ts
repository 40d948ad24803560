import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { chooseRuntime } from './electronBinary.ts';
import { projectRoot } from './projectRoot.ts';
import { end, hasEnded, start, type Application, type Started } from './runningApp.ts';
import {
  installStubs,
  openedExternally,
  setReplies,
  shownBoxes,
  type Reply,
  type ShownBox,
} from './stubs.ts';

export { expect };

/** What a test may choose when it starts Copydesk. */
export type LaunchOptions = {
  /** More switches and files for the command line. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Another application folder than the project root. */
  readonly appDirectory?: string;
  readonly dataDir?: string;
  readonly libraryDir?: string;
  /** Fills the folders before the start; both exist by then. */
  readonly prepare?: (folders: { readonly dataDir: string; readonly libraryDir: string }) => Promise<void>;
  /** Whether the library folder is made (yes) and passed (yes): a test of its absence says no. */
  readonly makeLibrary?: boolean;
};

/** A running Copydesk with its first window, its folders and what tests do with it. */
export type CopydeskApp = {
  readonly app: Application;
  readonly page: Page;
  readonly dataDir: string;
  readonly libraryDir: string;
  readonly runtime: 'electron' | 'host';
  /** Answers the dialogs that main is about to show. */
  readonly reply: (reply: Reply) => Promise<void>;
  readonly messageBoxes: () => Promise<readonly ShownBox[]>;
  readonly openedExternally: () => Promise<readonly string[]>;
  /** Loads the page again, as main does; Playwright's own reload would look like a wish of the page. */
  readonly reload: () => Promise<void>;
  /** Clicks an item of the application menu. */
  readonly menu: (id: string) => Promise<void>;
  /** Accepts errors that match: the test fails on any other console error, CSP violation or uncaught error. */
  readonly allow: (pattern: RegExp) => void;
  /** Every problem so far, allowed or not. */
  readonly problems: () => readonly string[];
  /** Quits as a person would, and waits for the end of the process. */
  readonly quit: () => Promise<void>;
  /** Ends the process at once, as a crash does. */
  readonly kill: () => Promise<void>;
  /** Quits if still running and starts again on the same folders. */
  readonly restart: (options?: LaunchOptions) => Promise<CopydeskApp>;
  /** Ends without asking anybody; the fixture does it anyway after the test. */
  readonly close: () => Promise<void>;
};

type Fixtures = { readonly launch: (options?: LaunchOptions) => Promise<CopydeskApp> };
type Folder = (name: string) => string;
type Entry = { readonly started: Started; readonly profileFolder: string; readonly allowed: RegExp[] };

async function quit(application: Application): Promise<void> {
  if (hasEnded(application)) return;
  const closed = application.waitForEvent('close');
  await application.evaluate(({ app }) => void setTimeout(() => app.quit(), 0)).catch(() => undefined);
  await closed;
}

async function kill(application: Application): Promise<void> {
  const closed = application.waitForEvent('close');
  application.process().kill('SIGKILL');
  await closed;
}

async function clickMenu(application: Application, id: string): Promise<void> {
  await application.evaluate(({ BrowserWindow, Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    if (item === null || item === undefined) throw new Error(`The menu has no item "${wanted}"`);
    if (!item.enabled) throw new Error(`The menu item "${wanted}" is disabled`);
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
    item.click({}, window, window?.webContents);
  }, id);
}

async function reload(application: Application, page: Page): Promise<void> {
  const loaded = page.waitForEvent('load');
  await application.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
  });
  await loaded;
}

async function launchIn(folder: Folder, entries: Entry[], options: LaunchOptions): Promise<CopydeskApp> {
  const runtime = chooseRuntime();
  const dataDir = options.dataDir ?? folder('data');
  const libraryDir = options.libraryDir ?? folder('library');
  const profileFolder = folder(`profile-${entries.length}`);
  await mkdir(dataDir, { recursive: true });
  if (options.makeLibrary !== false) await mkdir(libraryDir, { recursive: true });
  await options.prepare?.({ dataDir, libraryDir });
  const switches = [`--copydesk-data=${dataDir}`, `--copydesk-library=${libraryDir}`];
  const args = [options.appDirectory ?? projectRoot, ...switches, ...(options.args ?? [])];
  const started = await start({ runtime, args, env: options.env ?? {}, profileFolder });
  const entry: Entry = { started, profileFolder, allowed: [] };
  entries.push(entry);
  const { application } = started;
  await installStubs(application);
  const page = await application.firstWindow();
  return {
    app: application,
    page,
    dataDir,
    libraryDir,
    runtime: runtime.kind,
    reply: (reply) => setReplies(application, reply),
    messageBoxes: () => shownBoxes(application),
    openedExternally: () => openedExternally(application),
    reload: () => reload(application, page),
    menu: (id) => clickMenu(application, id),
    allow: (pattern) => void entry.allowed.push(pattern),
    problems: () => started.problems,
    quit: () => quit(application),
    kill: () => kill(application),
    restart: async (changed = {}) => {
      await quit(application);
      return launchIn(folder, entries, { dataDir, libraryDir, ...changed });
    },
    close: () => end(started, profileFolder),
  };
}

/** Gives `provide` a launch function; afterwards ends what it started and tells of problems that nobody allowed. */
export async function withLaunch(
  folder: Folder,
  provide: (launch: Fixtures['launch']) => Promise<void>,
): Promise<readonly string[]> {
  const entries: Entry[] = [];
  await provide((options = {}) => launchIn(folder, entries, options));
  for (const { started, profileFolder } of entries) await end(started, profileFolder);
  return entries.flatMap(({ started, allowed }) =>
    started.problems.filter((text) => !allowed.some((pattern) => pattern.test(text))),
  );
}

/** Playwright's test with `launch`: Copydesk on real Electron or on the host, in folders of the test's own. */
export const test = base.extend<Fixtures>({
  // Playwright reads the fixtures' names from this pattern.
  // oxlint-disable-next-line no-empty-pattern
  launch: async ({}, provide, testInfo) => {
    const problems = await withLaunch((name) => testInfo.outputPath(name), provide);
    expect(problems, 'console errors, CSP violations and uncaught errors').toEqual([]);
  },
});

/** The folder of a file inside the project. */
export const inProject = (...parts: readonly string[]): string => join(projectRoot, ...parts);
