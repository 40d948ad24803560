import { mkdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { libraryLocker } from '../../electron/core/lockedLibrary.ts';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { openLibrary } from '../../electron/core/openLibrary.ts';
import { CopydeskError } from '../../shared/error.ts';

/** What a program that wants a library answers: whether it has it, and after how many milliseconds it knew. */
export interface Wanted {
  readonly got: boolean;
  readonly after: number;
}

// Run as a program: takes a library as Copydesk does with this user-data folder, or (for the control) by a lock that its owner
// must keep fresh. Each message asks it to try.
const [manner = '', userData = '', root = ''] = process.argv.slice(2);
const locked = libraryLocker(nodePorts, userData);

const beat = 500;
const stale = 2000;
let mine = false;

async function takeFresh(): Promise<boolean> {
  const lock = join(root, 'control.lock');
  try {
    await mkdir(lock);
  } catch {
    const { mtimeMs } = await stat(lock);
    if (!mine && Date.now() - mtimeMs < stale) return false;
    await utimes(lock, new Date(), new Date());
  }
  mine = true;
  return true;
}
setInterval(() => {
  if (mine) void utimes(join(root, 'control.lock'), new Date(), new Date());
}, beat);

async function take(): Promise<boolean> {
  if (manner === 'heartbeat') return takeFresh();
  try {
    await locked(await openLibrary(root, nodePorts));
    return true;
  } catch (error) {
    if (error instanceof CopydeskError && error.code === 'refused') return false;
    throw error;
  }
}

process.on('message', () => {
  const start = performance.now();
  void take().then((got) => process.send?.({ got, after: performance.now() - start } satisfies Wanted));
});
