import { fold, isAscii, isUnspaced, spacedCharacter, wordCharacter } from './fold.ts';
import type { Query, Term } from './query.ts';

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A text with the stretches that a query found in it, in order and apart. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly Stretch[];
}

interface Folded {
  readonly text: string;
  /** Where each unit of the folded text stands in the original, and one more for its end. */
  readonly at: readonly number[] | null;
}

function foldWithPlaces(text: string): Folded {
  if (isAscii(text)) return { text: text.toLowerCase(), at: null };
  let folded = '';
  const at: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}/gu)) {
    const its = fold(cluster);
    for (let unit = 0; unit < its.length; unit += 1) at.push(index);
    folded += its;
  }
  at.push(text.length);
  return { text: folded, at };
}

function patternOf({ words, prefix, unfinished }: Term): RegExp {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const before = isUnspaced(first) ? '' : `(?<!${spacedCharacter})`;
  const after = isUnspaced(last) || prefix || unfinished ? '' : `(?!${spacedCharacter})`;
  const between = (word: string, next: string): string =>
    `[^${wordCharacter.slice(1, -1)}]${isUnspaced(word) || isUnspaced(next) ? '*' : '+'}`;
  // Words hold letters, marks and digits only: nothing in them means anything to a pattern.
  const phrase = words.map((word, at) => (at === 0 ? word : between(words[at - 1] ?? '', word) + word));
  return new RegExp(`${before}${phrase.join('')}${after}`, 'gv');
}

/** Where a text holds what was asked for. */
export function marksIn(text: string, terms: readonly Term[]): readonly Stretch[] {
  const folded = foldWithPlaces(text);
  const place = (unit: number): number => folded.at?.[unit] ?? unit;
  const found = terms
    .flatMap((term) => [...folded.text.matchAll(patternOf(term))])
    .map(({ 0: match, index }) => ({ from: place(index), to: endOf(folded, index + match.length, text) }))
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  const apart: Stretch[] = [];
  for (const one of found) {
    const before = apart.at(-1);
    if (before !== undefined && one.from < before.to)
      apart[apart.length - 1] = { from: before.from, to: Math.max(before.to, one.to) };
    else apart.push(one);
  }
  return apart;
}

// One letter may fold to two (ß): a match ends behind the whole letter.
function endOf({ at }: Folded, unit: number, text: string): number {
  if (at === null) return unit;
  const last = at[unit - 1] ?? 0;
  let next = unit;
  while (next < at.length && at[next] === last) next += 1;
  return at[next] ?? text.length;
}

/** About so many characters are shown of a text. */
const shown = 160;
const before = 30;

/** The part of a text around its first match, with all matches in it; its beginning where it has none. */
export function snippetOf(text: string, query: Pick<Query, 'terms'>): Marked {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const marks = marksIn(line, query.terms);
  const [first] = marks;
  const from = first === undefined || first.to < shown ? 0 : wordStart(line, first.from - before);
  const to = from + shown >= line.length ? line.length : wordEnd(line, from + shown, from);
  const head = from === 0 ? '' : '… ';
  const shift = head.length - from;
  return {
    text: `${head}${line.slice(from, to)}${to === line.length ? '' : '…'}`,
    marks: marks
      .filter((mark) => mark.from >= from && mark.from < to)
      .map((mark) => ({ from: mark.from + shift, to: Math.min(mark.to, to) + shift })),
  };
}

/** A whole text with all matches in it. */
export const markedText = (text: string, query: Pick<Query, 'terms'>): Marked => ({
  text,
  marks: marksIn(text, query.terms),
});

// Cut between words where one is near, and never inside a character.
function wordStart(text: string, wanted: number): number {
  const space = text.indexOf(' ', wanted);
  if (space >= 0 && space - wanted < before / 2) return space + 1;
  return atCharacter(text, wanted);
}

function wordEnd(text: string, wanted: number, from: number): number {
  const space = text.lastIndexOf(' ', wanted);
  return space > from + shown / 2 ? space : atCharacter(text, wanted);
}

function atCharacter(text: string, wanted: number): number {
  let place = wanted;
  while (place > 0 && /[\p{M}\uDC00-\uDFFF]/u.test(text.charAt(place))) place -= 1;
  return place;
}
