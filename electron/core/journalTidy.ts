import { join } from 'node:path';
import { timeInName } from './fileNames.ts';
import { journalFolders } from './journalFiles.ts';
import type { Ports } from './ports.ts';
import { sweepFolder } from './sweep.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * Whether a discarded draft may go: it is older than 90 days by its name and by its file. One that seems older than two
 * years stays: then it is the clock that is wrong, and a wrong clock removes nothing.
 */
export function isSpent(discarded: number, modified: number, now: number): boolean {
  const youngest = now - Math.max(discarded, modified);
  const oldest = now - Math.min(discarded, modified);
  return youngest > 90 * day && oldest < 730 * day;
}

/** Removes temp files that a crash left in the journal's folders, and spent discarded drafts; never throws. */
export async function tidyJournal(
  ports: Ports,
  userData: string,
  library: string,
): Promise<readonly string[]> {
  const { files, clock } = ports;
  const folders = journalFolders(userData, library);
  const removed: string[] = [];
  for (const folder of Object.values(folders)) removed.push(...(await sweepFolder(ports, folder)));
  for (const name of await files.list(folders.discarded).catch((): readonly string[] => [])) {
    const path = join(folders.discarded, name);
    const stat = await files.stat(path).catch(() => null);
    const moment = timeInName(name);
    if (stat?.kind !== 'file' || moment === null || !isSpent(moment, stat.modified, clock.now())) continue;
    await files.remove(path).then(
      () => removed.push(path),
      () => undefined,
    );
  }
  return removed;
}
