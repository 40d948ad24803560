import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Ports } from '../ports.ts';

/** What differs between a folder and what an index has of it. */
export interface Changes {
  /** Files that are new or another than they were, the newest first. */
  readonly changed: readonly string[];
  /** Files that are not there any more. */
  readonly gone: readonly string[];
}

/** So many files are looked at before whoever waits for an answer gets it. */
const atOnce = 500;

/** Compares files with their known stamps (null for an unknown file); the thread waits for the disk. */
export async function changedFiles(
  { blocking }: Pick<Ports, 'blocking'>,
  root: string,
  names: readonly string[],
  known: (name: string) => string | null,
): Promise<Changes> {
  const changed: { readonly name: string; readonly modified: number }[] = [];
  const gone: string[] = [];
  for (const [index, name] of names.entries()) {
    if (index % atOnce === atOnce - 1) await setImmediate();
    const before = known(name);
    try {
      const stat = blocking.stat(join(root, name));
      if (stat === null) {
        if (before !== null) gone.push(name);
      } else if (stat.stamp !== before) changed.push({ name, modified: stat.modified });
    } catch {
      // What the disk does not tell now is no reason to forget what was there; a new file is listed with its problem.
      if (before === null) changed.push({ name, modified: 0 });
    }
  }
  // The newest first, as they are looked for first.
  return { changed: changed.toSorted((a, b) => b.modified - a.modified).map(({ name }) => name), gone };
}
