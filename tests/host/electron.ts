import { BrowserWindow as WindowClass } from './browserWindow.ts';
import { ClipboardItem, clipboard } from './clipboard.ts';
import {
  Notification as NotificationClass,
  crashReporter,
  globalShortcut,
  powerMonitor,
  safeStorage,
  shell,
} from './desktop.ts';
import { dialog } from './dialog.ts';
import { app } from './electronApp.ts';
import { ipcMain } from './ipcMain.ts';
import { MenuItem, StrictMenu as Menu } from './menu.ts';
import { nativeImage } from './nativeImage.ts';
import { nativeTheme } from './nativeTheme.ts';
import { net } from './net.ts';
import { protocol } from './protocol.ts';
import { screen } from './screen.ts';
import { session } from './session.ts';
import { strict } from './strict.ts';
import { openWindows } from './windows.ts';

const BrowserWindow = strict('BrowserWindow', WindowClass);
const Notification = strict('Notification', NotificationClass);

const webContents = strict('webContents', {
  getAllWebContents: () => [...openWindows].map((window) => window.webContents),
  getFocusedWebContents: () => [...openWindows].find((window) => window.isFocused())?.webContents ?? null,
  fromId: (id: number) =>
    [...openWindows].map((window) => window.webContents).find((contents) => contents.id === id),
});

/** The stand-in for Electron's main-process module, as one object. */
const electron = strict('electron', {
  app, BrowserWindow, clipboard, ClipboardItem, crashReporter, dialog, globalShortcut, ipcMain, Menu, MenuItem,
  nativeImage, nativeTheme, net, Notification, powerMonitor, protocol, safeStorage, screen, session, shell, webContents,
}); // prettier-ignore

export {
  app, BrowserWindow, clipboard, ClipboardItem, crashReporter, dialog, globalShortcut, ipcMain, Menu, MenuItem,
  nativeImage, nativeTheme, net, Notification, powerMonitor, protocol, safeStorage, screen, session, shell, webContents,
}; // prettier-ignore
// `import electron from 'electron'` and `require('electron')` give the one object, as the real module does.
// oxlint-disable-next-line import/no-default-export
export { electron as default, electron as 'module.exports' };
