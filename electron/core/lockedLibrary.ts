import { CopydeskError } from '../../shared/error.ts';
import { lockLibrary, type InstanceLock } from './instanceLock.ts';
import type { OpenLibrary } from './openLibrary.ts';
import type { Ports } from './ports.ts';

/**
 * Takes each library that is opened for this process alone, sweeps it, and gives the one before back. Throws `refused` while another
 * process has it. Where no lock can be had at all the library opens without: then the comparison at each save guards it.
 */
export function libraryLocker(
  ports: Pick<Ports, 'files'>,
  userData: string,
): (opened: OpenLibrary) => Promise<OpenLibrary> {
  let held: { readonly id: string; readonly lock: InstanceLock | 'none' } | null = null;
  return async (opened) => {
    const { id, root } = opened.library;
    if (held?.id === id) return opened;
    const lock = await lockLibrary(ports, userData, id).catch(() => 'none' as const);
    if (lock === null) {
      const text = `Another Copydesk on this computer has the library “${root}” open. Use its window, or close it first. Nothing was changed.`;
      throw new CopydeskError('refused', text);
    }
    if (held !== null && held.lock !== 'none') held.lock.release();
    held = { id, lock };
    // What a crash left behind harms nobody for another run.
    void opened.sweep().catch(() => undefined);
    return opened;
  };
}
