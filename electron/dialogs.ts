import { BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import type { CloseChoice } from './core/closing.ts';
import type { Desktop, FileKind } from './core/desktop.ts';

const filters = (kinds: readonly FileKind[]) =>
  kinds.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));

const openMany = async (
  window: number,
  options: Electron.OpenDialogOptions,
): Promise<readonly string[] | null> => {
  const parent = BrowserWindow.fromId(window);
  const answer = await (parent === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options));
  return answer.canceled || answer.filePaths.length === 0 ? null : answer.filePaths;
};

const open = async (window: number, options: Electron.OpenDialogOptions): Promise<string | null> =>
  (await openMany(window, options))?.[0] ?? null;

const ask = async (window: BrowserWindow | null, options: MessageBoxOptions): Promise<number> => {
  const answer = await (window === null
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return answer.response;
};

/** The system's dialogs for folders and files. */
export const fileDialogs: Pick<Desktop, 'chooseFolder' | 'chooseFile' | 'chooseFiles' | 'chooseTarget'> = {
  chooseFolder: (window, title, path) =>
    open(window, { title, defaultPath: path, properties: ['openDirectory', 'createDirectory'] }),
  chooseFile: (window, { title, path, kinds }) =>
    open(window, { title, defaultPath: path, filters: filters(kinds), properties: ['openFile'] }),
  chooseFiles: (window, { title, path, kinds }) =>
    openMany(window, {
      title,
      defaultPath: path,
      filters: filters(kinds),
      properties: ['openFile', 'multiSelections'],
    }),
  chooseTarget: async (window, { title, path, kinds }) => {
    const parent = BrowserWindow.fromId(window);
    const options = { title, defaultPath: path, filters: filters(kinds) };
    const answer = await (parent === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(parent, options));
    return answer.canceled || answer.filePath === '' ? null : answer.filePath;
  },
};

const closeChoices: readonly CloseChoice[] = ['copy', 'discard', 'cancel'];

/** Asks what to do with a window whose article could not be saved. */
export async function askBeforeClose(
  window: BrowserWindow,
  title: string,
  message: string,
): Promise<CloseChoice> {
  const response = await ask(window, {
    type: 'warning',
    message: `“${title}” could not be saved`,
    detail: `${message}\n\nUnless it says otherwise above, what you typed since the last save is kept in the recovery journal on this computer, and offered at the next start.`,
    buttons: ['Save a Copy Elsewhere…', 'Close Without Saving', 'Cancel'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return closeChoices[response] ?? 'cancel';
}

const endings: Readonly<Record<string, string>> = {
  oom: 'it needed more memory than this computer has to give',
  'memory-eviction': 'the system needed its memory',
  killed: 'the system or another program ended it',
};

/** Says that a window's page has died; true to load it again. */
export async function askToReload(window: BrowserWindow, reason: string): Promise<boolean> {
  const response = await ask(window, {
    type: 'error',
    message: 'This window has stopped working',
    detail: `The page ended: ${endings[reason] ?? `a fault (${reason})`}. Everything that was saved is safe in the library; what was typed after the last save is kept in the recovery journal, and comes back when the window is opened again.`,
    buttons: ['Open Again', 'Close Window'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/** Tells the person something that concerns no article. */
export async function notify(message: string, detail: string): Promise<void> {
  await ask(BrowserWindow.getFocusedWindow(), { type: 'info', message, detail, buttons: ['OK'] });
}
