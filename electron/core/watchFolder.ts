import { watch } from 'node:fs';
import { lstat } from 'node:fs/promises';

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

/** How a folder is watched. */
export interface WatchOptions {
  /** Paths of files that are looked at too: those that are open now. */
  readonly files?: () => readonly string[];
  /** Told the name of each file that changed, null where only that something did is known; more often than `changed`. */
  readonly heard?: (file: string | null) => void;
  /** Milliseconds between two looks for what no event has told. */
  readonly every?: number;
  /** Node's own; a test may bring one that hears nothing. */
  readonly listen?: (
    folder: string,
    heard: (kind: string, name: string | null) => void,
  ) => { readonly close: () => void; readonly on: (event: 'error', then: () => void) => unknown };
}

/**
 * Calls back at each change of a folder's files by whatever program, until the answered function ends it. The system's events
 * tell most of it at once. They are deaf on network disks and once the folder itself is replaced: so the folder and the
 * open files are looked at every second too, and a folder that was taken away is watched again when it is back.
 */
export function watchFolder(folder: string, changed: () => void, options: WatchOptions = {}): () => void {
  const { files = () => [], every = 1000, listen = watch, heard = () => undefined } = options;
  let watcher: ReturnType<typeof listen> | null = null;
  let identity = '';
  let known = new Map<string, string>();
  let looking = false;
  let heardSome = false;

  const close = () => {
    watcher?.close();
    watcher = null;
  };
  const open = () => {
    try {
      watcher = listen(folder, (_kind, name) => {
        // Our own temporary files and the library's inner folder begin with a dot.
        if (name?.startsWith('.') === true) return;
        heardSome = true;
        heard(name);
        changed();
      });
      watcher.on('error', close);
    } catch {
      // It is looked at all the same, and listened to when it can be.
    }
  };
  const look = async () => {
    const now = new Map<string, string>();
    for (const path of new Set([folder, ...files()])) now.set(path, await stampOf(path));
    const is = now.get(folder)?.split(' ')[0] ?? '';
    if (identity !== '' && is !== identity) close();
    identity = is;
    if (watcher === null && is !== '') open();
    // Nobody knows what happened to a file between its opening and the first look at it.
    const told = [...now].some(([path, stamp]) => known.get(path) !== stamp);
    const first = known.size === 0;
    known = now;
    // What the system's events told is known by name; a look that finds more than they did means any file.
    if (told && !first && !heardSome) heard(null);
    heardSome = false;
    if (told && !first) changed();
  };
  const lookOnce = () => {
    if (looking) return;
    looking = true;
    void look().finally(() => (looking = false));
  };
  open();
  lookOnce();
  const timer = setInterval(lookOnce, every);
  timer.unref();
  return () => {
    clearInterval(timer);
    close();
  };
}

/** Which thing has this path, and its state; '' for nothing. */
async function stampOf(path: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = await lstat(path, { bigint: true });
    return `${dev}.${ino} ${size}.${mtimeNs}.${ctimeNs}`;
  } catch {
    return '';
  }
}
