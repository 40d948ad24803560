import { app, BrowserWindow, Menu } from 'electron';
import type { CommandId } from '../shared/commands.ts';
import type { Settings } from '../shared/ipc/settings.ts';
import { menuTemplate } from './core/menuTemplate.ts';
import { portOf } from './window.ts';

/** Sends a command to the window in front; `window:new` and plain paste are done here. */
export function runCommand(id: CommandId, openWindow: () => void): void {
  const window = BrowserWindow.getFocusedWindow();
  if (id === 'window:new' || window === null) openWindow();
  else if (id === 'edit:pastePlain') window.webContents.pasteAndMatchStyle();
  else portOf(window).send('command:run', { id });
}

/** Makes the menu bar, with the recent articles as they are now. */
export function setMenu(recent: Settings['recent'], openWindow: (article: string | null) => void): void {
  const template = menuTemplate({
    mac: process.platform === 'darwin',
    recent,
    run: (id) => runCommand(id, () => openWindow(null)),
    show: (article) => {
      const window = BrowserWindow.getFocusedWindow();
      if (window === null) openWindow(article);
      else portOf(window).send('article:show', { id: article });
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  app.setAboutPanelOptions({ applicationName: 'Copydesk', applicationVersion: app.getVersion() });
}
