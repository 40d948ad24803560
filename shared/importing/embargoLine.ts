import { z } from '../zod.ts';
import { readDate } from '../article/dateline/dates.ts';

const longest = 160;
const opening = new RegExp(
  '^[^\\p{L}\\p{N}]{0,6}(?:(?:strictly |under )*embargo(?:ed)?(?: for (?:release|publication|broadcast|use))?(?: (?:until|till|to|before|for)\\b|\\s*[:–—-])' +
    '|(?:not for|no) (?:publication|release|broadcast|use)(?:,? (?:publication|release|broadcast|use|or|and))* (?:before|until|till)\\b' +
    '|hold (?:for release )?(?:until|till)\\b|for release (?:at|on|after|not before)\\b)',
  'iu',
);

// Names that mean one offset in all the world: BST, IST and CST do not, and CET in May may be meant as CEST.
const offsets: Readonly<Record<string, string>> = {
  Z: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  CEST: '+02:00',
  EEST: '+03:00',
  EDT: '-04:00',
  PDT: '-07:00',
  NZDT: '+13:00',
};

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const moment = z.iso.datetime({ offset: true });

interface Found {
  readonly value: string;
  readonly rest: string;
}

// The only date with its year in a line, and the line without it.
function dateIn(line: string): Found | null {
  const found: { readonly value: string; readonly from: number; readonly end: number }[] = [];
  for (const { index, 0: word } of line.matchAll(/[\p{L}\p{N}-]+/gu)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const read = /^\d{4}-\d{2}-\d{2}$/u.test(word)
      ? { date: word, end: index + word.length }
      : readDate(line, index);
    if (read !== null) found.push({ value: read.date, from: index, end: read.end });
  }
  const [only, other] = found;
  if (only === undefined || other !== undefined || only.value.startsWith('-')) return null;
  return { value: only.value, rest: `${line.slice(0, only.from)} ; ${line.slice(only.end)}` };
}

const zonePattern =
  /(?<![\p{L}\p{N}])(?:(?:UTC|GMT)\s?([+-])(\d{1,2})(?::?(\d{2}))?|([A-Z]{1,4})(?=[^\p{L}\p{N}]|$)|([+-])(\d{2}):(\d{2})(?!\d))/gu;

// The only offset in a line, written as one or by a name that has one meaning.
function offsetIn(line: string): Found | null {
  const found = [...line.matchAll(zonePattern)].filter(
    ([, sign, , , name, otherSign]) => (sign ?? otherSign) !== undefined || offsets[name ?? ''] !== undefined,
  );
  const [only, other] = found;
  if (only === undefined || other !== undefined) return null;
  const [all, sign, hours = '', minutes = '00', name = '', otherSign, otherHours = '', otherMinutes = ''] =
    only;
  const value =
    sign !== undefined
      ? `${sign}${hours.padStart(2, '0')}:${minutes}`
      : (offsets[name] ?? `${otherSign ?? '+'}${otherHours}:${otherMinutes}`);
  return { value, rest: `${line.slice(0, only.index)} ; ${line.slice(only.index + all.length)}` };
}

const timePattern =
  /(?<![\p{L}\p{N}:.])(?:(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?|(\d{1,2})\s*([ap]\.?m\.?)|(\d{2})(\d{2})(?:\s*(?:hrs?|hours|h))?)(?![\p{L}\p{N}])/giu;

function timeIn(line: string): string | null {
  const [only, other] = [...line.matchAll(timePattern)];
  if (only === undefined || other !== undefined) return null;
  const [
    ,
    hour = '',
    minute = '',
    second = '00',
    half = '',
    bareHour = '',
    bareHalf = '',
    wide = '',
    wideMinute = '',
  ] = only;
  const suffix = `${half}${bareHalf}`.toLowerCase().replaceAll('.', '');
  const written = Number(hour || bareHour || wide);
  // 12:30 am is no time that two people read alike.
  if (suffix !== '' && (written < 1 || written > 11)) return null;
  const value = suffix === 'pm' ? written + 12 : written;
  return value > 23 ? null : `${String(value).padStart(2, '0')}:${minute || wideMinute || '00'}:${second}`;
}

const sameWeekday = (line: string, date: string): boolean => {
  const named = weekdays.filter((day) => line.toLowerCase().includes(day));
  return named.every((day) => weekdays[new Date(date).getUTCDay()] === day);
};

/** The moment (RFC 3339 with an offset) that an embargo line names without doubt: one date with its year, one time, one offset. */
function momentIn(line: string): string | null {
  const exact = line.trim().replace(/^[:\s]+/u, '');
  if (moment.safeParse(exact).success) return exact;
  const date = dateIn(line);
  const offset = date === null ? null : offsetIn(date.rest);
  const time = offset === null ? null : timeIn(offset.rest);
  if (date === null || offset === null || time === null || !sameWeekday(line, date.value)) return null;
  const value = `${date.value}T${time}${offset.value}`;
  return moment.safeParse(value).success ? value : null;
}

/**
 * What a whole line says of an embargo: until when, or null where that is not certain ("EMBARGOED UNTIL MONDAY"); the
 * result is null for a line that is no embargo line.
 */
export function readEmbargo(line: string): { readonly until: string | null } | null {
  if (line.length > longest) return null;
  const start = opening.exec(line)?.[0];
  if (start === undefined) return null;
  const rest = line.slice(start.length).replace(/[^\p{L}\p{N}]+$/u, '');
  // "Embargo for fishing boats ends" is a headline: the line is in capitals, or it names a time.
  const isShouted = !/\p{Ll}/u.test(line) && /\p{L}/u.test(rest);
  return isShouted || /\p{Nd}/u.test(rest) ? { until: momentIn(rest) } : null;
}
