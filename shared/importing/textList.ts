import type { Node } from 'prosemirror-model';
import { schema } from '../article/schema.ts';
import { readListItem } from './listItem.ts';
import type { Unit } from './units.ts';

/** A list within a text, and how many units it takes. */
export interface TextList {
  readonly node: Node;
  readonly length: number;
}

/** How many levels a list has at most: what is indented further stands on the last of them. */
const mostLevels = 8;

/** How much further a line must be indented to be of a level below, in columns. */
const step = 2;

interface Level {
  readonly node: Node;
  readonly next: number;
}

function readLevel(units: readonly Unit[], from: number, end: number, level: number): Level | null {
  const first = units[from];
  const head = readListItem(first?.text ?? '');
  if (first === undefined || head === null) return null;
  const isBelow = (at: number): boolean => {
    const unit = at < end && level < mostLevels ? units[at] : undefined;
    return unit !== undefined && unit.indent >= first.indent + step && readListItem(unit.text) !== null;
  };
  const items: Node[] = [];
  let at = from;
  while (at < end) {
    const unit = units[at];
    const item = readListItem(unit?.text ?? '');
    const due = head.number === null ? null : head.number + items.length;
    if (unit === undefined || item === null || item.mark !== head.mark || item.number !== due) break;
    // On the first level a line that is indented less is a line typed carelessly; below, the level ends.
    if (level > 1 && unit.indent <= first.indent - step) break;
    if (items.length > 0 && isBelow(at)) break;
    at += 1;
    const children = [schema.node('paragraph', null, schema.text(item.text))];
    for (let below = isBelow(at) ? readLevel(units, at, end, level + 1) : null; below !== null;) {
      children.push(below.node);
      at = below.next;
      below = isBelow(at) ? readLevel(units, at, end, level + 1) : null;
    }
    items.push(schema.node('listItem', null, children));
  }
  const node =
    head.number === null
      ? schema.node('bulletList', null, items)
      : schema.node('orderedList', { start: head.number }, items);
  return { node, next: at };
}

/** The list that begins at a unit, with the lists below its items by their indents; null where no two items follow each other. */
export function readList(units: readonly Unit[], from: number, end: number): TextList | null {
  const found = readLevel(units, from, end, 1);
  return found === null || found.next - from < 2 ? null : { node: found.node, length: found.next - from };
}
