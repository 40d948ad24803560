import { app, BrowserWindow, screen } from 'electron';
import type { Application } from './core/application.ts';
import { closeAll, mayClose } from './core/closing.ts';
import { gathered } from './core/watchFolder.ts';
import { placeWindow, type WindowState } from './core/windowState.ts';
import { askBeforeClose, askToReload } from './dialogs.ts';
import { createWindow, portOf, stateOf } from './window.ts';

type Desk = Pick<Application, 'windows' | 'settings' | 'flushes' | 'previews'>;

/** The windows of this run: how they open, close and are remembered. */
export interface Windows {
  readonly open: (article: string | null) => void;
  /** Saves and closes every window; false as soon as one stays open. */
  readonly closeAll: () => Promise<boolean>;
  /** A window saved a copy of its article elsewhere, or gave it up. */
  readonly copySaved: (window: number, saved: boolean) => void;
}

/** Makes the windows' keeper; none is open yet. `lastClosed` is told when none is left. */
export function createWindows(desk: Desk, lastClosed: () => void): Windows {
  const { windows, settings, flushes, previews } = desk;
  const copies = new Map<number, (saved: boolean) => void>();
  const closing = new Map<number, Promise<boolean>>();

  const askForCopy = (window: BrowserWindow): Promise<boolean> => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    copies.set(window.id, resolve);
    portOf(window).send('command:run', { id: 'article:saveCopy' });
    return promise;
  };
  const saveAndClose = async (window: BrowserWindow): Promise<boolean> => {
    const { id } = window;
    const port = portOf(window);
    const may = await mayClose({
      flush: () =>
        window.webContents.isCrashed() || windows.shown(id).article === null
          ? Promise.resolve({ ok: true, message: '' })
          : flushes.ask(id, (request) => port.send('window:flush', { request })),
      ask: (message) => askBeforeClose(window, windows.shown(id).title, message),
      saveCopy: () => askForCopy(window),
    });
    if (may && !window.isDestroyed()) {
      rememberPlace(window);
      window.destroy();
    }
    return may;
  };
  const close = (window: BrowserWindow): Promise<boolean> => {
    const under = closing.get(window.id);
    // Asked again while a copy should have been saved: the page does not answer, so the person may choose anew.
    copies.get(window.id)?.(false);
    if (under !== undefined) return under;
    const asked = saveAndClose(window).finally(() => closing.delete(window.id));
    closing.set(window.id, asked);
    return asked;
  };
  const rememberPlace = (window: BrowserWindow): void => {
    if (window.isDestroyed() || window.isMinimized()) return;
    const others = BrowserWindow.getAllWindows().filter((other) => other.id !== window.id && known(other));
    try {
      settings.put({ windows: [window, ...others].slice(0, 20).map(stateOf) });
    } catch {
      // Where a window stood is a comfort: a full disk must not keep it open.
    }
  };
  const known = (window: BrowserWindow): boolean => windows.all().some(({ id }) => id === window.id);

  const place = (): WindowState => {
    const front = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows().find(known);
    const [main, ...others] = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()];
    return placeWindow(
      front?.getNormalBounds(),
      settings.get().windows[0],
      [main, ...others].map((display) => display.workArea),
    );
  };
  const open = (article: string | null): void => {
    const window = createWindow(place());
    const { id } = window;
    windows.add(portOf(window), article);
    window.on('close', (event) => {
      event.preventDefault();
      void close(window);
    });
    const moved = gathered(() => rememberPlace(window), 1000);
    window.on('resize', moved.call);
    window.on('move', moved.call);
    window.on('closed', () => {
      moved.stop();
      windows.remove(id);
      flushes.gone(id);
      previews.forget(id);
      previews.forget(-id);
      copies.get(id)?.(false);
      // Not `window-all-closed`: a preview may still be printing.
      if (windows.all().length === 0) lastClosed();
    });
    window.webContents.on('render-process-gone', (_event, details) => {
      if (details.reason === 'clean-exit') return;
      flushes.gone(id);
      void askToReload(window, details.reason).then((again) => {
        if (window.isDestroyed()) return;
        if (again) window.webContents.reload();
        else window.destroy();
      });
    });
  };
  return {
    open,
    closeAll: () =>
      closeAll(
        BrowserWindow.getAllWindows()
          .filter(known)
          .map((window) => () => close(window)),
      ),
    copySaved: (window, saved) => {
      copies.get(window)?.(saved);
      copies.delete(window);
    },
  };
}

/** Saves and closes every window before the application ends; one that stays open keeps it running. */
export function quitInOrder(windows: Windows): void {
  let settled = false;
  app.on('before-quit', (event) => {
    if (settled) return;
    event.preventDefault();
    void windows.closeAll().then((closed) => {
      settled = closed;
      if (closed) app.quit();
    });
  });
}
