import { type FurnitureClass, furnitureClasses, sectionNames } from './furnitureLines.ts';

/** No line of web furniture is longer. */
const longest = 240;

const adMarkers = furnitureClasses.find(({ id }) => id === 'ad-marker');
const navigation = furnitureClasses.find(({ id }) => id === 'nav');

const says = ({ lines }: FurnitureClass, line: string): boolean =>
  lines.some((pattern) => pattern.test(line));

/** The class of web furniture that a whole line is; null for anything else. */
export function readFurniture(line: string): FurnitureClass | null {
  if (line.length > longest * 2) return null;
  const text = line.trim().replace(/\s+/gu, ' ');
  if (text === '' || text.length > longest) return null;
  return furnitureClasses.find((each) => says(each, text)) ?? null;
}

/** Something removed, and the class of web furniture it is. */
export interface Removed<T> {
  readonly unit: T;
  readonly class: FurnitureClass;
}

// One line of furniture above a title may be the title of a story: two are not, nor one that nobody gives a story.
const isSure = ({ id }: FurnitureClass, text: string): boolean =>
  id === 'ad-marker' || /^skip to|^home ?[>»›/|→]/iu.test(text.trim());

// What stands above the title, as far as all is furniture: a menu, the sections of a site, a share bar.
function above<T extends { readonly text: string }>(units: readonly T[]): readonly Removed<T>[] {
  const found: Removed<T>[] = [];
  let isCertain = false;
  for (const unit of units) {
    const line = readFurniture(unit.text);
    const section = found.length > 0 && sectionNames.test(unit.text.trim()) ? navigation : undefined;
    const each = line ?? section ?? null;
    if (each === null) return isCertain ? found : [];
    isCertain ||= found.length > 0 || isSure(each, unit.text);
    found.push({ unit, class: each });
  }
  return [];
}

/**
 * Takes the web furniture out of an article: what stands at the end, upwards as far as all is furniture, what stands
 * above the title, and single advertisement markers anywhere. One unit always stays. Nothing goes unlisted.
 */
export function withoutFurniture<T extends { readonly text: string }>(
  units: readonly T[],
): { readonly kept: readonly T[]; readonly removed: readonly Removed<T>[] } {
  let end = units.length;
  const tail: Removed<T>[] = [];
  while (end > 1) {
    const unit = units[end - 1];
    const found = unit === undefined ? null : readFurniture(unit.text);
    if (unit === undefined || found === null) break;
    tail.push({ unit, class: found });
    end -= 1;
  }
  const head = above(units.slice(0, end));
  const removed: Removed<T>[] = [...head];
  const kept = units.slice(head.length, end).filter((unit, index) => {
    const isMarker =
      index > 0 &&
      unit.text.length <= longest &&
      adMarkers !== undefined &&
      says(adMarkers, unit.text.trim());
    if (isMarker) removed.push({ unit, class: adMarkers });
    return !isMarker;
  });
  return { kept, removed: [...removed, ...tail.toReversed()] };
}
