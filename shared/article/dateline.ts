import { writeDate } from './dateline/dates.ts';
import { isBelievable, isSuggestible, saysNoPlace } from './dateline/evidence.ts';
import { isCapitals, titleCase } from './dateline/letterCase.ts';
import { standAloneAbroad, standAloneUs } from './dateline/places.ts';
import { type Scan, scanDateline } from './dateline/scan.ts';
import { type DatelineStyle, type HouseStyle, houseStyles } from './dateline/styles.ts';

export { type DatelineStyle, type HouseStyle, houseStyles };

/** A place of a dateline as a page shows it (St. Louis), and its state, country or both as written. */
export interface DatelinePlace {
  readonly place: string;
  readonly region: string | null;
}

/** What a dateline says, and how it is written. */
export interface Dateline {
  readonly places: readonly DatelinePlace[];
  /** `YYYY-MM-DD`, or `--MM-DD` where no year is written. */
  readonly date: string | null;
  readonly source: string | null;
  readonly style: DatelineStyle;
}

/** A dateline at the start of a line: `prefix` is what to cut, `text` the dateline in it, after a byline if any. */
export interface FoundDateline {
  readonly prefix: string;
  /** The names of a byline that runs into the dateline, without "By". */
  readonly byline?: string;
  readonly text: string;
  readonly dateline: Dateline;
}

/** No dateline is longer: text beyond is not looked at. */
const reach = 240;

/** The text of a dateline, in its style; `parseDateline` of it says the same. */
export function renderDateline({ places, date, source, style }: Dateline): string {
  const [beforeRegion, afterRegion] = style.region;
  const where = places.map(({ place, region }) => {
    const name = style.capitals ? place.toUpperCase() : place;
    return region === null ? name : name + beforeRegion + region + afterRegion;
  });
  const when = date === null || style.date === null ? '' : style.beforeDate + writeDate(date, style.date);
  const who = source === null ? '' : style.source[0] + source + style.source[1];
  return where.join(style.between) + when + who + style.end;
}

function fromScan(scan: Scan, text: string): Dateline | null {
  const capitals = scan.places.every(
    ({ written }) => isCapitals(written) && titleCase(written).toUpperCase() === written,
  );
  const dateline: Dateline = {
    places: scan.places.map(({ written, region }) => ({
      place: capitals ? titleCase(written) : written,
      region,
    })),
    date: scan.date?.date ?? null,
    source: scan.source?.name ?? null,
    style: {
      capitals,
      between: scan.between,
      region: scan.region ?? [', ', ''],
      beforeDate: scan.beforeDate,
      date: scan.date?.style ?? null,
      source: scan.source?.around ?? [' (', ')'],
      end: scan.end,
    },
  };
  // What cannot be written back byte for byte is not understood.
  return renderDateline(dateline) === text ? dateline : null;
}

/** What a stored dateline says; null where the text has no such form. The text is known to be a dateline: any place will do. */
export function parseDateline(text: string): Dateline | null {
  const given = text.trim();
  if (given.length > reach) return null;
  const scan = scanDateline(given, 0);
  return scan === null || scan.at !== given.length || saysNoPlace(scan) ? null : fromScan(scan, given);
}

const bylineRun = /^By\s+/u;

function afterByline(line: string): { readonly names: string; readonly at: number } | null {
  const start = bylineRun.exec(line)?.[0].length;
  if (start === undefined) return null;
  const words = /[^\s]+\s+/gu;
  words.lastIndex = start;
  for (let count = 0; count < 12; count += 1) {
    if (words.exec(line) === null) return null;
    const at = words.lastIndex;
    const next = /^[\p{L}\p{M}.'’-]{2,}/u.exec(line.slice(at, at + 40))?.[0] ?? '';
    const scan = isCapitals(next) ? scanDateline(line, at) : null;
    if (scan !== null && (scan.source !== null || scan.date !== null) && isBelievable(scan, line)) {
      return { names: line.slice(start, at).trim().replace(/[,|]$/u, '').trim(), at };
    }
  }
  return null;
}

/** The dateline that a paragraph begins with, if it is certain: a source, a date, a known place, or capitals and a dash. */
export function findDateline(line: string): FoundDateline | null {
  const near = line.slice(0, reach);
  const byline = afterByline(near);
  const from = byline?.at ?? 0;
  const scan = scanDateline(near, from);
  if (scan === null || !isBelievable(scan, near)) return null;
  const text = near.slice(from, scan.at);
  const dateline = fromScan(scan, text);
  if (dateline === null) return null;
  return { prefix: near.slice(0, scan.at), text, dateline, ...(byline && { byline: byline.names }) };
}

/** The start of a paragraph that may be a dateline, for a person to decide: "Saharsa: The …"; null otherwise. */
export function suggestDateline(line: string): string | null {
  const near = line.slice(0, reach);
  const scan = scanDateline(near, 0);
  return scan !== null && isSuggestible(scan, near) ? near.slice(0, scan.at) : null;
}

/** A date without a year, in the year nearest to the reference (RFC 3339 or ISO date): to offer, never to write unasked. */
export function nearestYear(date: string, reference: string): string {
  if (!date.startsWith('--')) return date;
  const near = Date.parse(reference);
  const year = new Date(near).getUTCFullYear();
  const distance = (candidate: string): number => {
    const time = Date.parse(candidate);
    // 29 February rolls over to March in a common year: not that year.
    const same = new Date(time).toISOString().slice(0, 10) === candidate;
    return same ? Math.abs(time - near) : Number.POSITIVE_INFINITY;
  };
  return Array.from({ length: 17 }, (_, index) => `${year - 8 + index}${date.slice(1)}`).reduce(
    (best, next) => (distance(next) < distance(best) ? next : best),
  );
}

const standing: ReadonlySet<string> = new Set([...standAloneUs, ...standAloneAbroad]);

/** The same dateline in a desk's style: its marks, months and capitals, and no region where the city stands alone. */
export const inHouseStyle = (dateline: Dateline, house: HouseStyle): Dateline => ({
  ...dateline,
  places: dateline.places.map(({ place, region }) => ({
    place,
    region: house.standAlone && standing.has(place) ? null : region,
  })),
  style: house.style,
});
