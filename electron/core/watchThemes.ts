import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { themesFolder } from './pageThemes.ts';
import { gathered } from './watchFolder.ts';

/** Watches the page themes of one library at a time. */
export interface ThemeWatch {
  /** Watches the themes of this library from now on; the same one again does nothing, '' ends it. */
  readonly follow: (root: string) => void;
  readonly stop: () => void;
}

// A file is often written in several steps: one call for all of them.
const wait = 60;

const foldersIn = (folder: string): readonly string[] => {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  } catch {
    return [];
  }
};

/** Calls back a moment after a theme was added, edited or taken away, by whatever program. */
export function watchThemes(changed: () => void): ThemeWatch {
  const watchers = new Map<string, FSWatcher>();
  const notice = gathered(() => {
    refresh();
    changed();
  }, wait);
  let root = '';

  function watchOne(folder: string): void {
    try {
      const watcher = watch(folder, (_kind, name) => {
        if (folder !== root || name === null || name === 'themes') notice.call();
      });
      const forget = (): void => {
        watcher.close();
        if (watchers.get(folder) === watcher) watchers.delete(folder);
      };
      watcher.on('error', forget);
      watchers.set(folder, watcher);
    } catch {
      // It is not there; the folder above says so when it comes.
    }
  }
  function close(): void {
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
  }
  /** Watches what is there now: the library, its themes, each theme. Anew, as a folder may be another of the same name. */
  function refresh(): void {
    const library = watchers.get(root);
    if (library !== undefined) watchers.delete(root);
    close();
    if (root === '') return library?.close();
    if (library === undefined) watchOne(root);
    else watchers.set(root, library);
    const themes = themesFolder(root);
    for (const folder of [themes, ...foldersIn(themes)]) watchOne(folder);
  }
  return {
    follow: (next) => {
      if (next === root && watchers.has(root)) return;
      close();
      root = next;
      refresh();
    },
    stop: () => {
      notice.stop();
      close();
    },
  };
}
