import { matching } from './matching.ts';
import { sameMarks, sliceRuns, textOfRuns, type MarkView, type Run } from './runs.ts';

/** A piece of a compared text. `marked`: the words stayed, their marks did not. */
export type Span =
  | {
      readonly kind: 'same' | 'added' | 'removed';
      readonly text: string;
      readonly marks: readonly MarkView[];
    }
  | {
      readonly kind: 'marked';
      readonly text: string;
      readonly before: readonly MarkView[];
      readonly after: readonly MarkView[];
    };

/** Splits a text into words and what stands between them; joined, they are the text. */
export type Words = (text: string) => readonly string[];

/** A text on its way into a comparison. */
interface Side {
  readonly runs: readonly Run[];
  readonly words: readonly string[];
}

/** Texts of more words than this are not compared word by word between their first and last difference. */
const mostWords = 5_000;
const mostDifferences = 2_000;

/** Compares two texts word by word; without `added` (without `removed`) the spans are the one (the other) text. */
export function compareRuns(a: readonly Run[], b: readonly Run[], words: Words): readonly Span[] {
  const before = { runs: a, words: words(textOfRuns(a)) };
  const after = { runs: b, words: words(textOfRuns(b)) };
  const long = Math.max(before.words.length, after.words.length) > 2 * mostWords;
  const pairs = matching(before.words, after.words, long ? 0 : mostDifferences);
  const pieces = wholeLines(calm(piecesOf(before, after, pairs)), textOfRuns(a), textOfRuns(b));
  return pieces.flatMap((piece) => spansOf(piece, a, b));
}

/** A part of both texts, by offsets: what is the same, or what became of what. */
interface Piece {
  readonly same: boolean;
  readonly a: readonly [number, number];
  readonly b: readonly [number, number];
  readonly text: string;
}

function piecesOf(
  before: Side,
  after: Side,
  pairs: readonly (readonly [number, number])[],
): readonly Piece[] {
  const ends = (words: readonly string[]) => {
    let at = 0;
    return [0, ...words.map((word) => (at += word.length))];
  };
  const [aEnds, bEnds] = [ends(before.words), ends(after.words)];
  const pieces: Piece[] = [];
  const add = (same: boolean, a: readonly [number, number], b: readonly [number, number]): void => {
    const [aFrom = 0, aTo = 0] = [aEnds[a[0]], aEnds[a[1]]];
    const [bFrom = 0, bTo = 0] = [bEnds[b[0]], bEnds[b[1]]];
    if (aFrom === aTo && bFrom === bTo) return;
    const text = before.words.slice(a[0], a[1]).join('');
    const last = pieces.at(-1);
    if (same && last?.same === true)
      pieces.splice(-1, 1, { same, a: [last.a[0], aTo], b: [last.b[0], bTo], text: last.text + text });
    else pieces.push({ same, a: [aFrom, aTo], b: [bFrom, bTo], text });
  };
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of [...pairs, [before.words.length, after.words.length] as const]) {
    add(false, [x, nextX], [y, nextY]);
    if (nextX < before.words.length) add(true, [nextX, nextX + 1], [nextY, nextY + 1]);
    [x, y] = [nextX + 1, nextY + 1];
  }
  return pieces;
}

const lengthOf = ([from, to]: readonly [number, number]): number => to - from;
const letters = /[\p{L}\p{N}]/u;

// A word or two that happen to stand in both, between larger changes, tell a reader nothing: the change goes on.
function calm(pieces: readonly Piece[]): readonly Piece[] {
  const calmed: Piece[] = [];
  for (const piece of pieces) {
    calmed.push(piece);
    for (;;) {
      const [first, same, last] = calmed.slice(-3);
      if (last === undefined || last.same || same?.same !== true || first === undefined) break;
      if (!isNoise(first, same, last)) break;
      const joined = [first, same, last];
      const text = joined.map((one) => one.text).join('');
      calmed.splice(-3, 3, { same: false, a: [first.a[0], last.a[1]], b: [first.b[0], last.b[1]], text });
    }
  }
  return calmed;
}

function isNoise(first: Piece, same: Piece, last: Piece): boolean {
  const removed = lengthOf(first.a) + lengthOf(last.a);
  const added = lengthOf(first.b) + lengthOf(last.b);
  if (removed === 0 || added === 0 || same.text.includes('\n')) return false;
  const changed = (piece: Piece) => Math.max(lengthOf(piece.a), lengthOf(piece.b));
  const length = same.text.length;
  return !letters.test(same.text) || (length <= changed(first) && length <= changed(last));
}

// A line that came or went between lines that begin alike: it is the whole line that did.
function wholeLines(pieces: readonly Piece[], before: string, after: string): readonly Piece[] {
  const moved = [...pieces];
  for (const [index, { same, a, b }] of pieces.entries()) {
    const [head, tail] = [moved[index - 1], pieces[index + 1]];
    if (same || head === undefined || tail === undefined || (lengthOf(a) > 0 && lengthOf(b) > 0)) continue;
    const changed = before.slice(...a) + after.slice(...b);
    const begun = head.text.slice(head.text.lastIndexOf('\n') + 1);
    const fits = begun !== head.text || head.a[0] === 0;
    if (begun === '' || !fits || !changed.includes('\n') || !changed.endsWith(begun)) continue;
    const back = ([from, to]: readonly [number, number], by: readonly [number, number]) =>
      [from - by[0] * begun.length, to - by[1] * begun.length] as const;
    const text = head.text.slice(0, head.text.length - begun.length);
    moved[index - 1] = { ...head, a: back(head.a, [0, 1]), b: back(head.b, [0, 1]), text };
    moved[index] = { same, a: back(a, [1, 1]), b: back(b, [1, 1]), text: '' };
    moved[index + 1] = { ...tail, a: back(tail.a, [1, 0]), b: back(tail.b, [1, 0]), text: begun + tail.text };
  }
  return moved;
}

function spansOf({ same, a, b }: Piece, before: readonly Run[], after: readonly Run[]): readonly Span[] {
  const [old, young] = [sliceRuns(before, ...a), sliceRuns(after, ...b)];
  if (same) return sameSpans(old, young);
  return [
    ...old.map((run): Span => ({ kind: 'removed', ...run })),
    ...young.map((run): Span => ({ kind: 'added', ...run })),
  ];
}

// The same text twice, under marks that begin and end where they like.
function sameSpans(old: readonly Run[], young: readonly Run[]): readonly Span[] {
  const spans: Span[] = [];
  const cuts = new Set<number>([0]);
  for (const runs of [old, young]) {
    let at = 0;
    for (const { text } of runs) cuts.add((at += text.length));
  }
  const ordered = [...cuts].toSorted((one, other) => one - other);
  for (const [index, from] of ordered.entries()) {
    const to = ordered[index + 1];
    if (to === undefined) break;
    const [before, after] = [sliceRuns(old, from, to)[0], sliceRuns(young, from, to)[0]];
    if (before === undefined || after === undefined) continue;
    const { text, marks } = after;
    if (sameMarks(before.marks, marks)) spans.push({ kind: 'same', text, marks });
    else spans.push({ kind: 'marked', text, before: before.marks, after: marks });
  }
  return spans;
}
