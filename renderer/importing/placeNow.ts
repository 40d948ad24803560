import type { Node } from 'prosemirror-model';
import { headerFields } from '../../shared/article/header.ts';

const first = headerFields.length;

// The number of a block in a body that is this one, the nearest to where it stood; -1 if it is no more there.
function findNear(body: Node, block: Node, from: number): number {
  for (let step = 0; step < body.childCount; step += 1)
    for (const at of [from + step, from - step])
      if (at >= first && at < body.childCount && body.child(at).eq(block)) return at;
  return -1;
}

/**
 * The child of `body` before which something goes back that stood before block `at` of `imported`, whatever was written
 * since: next to the nearest block of the import that is still as it was, else as far down as it was.
 */
export function placeNow(imported: Node, body: Node, at: number): number {
  const was = Math.min(first + at, imported.childCount);
  for (let step = 1; step <= imported.childCount; step += 1) {
    const [above, below] = [was - step, was + step - 1];
    const before = above < first ? -1 : findNear(body, imported.child(above), above);
    // What stood between was rewritten, and counts as much as it did.
    if (before !== -1) return Math.min(before + step, body.childCount);
    const after = below >= imported.childCount ? -1 : findNear(body, imported.child(below), below);
    if (after !== -1) return Math.max(after - step + 1, first);
  }
  return Math.min(was, body.childCount);
}
