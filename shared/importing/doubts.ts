import { monthSets } from '../article/dateline/months.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const names = [...new Set(monthSets.flatMap((set) => set.names))].toSorted((a, b) => b.length - a.length);
const month = names.map(escaped).join('|');
const day = '\\p{Nd}{1,2}(?:st|nd|rd|th|er|º|\\.)?';
const days = `${day}(?:(?: to | and | until | bis | au | al | a |\\s?[-–—]\\s?)${day})?`;
const datedPattern = new RegExp(
  `(?:(?<a>${month}) ${days},? |${days} (?:de )?(?<b>${month}),?(?: de)? )\\p{Nd}{4}$`,
  'iu',
);
const monthOf = (name: string): number => {
  for (const set of monthSets) {
    const index = set.names.findIndex((each) => each.toLowerCase() === name.toLowerCase());
    if (index >= 0) return index + 1;
  }
  return 0;
};

const reach = 48;
/** How many years of a text are looked at. */
const mostYears = 200;

/** A date with a year in a text, as written, in the month of the dateline if any is ("December 25 to 29, 2023"); else null. */
export function dateWithYear(texts: readonly string[], dateline: string): string | null {
  const wanted = Number(dateline.slice(-5, -3));
  let first: string | null = null;
  let years = 0;
  for (const text of texts) {
    for (const year of text.matchAll(/(?<!\p{Nd})(?:19|20)\d{2}(?!\p{Nd})/gu)) {
      years += 1;
      if (years > mostYears) return first;
      const found = datedPattern.exec(text.slice(Math.max(0, year.index - reach), year.index + 4));
      if (found === null) continue;
      if (monthOf(found.groups?.['a'] ?? found.groups?.['b'] ?? '') === wanted) return found[0];
      first ??= found[0];
    }
  }
  return first;
}

/** The two words around a stray space: before or after a hyphen on one side only, doubled, or before a comma; else null. */
export const straySpace = (text: string): string | null =>
  /[^\s-]+(?: -(?=[^\s-])|- |  +| (?=[,;](?:\s|$)))[^\s]*/u.exec(text)?.[0].trim() ?? null;

/** "a", "a or b", "a, b or c". */
export const orList = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1) ?? ''}`;
