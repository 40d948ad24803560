import type { BrowserWindow } from './browserWindow.ts';

/** The windows that exist, oldest first. */
export const openWindows = new Set<BrowserWindow>();

/** What several modules need to know of the windows without importing them. */
export const windowFocus: { current: BrowserWindow | null } = { current: null };

/** The window of that page target, if it is ours. */
export function windowOfTarget(targetId: string): BrowserWindow | undefined {
  return [...openWindows].find((window) => window.webContents.page.targetId === targetId);
}
