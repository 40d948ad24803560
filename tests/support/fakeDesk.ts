import { join } from 'node:path';
import type { Application, Context } from '../../electron/core/application.ts';
import { createFlushes } from '../../electron/core/closing.ts';
import { createCurrentLibrary } from '../../electron/core/currentLibrary.ts';
import type { Desktop, FileQuestion } from '../../electron/core/desktop.ts';
import { createHandlers } from '../../electron/core/handlers.ts';
import { createImportRoad } from '../../electron/core/importing/importRoad.ts';
import { journalKeeper } from '../../electron/core/journalKeeper.ts';
import { createLibrary, openLibrary } from '../../electron/core/openLibrary.ts';
import { createSessions } from '../../electron/core/sessions.ts';
import { createTakenDrafts } from '../../electron/core/takenDrafts.ts';
import { createOpenWindows, type Shown, type WindowPort } from '../../electron/core/openWindows.ts';
import { createPageThemes } from '../../electron/core/pageThemes.ts';
import { createPreviews } from '../../electron/core/previews.ts';
import { openSettings } from '../../electron/core/settingsStore.ts';
import { isOpenableUrl } from '../../shared/article/address.ts';
import { CopydeskError } from '../../shared/error.ts';
import { answer } from '../../shared/ipc/answer.ts';
import { connect, type Bridge, type Connection, type Reply } from '../../shared/ipc/link.ts';
import { createLibraryIndex } from '../../electron/core/libraryIndex/libraryIndex.ts';
import { importWorker } from './importWorker.ts';
import { indexWorker } from './indexWorker.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { testPorts, type TestPorts } from './testPorts.ts';

/** A window without a screen: what it heard and what its title bar shows. */
export interface FakeWindow extends WindowPort {
  readonly heard: { readonly name: string; readonly value: unknown }[];
  readonly displayed: Shown[];
  /** The real `connect` on the real handlers, as this window. */
  readonly connection: Connection;
}

/** A whole Copydesk without Electron: real library, settings and handlers, a desktop that answers as told. */
export interface FakeDesk {
  readonly application: Application;
  readonly ports: TestPorts;
  readonly root: string;
  readonly folder: string;
  readonly reply: (name: unknown, input: unknown, context: Context) => Promise<Reply>;
  readonly openWindow: (article?: string | null) => FakeWindow;
  /** What the next dialog answers. */
  readonly answers: { path: string | null };
  /** What the desktop was asked, oldest first. */
  readonly asked: { readonly what: string; readonly value: unknown }[];
}

/** Makes a desk over a temporary folder; its library folder does not exist yet. */
export function fakeDesk(): FakeDesk {
  const folder = temporaryFolder();
  const root = join(folder, 'library');
  const ports = testPorts();
  const asked: { what: string; value: unknown }[] = [];
  const answers: { path: string | null } = { path: null };
  const ask = (what: string) => (value: unknown) => void asked.push({ what, value });
  const file = (what: string) => (_window: number, question: FileQuestion) => {
    ask(what)(question);
    return Promise.resolve(answers.path);
  };
  const desktop: Desktop = {
    version: '0.0.0',
    platform: 'test',
    runtime: 'Node',
    locale: 'en',
    documents: join(folder, 'documents'),
    chooseFolder: (_window, title, path) => {
      ask('chooseFolder')({ title, path });
      return Promise.resolve(answers.path);
    },
    chooseFile: file('chooseFile'),
    chooseFiles: async (window, question) => {
      const path = await file('chooseFiles')(window, question);
      return path === null ? null : [path];
    },
    chooseTarget: file('chooseTarget'),
    reveal: ask('reveal'),
    copy: async (both) => ask('copy')(both),
    openLink: async (href) => {
      if (!isOpenableUrl(href)) throw new CopydeskError('refused', `“${href}” is not opened`);
      ask('openLink')(href);
    },
    print: async (path) => ask('print')(path),
    openWindow: ask('openWindow'),
    pastePlain: ask('pastePlain'),
  };
  let kept: unknown = {};
  const path = join(folder, 'settings.json');
  const store = () => ({ path, read: () => kept, write: (value: unknown) => void (kept = value) });
  const settings = openSettings(store, path, new Date(0));
  const windows = createOpenWindows();
  const index = createLibraryIndex({
    script: indexWorker,
    userData: join(folder, 'data'),
    progress: (progress) => windows.broadcast('index:progress', progress),
    changed: () => windows.broadcast('index:changed', {}),
    looked: () => library.changed(),
  });
  const library = createCurrentLibrary({
    root,
    given: false,
    exists: async (at) => (await ports.files.stat(at)) !== null,
    open: (at) => openLibrary(at, ports, index.finderOf),
    create: (at) => createLibrary(at, ports, index.finderOf),
    first: () => Promise.reject(new CopydeskError('unexpected', 'No first start in this test')),
    remember: (at) => settings.put({ library: at }),
    heard: index.look,
    changed: () => windows.broadcast('library:changed', {}),
  });
  let start = folder;
  const application: Application = {
    ports,
    desktop,
    settings,
    library,
    journalOf: journalKeeper(ports, join(folder, 'data')),
    sessions: createSessions(windows),
    drafts: createTakenDrafts(),
    windows,
    // Nobody gets impatient: silent windows are tested where the flushes are.
    flushes: createFlushes({ sleep: () => new Promise(() => undefined) }),
    previews: createPreviews(),
    themes: createPageThemes(() => ({
      files: ports.files,
      bundled: [{ id: 'broadsheet', css: 'p { margin: 0 }' }],
      root: library.root(),
    })),
    index,
    road: createImportRoad(importWorker),
    copySaved: (window, saved) => ask('copySaved')({ window, saved }),
    exported: new Set(),
    folder: { get: () => start, set: (at) => (start = join(at, '..')) },
  };
  const reply = answer(createHandlers(application));
  let last = 0;
  return {
    application,
    ports,
    root,
    folder,
    reply,
    answers,
    asked,
    openWindow: (article = null) => {
      last += 1;
      const window = fakeWindow(last, reply);
      windows.add(window, article);
      return window;
    },
  };
}

function fakeWindow(id: number, reply: FakeDesk['reply']): FakeWindow {
  const heard: { name: string; value: unknown }[] = [];
  const displayed: Shown[] = [];
  const listeners = new Set<(name: string, value: unknown) => void>();
  const bridge: Bridge = {
    // What Electron does to everything that crosses.
    invoke: async (name, input) => structuredClone(await reply(name, structuredClone(input), { window: id })),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    id,
    heard,
    displayed,
    connection: connect(bridge),
    send: (name, value) => {
      heard.push({ name, value });
      for (const listener of listeners) listener(name, value);
    },
    display: (shown) => void displayed.push(shown),
  };
}
