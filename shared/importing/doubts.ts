import { readDate } from '../article/dateline/dates.ts';
import { monthSets } from '../article/dateline/months.ts';

const word = '[^\\s\\d.,;:()]+\\.?';
const digit = '[\\d٠-٩۰-۹०-९০-৯]';
const day = `${digit}{1,2}(?:st|nd|rd|th|er|º|\\.)?`;
const days = `${day}(?:(?: to | and | until | bis | au | al | a |\\s?[-–—]\\s?)${day})?`;
const datedPattern = new RegExp(
  `(?:(?<before>${word}) ${days},? |${days} (?:de )?(?<after>${word}(?: ${word})?),?(?: de)? )${digit}{4}$`,
  'u',
);

const months: ReadonlyMap<string, number> = new Map(
  monthSets.flatMap(({ names }) => names.map((name, index) => [name.toLowerCase(), index + 1] as const)),
);
const monthOf = (name: string): number | undefined => months.get(name.toLowerCase());

const reach = 48;
/** How many years of a text are looked at. */
const mostYears = 200;

/** A date with a year in a text, as written, in the month of the dateline if any is ("December 25 to 29, 2023"); else null. */
export function dateWithYear(texts: readonly string[], dateline: string): string | null {
  const wanted = Number(dateline.slice(-5, -3));
  let first: string | null = null;
  let years = 0;
  for (const text of texts) {
    for (const year of text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu)) {
      years += 1;
      if (years > mostYears) return first;
      const found = datedPattern.exec(text.slice(Math.max(0, year.index - reach), year.index + 4));
      const month = monthOf(found?.groups?.['before'] ?? found?.groups?.['after'] ?? '');
      if (found === null || month === undefined) continue;
      if (month === wanted) return found[0];
      first ??= found[0];
    }
  }
  return first;
}

const stampWords =
  /^(?:(?:first |last )?(?:published|updated|posted|modified|created)(?: on| at)?\s*:?\s*)?(?:[\p{L}\p{M}]+,\s*)?/iu;

/** Whether a line is a date with a year and little else, as pages print it: "Friday, June 7, 2024", "Updated: 7 June 2024, 4 pm". */
export function isDateStamp(text: string): boolean {
  if (text.length > 80) return false;
  const at = stampWords.exec(text)?.[0].length ?? 0;
  const found = readDate(text, at);
  return found !== null && !found.date.startsWith('-') && found.end >= text.length - 25;
}

/** The two words around a stray space: before or after a hyphen on one side only, doubled, or before a comma; else null. */
export const straySpace = (text: string): string | null =>
  /[^\s-]+(?: -(?=[^\s-])|- |  +| (?=[,;](?:\s|$)))[^\s]*/u.exec(text)?.[0].trim() ?? null;

/** "a", "a or b", "a, b or c". */
export const orList = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1) ?? ''}`;
