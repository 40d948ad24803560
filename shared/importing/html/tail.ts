import type { Node } from 'prosemirror-model';
import { readFurniture } from '../furniture.ts';
import { endsSentence } from '../lines.ts';

/** A block of a page, and its text. */
export interface Unit {
  readonly node: Node;
  readonly text: string;
}

/** How much of a block's text is links, from 0 to 1. */
function linkShare(node: Node): number {
  let linked = 0;
  let all = 0;
  node.descendants((part) => {
    if (!part.isText) return;
    const length = part.text?.trim().length ?? 0;
    all += length;
    if (part.marks.some(({ type }) => type.name === 'link')) linked += length;
  });
  return all === 0 ? 1 : linked / all;
}

/** Takes off what stands below the last paragraph of an article: links to others, their headings, their pictures, and furniture. */
export function withoutTail(units: readonly Unit[]): {
  readonly kept: readonly Unit[];
  readonly removed: readonly Unit[];
} {
  // Related links under a label are the article's own end list.
  let last = units.length;
  while (units[last - 1]?.node.type.name === 'relatedLink') last -= 1;
  let end = last;
  let cut = end;
  while (end > 1) {
    const unit = units[end - 1];
    if (unit === undefined) break;
    const isLinks = linkShare(unit.node) >= 0.8 && unit.text !== '' && !/[“"«„].{20,}[”"»]/u.test(unit.text);
    const isLabel = unit.node.type.name === 'heading' || (unit.text.length <= 40 && !endsSentence(unit.text));
    if (isLinks || readFurniture(unit.text) !== null) cut = end - 1;
    else if (!isLabel) break;
    end -= 1;
  }
  return { kept: [...units.slice(0, cut), ...units.slice(last)], removed: units.slice(cut, last) };
}

/** The class of what `withoutTail` takes off. */
export const tailLinks = { id: 'tail', label: 'Links below the article' } as const;
