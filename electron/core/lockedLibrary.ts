import { CopydeskError } from '../../shared/error.ts';
import { lockFolder } from './folderLock.ts';
import { lockLibrary, type InstanceLock } from './instanceLock.ts';
import type { OpenLibrary } from './openLibrary.ts';
import type { Ports } from './ports.ts';

interface Held {
  readonly id: string;
  readonly root: string;
  readonly folder: InstanceLock;
  readonly data: InstanceLock;
}

/** Milliseconds from the opening of a library until it is swept. */
const sweepAfter = 20_000;

const none: InstanceLock = { release: () => undefined };

/**
 * Takes each library that is opened for this process alone, sweeps it, and gives the one before back. Two locks, both
 * held by the kernel: on the folder, against every other Copydesk of this computer, and on what this user-data folder
 * keeps of the library. Throws `refused` while another process has either. Where no lock can be had at all the library
 * opens without: then the comparison at each save guards it.
 */
export function libraryLocker(
  ports: Pick<Ports, 'files'>,
  userData: string,
): (opened: OpenLibrary) => Promise<OpenLibrary> {
  let held: Held | null = null;

  async function take({ id, root }: OpenLibrary['library'], before: Held | null): Promise<Held> {
    const folder = await lockFolder(ports, root).catch(() => none);
    // Two copies of one library, one after the other: what is kept of them here is one.
    const again = before?.id === id ? before.data : null;
    const data = again ?? (await lockLibrary(ports, userData, id).catch(() => none));
    if (folder !== null && data !== null) return { id, root, folder, data };
    folder?.release();
    if (again === null) data?.release();
    const text = `Another Copydesk on this computer has the library “${root}” open. Use its window, or close it first. Nothing was changed.`;
    throw new CopydeskError('refused', text);
  }
  // Another path to the folder that this process has already.
  const same = async (one: string, other: string): Promise<boolean> => {
    const [a, b] = await Promise.all([one, other].map((path) => ports.files.resolve(path).catch(() => path)));
    return a === b;
  };
  return async (opened) => {
    const { id, root } = opened.library;
    if (held?.id === id && (held.root === root || (await same(held.root, root)))) return opened;
    const before: Held | null = held;
    const now = await take(opened.library, before);
    before?.folder.release();
    if (before !== null && before.data !== now.data) before.data.release();
    held = now;
    // What a crash left behind harms nobody for another run; the start has better to do than to list a large folder.
    setTimeout(() => void opened.sweep().catch(() => undefined), sweepAfter).unref();
    return opened;
  };
}
