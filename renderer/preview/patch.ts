import { CopydeskError } from '../../shared/error.ts';
import type { Page } from '../../shared/formats/html.ts';
import { sameUnit, type Unit } from '../../shared/formats/units.ts';
import { morph, type Kept } from './morph.ts';
import { shellOf } from './page.ts';

const articleOf = (page: Document): Element => {
  const article = page.querySelector('article');
  if (article === null) throw new CopydeskError('unexpected', 'The preview shows no article');
  return article;
};

/** Parses in the frame's own realm: no script can run there, and Trusted Types of this window are not in the way. */
function parseIn(page: Document, html: string): Document {
  const Parser = page.defaultView?.DOMParser ?? DOMParser;
  return new Parser().parseFromString(html, 'text/html');
}

const inert = new WeakMap<Document, HTMLElement>();

/** The body of a document in the frame's realm that is never shown: parsing there costs a tenth of a new document. */
function inertBody(page: Document): HTMLElement {
  const known = inert.get(page);
  if (known !== undefined) return known;
  const { body } = page.implementation.createHTMLDocument('');
  inert.set(page, body);
  return body;
}

function patchShell(page: Document, before: Page, after: Page): void {
  if (
    before.head === after.head &&
    before.masthead === after.masthead &&
    before.colophon === after.colophon &&
    before.language === after.language &&
    before.direction === after.direction
  )
    return;
  const wanted = parseIn(page, shellOf(after));
  const kept: Kept = { target: articleOf(page), wanted: articleOf(wanted) };
  morph(page.documentElement, wanted.documentElement, kept);
}

interface Change {
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

/** Where two lists of units differ: from the first difference to the ends in the list before and after. */
function changeOf(before: readonly Unit[], after: readonly Unit[]): Change {
  const same = (a: Unit | undefined, b: Unit | undefined): boolean =>
    a !== undefined && b !== undefined && sameUnit(a, b);
  const room = Math.min(before.length, after.length);
  let start = 0;
  while (start < room && same(before[start], after[start])) start += 1;
  let end = 0;
  while (end < room - start && same(before.at(-1 - end), after.at(-1 - end))) end += 1;
  return { start, endBefore: before.length - end, endAfter: after.length - end };
}

/** For each unit the element that shows it already, somewhere else: a block that moved is not made again. */
function movedElements(
  wanted: readonly Unit[],
  old: readonly Unit[],
  shown: readonly Element[],
): readonly (Element | undefined)[] {
  const places = Map.groupBy(old.keys(), (at) => old[at]?.parts.at(-1));
  const taken = new Set<number>();
  return wanted.map((unit) => {
    const at = places.get(unit.parts.at(-1))?.find((one) => {
      const candidate = old[one];
      return candidate !== undefined && !taken.has(one) && sameUnit(candidate, unit);
    });
    if (at !== undefined) taken.add(at);
    return at === undefined ? undefined : shown[at];
  });
}

/** The elements of units, parsed in the frame's realm. */
function parseUnits(page: Document, units: readonly Unit[]): readonly Element[] {
  if (units.length === 0) return [];
  const body = inertBody(page);
  // The frame's policy asks for no Trusted Types, and nothing in a document without a window runs or is fetched.
  body.innerHTML = units.map((unit) => unit.render()).join('');
  const elements = Array.from(body.children);
  if (elements.length !== units.length)
    throw new CopydeskError('unexpected', `${units.length} units made ${elements.length} elements`);
  return elements.map((element) => page.adoptNode(element));
}

/** The elements that show the wanted units: moved ones, changed ones (a changed caption keeps its picture), new ones. */
function elementsFor(
  page: Document,
  wanted: readonly Unit[],
  old: readonly Unit[],
  shown: readonly Element[],
): readonly Element[] {
  const moved = movedElements(wanted, old, shown);
  const fresh = Iterator.from(
    parseUnits(
      page,
      wanted.filter((_, at) => moved[at] === undefined),
    ),
  );
  return wanted.flatMap((_, at) => {
    const whole = moved[at];
    if (whole !== undefined) return [whole];
    const made = fresh.next().value;
    const here = shown[at];
    if (made === undefined) return [];
    if (here === undefined || here.nodeName !== made.nodeName || moved.includes(here)) return [made];
    morph(here, made);
    return [here];
  });
}

/**
 * Changes a loaded page from one state to the next, touching only what differs; afterwards it equals (`isEqualNode`)
 * a fresh load of `renderPage(after)`. Each unit is followed by one line feed, as the page is written.
 */
export function patch(page: Document, before: Page, after: Page): void {
  patchShell(page, before, after);
  const article = articleOf(page);
  const children = Array.from(article.children);
  if (children.length !== before.units.length)
    throw new CopydeskError(
      'unexpected',
      `The page shows ${children.length}, not ${before.units.length} units`,
    );

  const { start, endBefore, endAfter } = changeOf(before.units, after.units);
  const shown = children.slice(start, endBefore);
  const wanted = after.units.slice(start, endAfter);
  const elements = elementsFor(page, wanted, before.units.slice(start, endBefore), shown);
  if (elements.length === shown.length && elements.every((element, at) => element === shown[at])) return;
  const next = children[endBefore] ?? null;
  for (const element of shown) {
    element.nextSibling?.remove();
    element.remove();
  }
  for (const element of elements) {
    article.insertBefore(element, next);
    article.insertBefore(page.createTextNode('\n'), next);
  }
}
