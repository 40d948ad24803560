import { type DateStyle, readDate } from './dates.ts';
import { isParticle } from './letterCase.ts';
import { slashPlaces } from './places.ts';
import { countries, stateShortForms, states } from './regions.ts';
import { sources } from './sources.ts';

/** The parts of a dateline as they stand in a text, with the marks around them. */
export interface Scan {
  readonly places: readonly { readonly written: string; readonly region: string | null }[];
  readonly between: string;
  readonly region: readonly [string, string] | null;
  readonly beforeDate: string;
  readonly date: { readonly date: string; readonly style: DateStyle } | null;
  readonly source: { readonly name: string; readonly around: readonly [string, string] } | null;
  readonly end: string;
  /** Where the dateline ends in the text. */
  readonly at: number;
}

const lower = (text: string): string => text.toLowerCase();
const regionNames: ReadonlySet<string> = new Set([...stateShortForms, ...states, ...countries].map(lower));
const sourceNames: ReadonlySet<string> = new Set(sources.map(lower));
const slashNames: ReadonlySet<string> = new Set(slashPlaces.map(lower));
const bareSource = new RegExp(
  `(,?\\s)(${sources.map((name) => name.replace(/[.]/gu, '\\.')).join('|')})(?=\\s?[-–—:])`,
  'uy',
);

/** Whether every part of a region is a known state or country. */
export const isKnownRegion = (region: string): boolean =>
  region.split(/[,،] */u).every((part) => regionNames.has(lower(part)));

/** Whether a name is that of a known agency. */
export const isKnownSource = (name: string): boolean => sourceNames.has(lower(name));

const wordPattern = /[\p{L}\p{M}\u200c\u200d]+(?:[.’'‘ʻ&-][\p{L}\p{M}\u200c\u200d]+)*\.?/uy;
const mostWords = 6;

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const mayBePlace = (word: string): boolean => /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word) || isParticle(word);

// A stop ends an abbreviation (N.Y., M., Calif.), never a whole word.
const keepsStop = (word: string, name: string): boolean =>
  word.slice(0, -1).includes('.') || word.length <= 3 || regionNames.has(lower(name));

/** The end of a name of up to six words that begins at `from`; `from` itself if there is none. */
function nameEnd(text: string, from: number): number {
  let end = from;
  for (let words = 0, at = from; words < mostWords; words += 1) {
    const word = match(wordPattern, text, at)?.[0];
    if (word === undefined || !mayBePlace(word) || (words > 0 && readDate(text, at) !== null)) break;
    end = at + word.length;
    const name = text.slice(from, end);
    if (word.endsWith('.') && !keepsStop(word, name) && !/^\s\p{L}/u.test(text.slice(end, end + 2))) {
      return end - 1;
    }
    if (match(bareSource, text, end) !== null) break;
    const space = match(/[^\S\n]{1,2}/uy, text, end)?.[0];
    if (space === undefined) break;
    at = end + space.length;
  }
  return end;
}

interface Region {
  readonly name: string;
  readonly around: readonly [string, string];
  readonly end: number;
}

function readRegion(text: string, at: number): Region | null {
  const bracket = match(/(\s?\[)([\p{L}\p{M}][\p{L}\p{M} ,.&’'-]{0,40})\]/uy, text, at);
  if (bracket !== null) {
    return { name: bracket[2] ?? '', around: [bracket[1] ?? '', ']'], end: at + bracket[0].length };
  }
  const round = match(/(\s?\()([\p{L}\p{M}][\p{L}\p{M} ,.&’'-]{0,40})\)/uy, text, at);
  if (round !== null && isKnownRegion(round[2] ?? '') && !isKnownSource(round[2] ?? '')) {
    return { name: round[2] ?? '', around: [round[1] ?? '', ')'], end: at + round[0].length };
  }
  const comma = match(/[,،]\s{0,2}/uy, text, at)?.[0];
  if (comma === undefined || readDate(text, at + comma.length) !== null) return null;
  const start = at + comma.length;
  let end = nameEnd(text, start);
  if (end === start) return null;
  const second = match(/[,،]\s{0,2}/uy, text, end)?.[0];
  if (second !== undefined && readDate(text, end + second.length) === null) {
    const secondEnd = nameEnd(text, end + second.length);
    if (secondEnd > end + second.length) end = secondEnd;
  }
  return { name: text.slice(start, end), around: [comma, ''], end };
}

const roundSource = /(\.?\s{0,2}(?:--\s?)?\()(\p{L}[\p{L}\p{M}\p{Nd} .,&’'/-]{0,40})\)/uy;
const slashSource = /(\.?\s\/)(\p{L}[\p{L}\p{M}\p{Nd} .,&’'-]{0,40})\//uy;

function readSource(text: string, at: number): (NonNullable<Scan['source']> & { end: number }) | null {
  const round = match(roundSource, text, at);
  const slashed = round ?? match(slashSource, text, at);
  const found = slashed ?? match(bareSource, text, at);
  if (found === null) return null;
  const close = round === null ? (slashed === null ? '' : '/') : ')';
  return { name: found[2] ?? '', around: [found[1] ?? '', close], end: at + found[0].length };
}

const spacedEnd = /\s?:(?=\s|$)|\.?\s(?:[—–]|--?)(?=\s|$)|\.[—–-](?=\s|$)|[।](?=\s|$)|\.$/uy;
const tightEnd = /\.?\s?(?:—|--)(?!-)/uy;
const sourcedEnd = /\s?(?:—|–|--?)(?!-)|\.(?=\s|$)/uy;

/** Reads the form of a dateline at a place of a text, believable or not; null where the text has no such form. */
export function scanDateline(text: string, from: number): Scan | null {
  const places: { written: string; region: string | null }[] = [];
  let between = '/';
  let regionStyle: Scan['region'] = null;
  let at = from;
  for (;;) {
    let end = nameEnd(text, at);
    if (end === at) return null;
    const slash = match(/\/[\p{L}\p{M}]+\.?/uy, text, end)?.[0];
    if (slash !== undefined && slashNames.has(lower(text.slice(at, end) + slash))) end += slash.length;
    const region = readRegion(text, end);
    places.push({ written: text.slice(at, end), region: region?.name ?? null });
    if (region !== null) regionStyle = region.around;
    at = region?.end ?? end;
    const join = match(/\/| \/ /uy, text, at)?.[0];
    if (join === undefined || places.length === 4) break;
    if (places.length > 1 && join !== between) return null;
    between = join;
    at += join.length;
  }
  const beforeDate = match(/[,،]?\s{0,2}/uy, text, at)?.[0] ?? '';
  const date = beforeDate === '' ? null : readDate(text, at + beforeDate.length);
  if (date !== null) at = date.end;
  const source = readSource(text, at);
  if (source !== null) at = source.end;
  const end =
    (match(spacedEnd, text, at) ??
      match(tightEnd, text, at) ??
      (source && match(sourcedEnd, text, at)))?.[0] ?? '';
  return {
    places,
    between,
    region: regionStyle,
    beforeDate: date === null ? ', ' : beforeDate,
    date,
    source: source && { name: source.name, around: source.around },
    end,
    at: at + end.length,
  };
}
