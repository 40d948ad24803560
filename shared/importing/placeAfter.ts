import type { Node } from 'prosemirror-model';
import { headerFields } from '../article/header.ts';
import { bodyBlocks, headerText } from '../article/text.ts';
import type { Decision } from './receipt.ts';

const flat = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, ' ').trim();

// What each textblock of a block says.
function partsOf(block: Node): readonly string[] {
  const parts: string[] = [];
  const take = (node: Node): void => {
    if (node.isTextblock) parts.push(flat(node.textBetween(0, node.content.size, ' ', ' ')));
  };
  take(block);
  block.descendants(take);
  return parts;
}

/** Shorter lines are words of a text by chance. */
const longEnough = 25;
/** How often a line is looked for inside of texts: a page made of lines that are nowhere must not cost its square. */
const mostSearches = 1000;

// The first of some ascending numbers that is not below another.
function nextOf(numbers: readonly number[], from: number): number | undefined {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return numbers[low];
}

/**
 * Finds the place of what an importer removed, by the line of the source that stands before it: the number of the block
 * of the article before which it goes back, as `Decision.at` counts. Ask in the order of the source: of lines that are
 * said twice, the next one is meant. Undefined where the article does not say that line; '' is the top.
 */
export function placeAfter(body: Node): (line: string) => number | undefined {
  const blocks = bodyBlocks(body).map(({ node }) => partsOf(node));
  const fields = headerFields.map(({ name }) => flat(headerText(body, name))).filter((text) => text !== '');
  const places = new Map<string, number[]>();
  blocks.forEach((parts, at) => {
    for (const part of parts) {
      const known = places.get(part);
      if (known === undefined) places.set(part, [at]);
      else known.push(at);
    }
  });
  const starts: number[] = [];
  let all = '';
  for (const parts of blocks) {
    starts.push(all.length);
    all += `${parts.join(' ')}\n`;
  }
  const opening = blocks[0]?.[0] ?? '';
  let last = 0;
  let searches = 0;
  const inside = (wanted: string): number => {
    if (wanted.length < longEnough || (searches += 1) > mostSearches) return -1;
    const below = all.indexOf(wanted, starts[last] ?? 0);
    const found = below === -1 ? all.indexOf(wanted) : below;
    return found === -1 ? -1 : starts.findLastIndex((start) => start <= found);
  };
  return (line) => {
    const wanted = flat(line);
    if (wanted === '') return 0;
    const same = places.get(wanted) ?? [];
    // A dateline that was lifted stood before the rest of the first paragraph.
    const isOpening = opening.length >= longEnough && wanted.endsWith(opening);
    const found = nextOf(same, last) ?? same[0] ?? (isOpening ? 0 : inside(wanted));
    if (found !== -1) {
      last = found;
      return found + 1;
    }
    return fields.some((text) => text === wanted || wanted.includes(text)) ? 0 : undefined;
  };
}

/** The part of a decision that tells its place; nothing where it is not known. */
export const withPlace = (at: number | undefined): Pick<Decision, 'at'> => (at === undefined ? {} : { at });
