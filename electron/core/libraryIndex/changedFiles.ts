import { join } from 'node:path';
import type { Ports } from '../ports.ts';

/** What differs between a folder and what an index has of it. */
export interface Changes {
  /** Files that are new or another than they were, the newest first. */
  readonly changed: readonly string[];
  /** Files that are not there any more. */
  readonly gone: readonly string[];
}

/** So many files are looked at before whoever waits for an answer gets it. */
export const looksAtOnce = 250;

function* partsOf(names: Iterable<string>): Generator<readonly string[]> {
  let part: string[] = [];
  for (const name of names) {
    part.push(name);
    if (part.length < looksAtOnce) continue;
    yield part;
    part = [];
  }
  yield part;
}

/** Compares files with their known stamps; the thread waits for the disk, and pauses at times. */
export async function changedFiles(
  { blocking }: Pick<Ports, 'blocking'>,
  root: string,
  names: Iterable<string>,
  known: (names: readonly string[]) => ReadonlyMap<string, string>,
  pause: () => Promise<void>,
): Promise<Changes> {
  const changed: { readonly name: string; readonly modified: number }[] = [];
  const gone: string[] = [];
  for (const part of partsOf(names)) {
    const stamps = known(part);
    for (const name of part) {
      const before = stamps.get(name) ?? null;
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
    if (part.length === looksAtOnce) await pause();
  }
  // The newest first, as they are looked for first.
  return { changed: changed.toSorted((a, b) => b.modified - a.modified).map(({ name }) => name), gone };
}
