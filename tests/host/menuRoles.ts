import type { BrowserWindow } from './browserWindow.ts';
import { events } from './events.ts';
import { record } from './record.ts';

/** What a menu item with a role does by itself. */
export type Role = {
  readonly label: string;
  /** Keys that the host itself acts on; the page's own editing keys are left to Chromium. */
  readonly accelerator?: string;
  readonly run?: (window: BrowserWindow | null) => void;
  readonly submenu?: readonly object[];
};

const separator = { type: 'separator' };
const items = (...roles: readonly string[]) => roles.map((role) => (role === '-' ? separator : { role }));
const only = (name: string): Role => ({ label: name, run: () => record(`Menu role ${name}`) });

/** Electron's menu roles by their lower-case names. */
export const roles: Readonly<Record<string, Role>> = {
  undo: { label: 'Undo', run: (window) => window?.webContents.undo() },
  redo: { label: 'Redo', run: (window) => window?.webContents.redo() },
  cut: { label: 'Cut', run: (window) => window?.webContents.cut() },
  copy: { label: 'Copy', run: (window) => window?.webContents.copy() },
  paste: { label: 'Paste', run: (window) => window?.webContents.paste() },
  pasteandmatchstyle: {
    label: 'Paste and Match Style',
    run: (window) => window?.webContents.pasteAndMatchStyle(),
  },
  delete: { label: 'Delete', run: (window) => window?.webContents.delete() },
  selectall: { label: 'Select All', run: (window) => window?.webContents.selectAll() },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', run: (window) => window?.reload() },
  forcereload: {
    label: 'Force Reload',
    accelerator: 'Shift+CmdOrCtrl+R',
    run: (window) => window?.webContents.reloadIgnoringCache(),
  },
  toggledevtools: {
    label: 'Toggle Developer Tools',
    accelerator: 'Ctrl+Shift+I',
    run: (window) => window?.webContents.toggleDevTools(),
  },
  resetzoom: {
    label: 'Actual Size',
    accelerator: 'CmdOrCtrl+0',
    run: (window) => window?.webContents.setZoomLevel(0),
  },
  zoomin: {
    label: 'Zoom In',
    accelerator: 'CmdOrCtrl+Plus',
    run: (window) => window?.webContents.setZoomLevel(window.webContents.getZoomLevel() + 0.5),
  },
  zoomout: {
    label: 'Zoom Out',
    accelerator: 'CmdOrCtrl+-',
    run: (window) => window?.webContents.setZoomLevel(window.webContents.getZoomLevel() - 0.5),
  },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: process.platform === 'darwin' ? 'Control+Command+F' : 'F11',
    run: (window) => window?.setFullScreen(!window.isFullScreen()),
  },
  minimize: { label: 'Minimize', accelerator: 'CmdOrCtrl+M', run: (window) => window?.minimize() },
  zoom: { label: 'Zoom', run: (window) => window?.maximize() },
  close: { label: 'Close', accelerator: 'CmdOrCtrl+W', run: (window) => window?.close() },
  quit: { label: 'Quit', accelerator: 'CmdOrCtrl+Q', run: () => void events.emit('quit-asked') },
  about: only('About'),
  services: only('Services'),
  hide: only('Hide'),
  hideothers: only('Hide Others'),
  unhide: only('Show All'),
  front: only('Bring All to Front'),
  startspeaking: only('Start Speaking'),
  stopspeaking: only('Stop Speaking'),
  togglespellchecker: only('Check Spelling While Typing'),
  recentdocuments: { label: 'Open Recent', submenu: [] },
  clearrecentdocuments: only('Clear Recent'),
  help: { label: 'Help', submenu: [] },
  window: { label: 'Window', submenu: items('minimize', 'zoom', 'close') },
  windowmenu: { label: 'Window', submenu: items('minimize', 'zoom', '-', 'close') },
  filemenu: { label: 'File', submenu: items(process.platform === 'darwin' ? 'close' : 'quit') },
  editmenu: {
    label: 'Edit',
    submenu: items('undo', 'redo', '-', 'cut', 'copy', 'paste', 'delete', '-', 'selectAll'),
  },
  viewmenu: {
    label: 'View',
    submenu: items(
      'reload',
      'forceReload',
      'toggleDevTools',
      '-',
      'resetZoom',
      'zoomIn',
      'zoomOut',
      '-',
      'togglefullscreen',
    ),
  },
  appmenu: {
    label: 'Electron',
    submenu: items('about', '-', 'services', '-', 'hide', 'hideOthers', 'unhide', '-', 'quit'),
  },
};
