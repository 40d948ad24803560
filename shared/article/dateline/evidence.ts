import { isCapitals, titleCase } from './letterCase.ts';
import { knownPlaces } from './places.ts';
import { isKnownRegion, isKnownSource, type Scan } from './scan.ts';
import { callLetters, notPlaces } from './sources.ts';

const places: ReadonlySet<string> = new Set(knownPlaces.map((place) => place.toLowerCase()));
const refused: ReadonlySet<string> = new Set(notPlaces);

const isKnownPlace = (name: string): boolean => places.has(name.toLowerCase());

const holdsRefusedWord = (name: string): boolean =>
  name
    .toLowerCase()
    .split(/[\s/]+/u)
    .some((word) => refused.has(word));

/** Whether a part that should be a place is a label, a weekday or another word that never is one. */
export const saysNoPlace = (scan: Scan): boolean =>
  scan.places.some(
    ({ written, region }) =>
      (!isKnownPlace(written) && holdsRefusedWord(written)) ||
      (region !== null && !isKnownRegion(region) && holdsRefusedWord(region)),
  );

const isSourceName = (name: string): boolean => isKnownSource(name) || callLetters.test(name);

// After a dash or colon the story begins: with a capital, a digit, a quotation mark, or in a script without capitals.
const storyFollows = (rest: string): boolean => rest.trim() === '' || !/^\s*\p{Ll}/u.test(rest);

/** Whether a line's start is surely a dateline (`formats.md` §6): source, date, known place, or capitals and a dash. */
export function isBelievable(scan: Scan, text: string): boolean {
  if (saysNoPlace(scan)) return false;
  const first = scan.places[0]?.written ?? '';
  const rest = text.slice(scan.at);
  const known = isKnownPlace(first) || isKnownPlace(titleCase(first));
  const capitals = scan.places.every(({ written }) => isCapitals(written));
  const knownRegion = scan.places.some(({ region }) => region !== null && isKnownRegion(region));
  const ended = scan.end !== '' && scan.end !== '.';
  const dash = /[-–—]/u.test(scan.end);
  const sure = known || capitals || knownRegion;

  if (scan.source !== null) {
    const named = isSourceName(scan.source.name);
    if (scan.date !== null) return ended || named || rest.trim() === '';
    return named ? ended || sure || scan.end === '.' : ended && sure;
  }
  if (scan.date !== null) {
    const comma = /[,،]/u.test(scan.beforeDate);
    return (ended || rest.trim() === '') && (comma || sure);
  }
  if (!ended) return false;
  if (known || knownRegion) {
    if (!dash) return true;
    return (capitals || /^[.\s]/u.test(scan.end)) && storyFollows(rest);
  }
  return dash && capitals && isPlaceInCapitals(scan) && storyFollows(rest);
}

const isPlaceInCapitals = (scan: Scan): boolean =>
  scan.places.every(
    ({ written }) => written.split(/\s+/u).length <= 4 && (written.length > 4 || written.includes(' ')),
  );

/** Whether a line's start has a dateline's form but no evidence: a name of up to three words and a colon, or capitals. */
export function isSuggestible(scan: Scan, text: string): boolean {
  if (saysNoPlace(scan) || isBelievable(scan, text) || scan.end === '') return false;
  const rest = text.slice(scan.at);
  const name = scan.places[0]?.written ?? '';
  return rest.trim() !== '' && storyFollows(rest) && name.split(/\s+/u).length <= 3 && scan.end.includes(':');
}
