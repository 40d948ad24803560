import type { Transaction } from '@tiptap/pm/state';

/** How much of the document a transaction's steps took out, in positions; what plugins add to it is not counted. */
export function removedBy({ mapping }: Transaction): number {
  let removed = 0;
  for (const map of mapping.maps)
    map.forEach((from, to) => {
      removed += to - from;
    });
  return removed;
}
