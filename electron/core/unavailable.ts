import { CopydeskError } from '../../shared/error.ts';
import { hashOf } from './serialise.ts';
import type { Base, Store, Target } from './versions.ts';

const nothing = hashOf('');

/**
 * Refuses a save into a folder that is not whole at the moment: an article that may come back by itself (not fetched by a
 * sync tool, or gone with many others) is neither written anew nor given a copy beside. The save is tried again later.
 */
export function refuseUnavailable({ listing }: Store, target: Target, base: Base): void {
  const safe = 'Nothing was written, and your text is kept on this computer until it can be saved.';
  if (target.kind === 'conflict' && target.found.hash === nothing) {
    const text =
      `“${target.found.file}” has 0 bytes at the moment: a sync tool has not fetched it yet, or a crash has emptied it. ` +
      `${safe} If it does not come back, restore a version from its history.`;
    throw new CopydeskError('write-failed', text);
  }
  const vanished = listing.presence.vanished();
  if (target.kind !== 'new' || base === null || vanished === null) return;
  const text =
    `${vanished.gone} of ${vanished.of} articles, this one among them, are not in the library folder any more. ${safe} ` +
    'Wait for the disk or the sync tool, or say in the library that they were removed on purpose.';
  throw new CopydeskError('library-missing', text);
}
