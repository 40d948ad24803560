import { dirname, resolve } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, session, shell } from 'electron';
import { messageOf } from '../shared/error.ts';
import type { Application } from './core/application.ts';
import { createFlushes } from './core/closing.ts';
import { createCurrentLibrary, type CurrentLibrary } from './core/currentLibrary.ts';
import type { Desktop } from './core/desktop.ts';
import { startLibrary } from './core/firstStart.ts';
import { createHandlers } from './core/handlers.ts';
import { createImportRoad } from './core/importing/importRoad.ts';
import { createLibraryIndex, type LibraryIndex } from './core/libraryIndex/libraryIndex.ts';
import { journalKeeper } from './core/journalKeeper.ts';
import { libraryLocker } from './core/lockedLibrary.ts';
import { nodePorts } from './core/nodePorts.ts';
import { createLibrary, openLibrary } from './core/openLibrary.ts';
import { createOpenWindows, type OpenWindows } from './core/openWindows.ts';
import { createPageThemes } from './core/pageThemes.ts';
import { createPreviews } from './core/previews.ts';
import { createSessions } from './core/sessions.ts';
import { createTakenDrafts } from './core/takenDrafts.ts';
import type { SettingsStore } from './core/settingsStore.ts';
import { watchThemes } from './core/watchThemes.ts';
import { copy } from './clipboard.ts';
import { fileDialogs } from './dialogs.ts';
import { guardSession, guardWindows } from './guard.ts';
import { answerCalls } from './ipc.ts';
import { openLink } from './links.ts';
import { setMenu } from './menu.ts';
import { serveApp } from './protocol.ts';
import { openUserSettings } from './settings.ts';
import { bundledThemes } from './themes.ts';
import { printPreview } from './window.ts';
import { createWindows, quitInOrder, type Windows } from './windows.ts';

const makeDesktop = (windows: Pick<Windows, 'open'>): Desktop => ({
  version: app.getVersion(),
  platform: process.platform,
  runtime: `Electron ${process.versions.electron ?? ''}`,
  locale: app.getLocale(),
  documents: app.getPath('documents'),
  ...fileDialogs,
  reveal: (path) => shell.showItemInFolder(path),
  copy,
  openLink,
  print: printPreview,
  openWindow: windows.open,
  pastePlain: (window) => BrowserWindow.fromId(window)?.webContents.pasteAndMatchStyle(),
});

function findLibrary(
  settings: SettingsStore,
  windows: OpenWindows,
  index: LibraryIndex,
  meet: (example: string | null) => void,
): CurrentLibrary {
  // A folder for this run only: nothing of it is remembered.
  const given = app.commandLine.getSwitchValue('copydesk-library');
  const root = given === '' ? settings.get().library : resolve(given);
  const documents = app.getPath('documents');
  const locked = libraryLocker(nodePorts, app.getPath('userData'));
  return createCurrentLibrary({
    root,
    given: given !== '',
    open: async (folder) => locked(await openLibrary(folder, nodePorts, index.finderOf)),
    create: async (folder) => locked(await createLibrary(folder, nodePorts, index.finderOf)),
    first: async () => {
      const first = await startLibrary(nodePorts, { configured: '', fresh: settings.fresh, documents });
      meet(first.example);
      return locked(first);
    },
    exists: async (folder) => (await nodePorts.files.stat(folder)) !== null,
    remember: (library) => settings.put({ library }),
    shown: () => windows.all().flatMap(({ id }) => windows.shown(id).article ?? []),
    heard: index.look,
    changed: () => windows.broadcast('library:changed', {}),
  });
}

function keepUpToDate(settings: SettingsStore, open: Windows['open']): void {
  let listed = '';
  const apply = (): void => {
    const { theme, recent } = settings.get();
    nativeTheme.themeSource = theme;
    // A moved caret changes the settings too, and needs no new menu.
    const list = JSON.stringify(recent.map(({ id, title }) => [id, title]));
    if (list !== listed) setMenu(recent, open);
    listed = list;
  };
  apply();
  settings.onChange(apply);
}

/** Starts Copydesk: everything is wired here, and the first window opens. */
export function start(): void {
  // A packaged Copydesk serves nothing but its own files.
  const server = app.isPackaged ? '' : (process.env['COPYDESK_DEV_SERVER'] ?? '');
  const settings = openUserSettings();
  const windows = createOpenWindows();
  const flushes = createFlushes(nodePorts.clock);
  const previews = createPreviews();
  let example: string | null = null;
  const themeWatch = watchThemes(() => windows.broadcast('theme:changed', {}));
  const index = createLibraryIndex({
    script: new URL('../indexWorker/indexWorker.cjs', import.meta.url),
    userData: app.getPath('userData'),
    progress: (progress) => windows.broadcast('index:progress', progress),
    changed: () => windows.broadcast('index:changed', {}),
    looked: () => library.changed(),
  });
  const library = findLibrary(settings, windows, index, (made) => (example = made));
  const keeper = createWindows({ windows, settings, flushes, previews }, () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let folder = app.getPath('documents');
  const application: Application = {
    ports: nodePorts,
    desktop: makeDesktop(keeper),
    settings,
    library,
    journalOf: journalKeeper(nodePorts, app.getPath('userData')),
    index,
    sessions: createSessions(windows),
    drafts: createTakenDrafts(),
    windows,
    flushes,
    previews,
    themes: createPageThemes(() => {
      const root = library.root();
      themeWatch.follow(root);
      return { files: nodePorts.files, bundled: bundledThemes, root };
    }),
    road: createImportRoad(new URL('../importWorker/importWorker.cjs', import.meta.url)),
    copySaved: keeper.copySaved,
    exported: new Set(),
    folder: { get: () => folder, set: (path) => (folder = dirname(path)) },
  };
  guardWindows();
  guardSession(session.defaultSession, server !== '');
  serveApp({ previews, server, media: async (src) => (await library.open()).media.read(src) });
  answerCalls(createHandlers(application));
  keepUpToDate(settings, keeper.open);
  quitInOrder(keeper);
  app.on('second-instance', () => keeper.open(null));
  app.on('activate', () => {
    if (windows.all().length === 0) keeper.open(settings.get().recent[0]?.id ?? null);
  });
  // Listened to, so that Electron does not decide: the last closed window does (`windows.ts`).
  app.on('window-all-closed', () => undefined);
  app.on('will-quit', () => {
    library.stop();
    void index.stop();
    themeWatch.stop();
  });
  process.on('uncaughtException', (error) =>
    dialog.showErrorBox(
      'Copydesk met a problem it did not expect',
      `${messageOf(error)}\n\nArticles are safe up to their last save.`,
    ),
  );
  const openFirst = (): void => keeper.open(settings.get().recent[0]?.id ?? example);
  // Only the first start of all waits for its library: it shows the example. What fails is said in the window.
  if (library.root() === '') void library.open().then(openFirst, openFirst);
  else openFirst();
}
