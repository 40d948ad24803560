import { monthSets } from './months.ts';

/** How a date is written: the same style writes any other date. */
export interface DateStyle {
  readonly order: 'month-day' | 'day-month';
  /** A month form: the id of a month set, or `id:upper`, `id:lower`, `id:title` for its letter case. */
  readonly months: string;
  /** The digit zero of the script in use. */
  readonly zero: string;
  /** Whether a day below ten has two digits. */
  readonly padded: boolean;
  /** What follows the day: '', '.', 'er', 'º', or 'th' for English st, nd, rd, th. */
  readonly ordinal: string;
  /** Between day and month, or month and day. */
  readonly between: string;
  /** What stands before the year; null where none is written. */
  readonly beforeYear: string | null;
}

/** A date found in a text: ISO, or `--MM-DD` without a year, how it is written, and where it ends. */
export interface FoundDate {
  readonly date: string;
  readonly style: DateStyle;
  readonly end: number;
}

const title = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

const forms: ReadonlyMap<string, readonly string[]> = new Map(
  monthSets.flatMap(({ id, names }) => [
    [id, names] as const,
    [`${id}:upper`, names.map((name) => name.toUpperCase())] as const,
    [`${id}:lower`, names.map((name) => name.toLowerCase())] as const,
    [`${id}:title`, names.map(title)] as const,
  ]),
);

// The first set that writes a month so; sets come in the order of the list, each as given before its other cases.
const known = new Map<string, { readonly month: number; readonly months: string }>();
for (const suffix of ['', ':upper', ':lower', ':title']) {
  for (const { id } of monthSets) {
    const months = id + suffix;
    forms.get(months)?.forEach((name, index) => {
      if (!known.has(name)) known.set(name, { month: index + 1, months });
    });
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const names = [...known.keys()].toSorted((a, b) => b.length - a.length).map(escaped);
// A stop before a dash belongs to the dash: "14 dic.-".
const month = `(?<month>${names.join('|')})(?![\\p{L}\\p{M}]|(?<=\\.)[-–—])`;
const day = '(?<day>\\p{Nd}{1,2})';
const year = '(?:(?<beforeYear>[,،]?[^\\S\\n]+(?:del? )?)(?<year>\\p{Nd}{4}))?(?![\\p{L}\\p{Nd}])';
const monthDay = new RegExp(`${month}(?<between>[^\\S\\n]+)${day}(?<ordinal>st|nd|rd|th|)${year}`, 'uy');
const dayMonth = new RegExp(
  `${day}(?<ordinal>st|nd|rd|th|er|[º.]|)(?<between>[^\\S\\n]+(?:de |of )?)${month}${year}`,
  'uy',
);

const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66];
const zeroOf = (digit: string): number | undefined =>
  zeros.find((zero) => (digit.codePointAt(0) ?? 0) >= zero && (digit.codePointAt(0) ?? 0) <= zero + 9);

const valueOf = (digits: string, zero: number): number => {
  let value = 0;
  for (const digit of digits) {
    const one = (digit.codePointAt(0) ?? 0) - zero;
    if (one < 0 || one > 9) return Number.NaN;
    value = value * 10 + one;
  }
  return value;
};

const two = (value: number): string => String(value).padStart(2, '0');
const daysIn = (month_: number, year_: number | null): number =>
  month_ === 2
    ? year_ === null || new Date(Date.UTC(year_, 1, 29)).getUTCMonth() === 1
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month_)
      ? 30
      : 31;

const english = (value: number): string =>
  value % 100 >= 11 && value % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');

function read(pattern: RegExp, order: DateStyle['order'], text: string, at: number): FoundDate | null {
  pattern.lastIndex = at;
  const groups = pattern.exec(text)?.groups;
  if (groups === undefined) return null;
  const digits = groups['day'] ?? '';
  const name = known.get(groups['month'] ?? '');
  const zero = zeroOf(digits);
  if (name === undefined || zero === undefined) return null;
  const dayOfMonth = valueOf(digits, zero);
  const inYear = groups['year'] === undefined ? null : valueOf(groups['year'], zero);
  if (Number.isNaN(dayOfMonth) || Number.isNaN(inYear)) return null;
  if (dayOfMonth < 1 || dayOfMonth > daysIn(name.month, inYear)) return null;
  const ordinal = groups['ordinal'] ?? '';
  const isEnglish = /^(?:st|nd|rd|th)$/.test(ordinal);
  if (isEnglish && ordinal !== english(dayOfMonth)) return null;
  const written = inYear === null ? '-' : String(inYear).padStart(4, '0');
  return {
    date: `${written}-${two(name.month)}-${two(dayOfMonth)}`,
    end: pattern.lastIndex,
    style: {
      order,
      months: name.months,
      zero: String.fromCodePoint(zero),
      padded: digits.length === 2 && dayOfMonth < 10,
      ordinal: isEnglish ? 'th' : ordinal,
      between: groups['between'] ?? ' ',
      beforeYear: groups['beforeYear'] ?? null,
    },
  };
}

/** The date that begins at a place of a text, in any of the known month forms; null if none does. */
export const readDate = (text: string, at: number): FoundDate | null =>
  read(monthDay, 'month-day', text, at) ?? read(dayMonth, 'day-month', text, at);

/** A date (`YYYY-MM-DD` or `--MM-DD`) as the style writes it; '' for what is no date. */
export function writeDate(date: string, style: DateStyle): string {
  const parts = /^(?:-|(?<year>\d{4}))-(?<month>\d\d)-(?<day>\d\d)$/.exec(date)?.groups;
  if (parts === undefined) return '';
  const base = style.zero.codePointAt(0) ?? 0x30;
  const inScript = (digits: string): string =>
    digits.replace(/\d/gu, (digit) => String.fromCodePoint(base + Number(digit)));
  const value = Number(parts['day']);
  const ordinal = style.ordinal === 'th' ? english(value) : style.ordinal;
  const dayText = inScript(style.padded ? two(value) : String(value)) + ordinal;
  const monthText = forms.get(style.months)?.[Number(parts['month']) - 1] ?? '';
  const [first, second] = style.order === 'month-day' ? [monthText, dayText] : [dayText, monthText];
  const yearText =
    style.beforeYear === null || parts['year'] === undefined
      ? ''
      : style.beforeYear + inScript(parts['year']);
  return first + style.between + second + yearText;
}
