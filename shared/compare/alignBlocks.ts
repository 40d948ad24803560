import type { Node } from 'prosemirror-model';
import { textOf } from '../article/block.ts';
import { matching, type Pair } from './matching.ts';

/** Where a block stands in the earlier and in the later article; null where it does not. */
export interface Aligned {
  readonly before: number | null;
  readonly after: number | null;
  readonly moved: boolean;
}

/** The words of a block, for telling how alike two are. */
export type WordsOf = (node: Node) => readonly string[];

const mostDifferences = 2_000;
const mostComparisons = 250_000;
const alike = 0.4;
const alikeElsewhere = 0.7;
const fewWords = 4;

/** How alike two blocks are, 0 to 1: by their words (Dice), or by what they show. */
function likeness(a: Node, b: Node, wordsOf: WordsOf): number {
  const same = a.type === b.type;
  for (const name of ['src', 'href'])
    if (same && textOf(a.attrs, name) !== '' && textOf(a.attrs, name) === textOf(b.attrs, name)) return 0.95;
  const [old, young] = [wordsOf(a), wordsOf(b)];
  if (old.length === 0 && young.length === 0) return same ? 0.5 : 0;
  const counts = new Map<string, number>();
  for (const word of old) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of young) {
    const count = counts.get(word) ?? 0;
    if (count > 0) common += 1;
    counts.set(word, count - 1);
  }
  const score = (2 * common) / (old.length + young.length);
  return same ? score : score * 0.9;
}

/** Pairs the blocks of two articles: equal ones, then alike ones in the same place, then those that moved. */
export function alignBlocks(a: readonly Node[], b: readonly Node[], wordsOf: WordsOf): readonly Aligned[] {
  const keys = (nodes: readonly Node[]) => nodes.map((node) => JSON.stringify(node));
  const [aKeys, bKeys] = [keys(a), keys(b)];
  const equal = matching(aKeys, bKeys, mostDifferences);
  const aligned: Aligned[] = [];
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of [...equal, [a.length, b.length] as const]) {
    const pairs = pairInOrder(a.slice(x, nextX), b.slice(y, nextY), wordsOf);
    for (const [px, py] of [...pairs.map(([i, j]) => [i + x, j + y] as const), [nextX, nextY] as const]) {
      for (; x < px; x += 1) aligned.push({ before: x, after: null, moved: false });
      for (; y < py; y += 1) aligned.push({ before: null, after: y, moved: false });
      if (x < a.length && y < b.length) aligned.push({ before: x, after: y, moved: false });
      x += 1;
      y += 1;
    }
  }
  return findMoved(aligned, (i, j) => {
    const [one, other] = [a[i], b[j]];
    if (one === undefined || other === undefined) return 0;
    if (aKeys[i] === bKeys[j]) return wordsOf(one).length > 0 || textOf(one.attrs, 'src') !== '' ? 1 : 0;
    const long = Math.min(wordsOf(one).length, wordsOf(other).length) >= fewWords;
    return long ? likeness(one, other, wordsOf) : 0;
  });
}

// The pairs that rise in both and are most alike in all; too many to compare are paired one by one.
function pairInOrder(a: readonly Node[], b: readonly Node[], wordsOf: WordsOf): readonly Pair[] {
  if (a.length === 0 || b.length === 0) return [];
  if (a.length * b.length > mostComparisons)
    return Array.from({ length: Math.min(a.length, b.length) }, (_, index): Pair => [index, index]);
  const scores = a.map((one) => b.map((other) => likeness(one, other, wordsOf)));
  const score = (i: number, j: number): number => {
    const found = scores[i]?.[j] ?? 0;
    return found >= alike ? found : 0;
  };
  const best = Array.from({ length: a.length + 1 }, () => new Float64Array(b.length + 1));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const paired = score(i, j) === 0 ? 0 : score(i, j) + at(i + 1, j + 1);
      best[i]?.fill(Math.max(paired, at(i + 1, j), at(i, j + 1)), j, j + 1);
    }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (score(i, j) > 0 && at(i, j) === score(i, j) + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

function findMoved(
  aligned: readonly Aligned[],
  likenessOf: (before: number, after: number) => number,
): readonly Aligned[] {
  const removed = aligned
    .map(({ before, after }) => (after === null ? before : null))
    .filter((one) => one !== null);
  const added = aligned
    .map(({ before, after }) => (before === null ? after : null))
    .filter((one) => one !== null);
  if (removed.length * added.length > mostComparisons) return aligned;
  const candidates = removed
    .flatMap((before) => added.map((after) => ({ before, after, score: likenessOf(before, after) })))
    .filter(({ score }) => score >= alikeElsewhere)
    .toSorted((one, other) => other.score - one.score);
  const from = new Map<number, number>();
  const gone = new Set<number>();
  for (const { before, after } of candidates) {
    if (gone.has(before) || from.has(after)) continue;
    gone.add(before);
    from.set(after, before);
  }
  return aligned
    .filter(({ before, after }) => after !== null || before === null || !gone.has(before))
    .map((one) => {
      const before = one.before === null && one.after !== null ? from.get(one.after) : undefined;
      return before === undefined ? one : { before, after: one.after, moved: true };
    });
}
