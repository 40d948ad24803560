import type { Node } from 'prosemirror-model';
import { isBlank } from '../article/blank.ts';

/**
 * The levels of a body's headings as a page writes them, by their index among the document's children: no level is
 * skipped on the way down (`formats.md` H2), so an h4 right after an h2 is an h3.
 */
export function headingLevels(body: Node): ReadonlyMap<number, number> {
  const levels = new Map<number, number>();
  let last = 1;
  body.forEach((node, _, index) => {
    if (node.type.name !== 'heading') return;
    const wanted: unknown = node.attrs['level'];
    if (typeof wanted !== 'number' || isBlank(node)) return;
    last = Math.min(wanted, last + 1);
    levels.set(index, last);
  });
  return levels;
}
