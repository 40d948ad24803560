import { join } from 'node:path';
import { BrowserWindow, Menu, nativeTheme } from 'electron';
import { eventChannel } from '../shared/ipc/channels.ts';
import { contextMenu } from './core/contextMenu.ts';
import { titleOf, type WindowPort } from './core/openWindows.ts';
import { appAddress, appHost, appScheme } from './core/routes.ts';
import { printOptions, windowOptions } from './core/windowOptions.ts';
import type { WindowState } from './core/windowState.ts';

const preload = join(import.meta.dirname, '..', 'preload', 'preload.cjs');

/** Opens a window of Copydesk; its page is on the way. */
export function createWindow(state: WindowState): BrowserWindow {
  const window = new BrowserWindow(windowOptions(state, preload, nativeTheme.shouldUseDarkColors));
  const { webContents } = window;
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize();
    window.show();
  });
  // The title is ours (`display`), not the page's.
  window.on('page-title-updated', (event) => event.preventDefault());
  webContents.on('context-menu', (_event, params) => {
    const pointed = {
      editable: params.isEditable,
      selection: params.selectionText,
      misspelled: params.misspelledWord,
      suggestions: params.dictionarySuggestions,
    };
    const entries = contextMenu(pointed, {
      replace: (word) => webContents.replaceMisspelling(word),
      learn: (word) => webContents.session.addWordToSpellCheckerDictionary(word),
    });
    if (entries.length > 0) Menu.buildFromTemplate(entries).popup({ window });
  });
  // A failure to load shows as an empty window; Chromium's own page says why.
  window.loadURL(appAddress).catch((error: unknown) => console.error(error));
  return window;
}

/** A window as `core` sees it. */
export const portOf = (window: BrowserWindow): WindowPort => ({
  id: window.id,
  send: (name, value) => {
    if (!window.isDestroyed()) window.webContents.send(eventChannel, name, value);
  },
  display: (shown) => {
    window.setTitle(titleOf(shown));
    window.setDocumentEdited(shown.edited);
  },
});

/** Where a window stands, for the next start. */
export const stateOf = (window: BrowserWindow): WindowState => ({
  ...window.getNormalBounds(),
  maximized: window.isMaximized(),
});

/** Prints a preview through the system's dialog, from a window that nobody sees. */
export async function printPreview(path: string): Promise<void> {
  const window = new BrowserWindow(printOptions());
  await window.loadURL(`${appScheme}://${appHost}/${path}`);
  window.webContents.print({ printBackground: true }, () => {
    if (!window.isDestroyed()) window.destroy();
  });
}
