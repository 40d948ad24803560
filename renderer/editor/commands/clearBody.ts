import type { Transaction } from '@tiptap/pm/state';

// Of these a part may be deleted; of a table or a figure only the whole.
const divisible = (name: string): boolean =>
  ['paragraph', 'heading', 'bulletList', 'orderedList', 'quote'].includes(name);

/** Deletes the part of the body in a range that starts in the head; a body keeps at least one block. */
export function clearBody(tr: Transaction, from: number, to: number, start: number): void {
  const { doc } = tr;
  if (to <= start || from >= start) return;
  const $to = doc.resolve(to);
  const last = $to.depth === 0 ? null : { start: $to.before(1), end: $to.after(1), node: $to.node(1) };
  const whole = last === null || to >= last.end - ($to.depth - 0);
  const end = last === null || whole ? Math.max(to, last?.end ?? 0) : last.start;
  if (last !== null && !whole && divisible(last.node.type.name)) {
    let first = last.start + 1;
    while (!tr.doc.resolve(first).parent.isTextblock) first += 1;
    if (first < to) tr.deleteRange(first, to);
  }
  if (end >= doc.content.size) {
    const paragraph = doc.type.schema.node('paragraph');
    tr.replaceWith(start, tr.mapping.map(end), paragraph);
  } else if (end > start) tr.delete(start, end);
}
