import { existsSync, watch } from 'node:fs';
import { basename } from 'node:path';

/** Calls back once, `wait` milliseconds after the first of several calls. */
export function gathered(
  callback: () => void,
  wait: number,
): { readonly call: () => void; readonly stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    call: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        callback();
      }, wait);
    },
    stop: () => clearTimeout(timer),
  };
}

/** Calls back at each change of a folder's files by whatever program, and once when the folder itself is gone; answers a function that ends it. */
export function watchFolder(folder: string, changed: () => void, gone: () => void): () => void {
  try {
    const watcher = watch(folder, (_kind, name) => {
      // Our own temporary files and the library's inner folder begin with a dot.
      if (name?.startsWith('.') === true) return;
      if (name === basename(folder) && !existsSync(folder)) gone();
      changed();
    });
    watcher.on('error', () => {
      gone();
      changed();
    });
    return () => watcher.close();
  } catch {
    gone();
    return () => undefined;
  }
}
