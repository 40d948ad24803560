import { watch } from 'node:fs';

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

/** Calls back at each change of a folder's files by whatever program; answers a function that ends it. */
export function watchFolder(folder: string, changed: () => void): () => void {
  try {
    const watcher = watch(folder, (_kind, name) => {
      // Our own temporary files and the library's inner folder begin with a dot.
      if (name?.startsWith('.') !== true) changed();
    });
    watcher.on('error', changed);
    return () => watcher.close();
  } catch {
    // The folder is not there: the list says so, and opening it again watches again.
    return () => undefined;
  }
}
