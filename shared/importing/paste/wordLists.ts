import type { PageElement } from '../html/dom.ts';
import { fullStyleOf, marginOf, styleOf } from './css.ts';
import { ListBuilder } from './nestList.ts';
import { readMarker, type ListMarker } from './listMarker.ts';
import { classOf, flat, isElement, isEmpty, renamed, type Pasting } from './pasting.ts';

const isListParagraph = (element: PageElement): boolean =>
  /(?:^|[\s_])MsoListParagraph/u.test(classOf(element));

// Outlook in a browser leaves the class and the typed marker: the level is in the indentation, half an inch each.
function placeOf(element: PageElement): readonly string[] | null {
  const style = styleOf(element);
  const said = /^(l\d+)\s+level(\d+)\s*(lfo\d+)?/u.exec(style.get('mso-list') ?? '');
  if (said !== null) return said;
  if (style.has('mso-list') || !isListParagraph(element) || !typed.test(element.textContent)) return null;
  return ['', 'typed', String(Math.max(1, Math.round(marginOf(style, 'left') / 36))), ''];
}

const typed =
  /^[\s\u00a0]*([·•▪§\uf0b7]|o(?=[\s\u00a0]{2})|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])[\s\u00a0]{2,}/u;

// Takes so many characters off the start of an element's text.
function cut(element: PageElement, count: number): number {
  let left = count;
  for (const child of element.childNodes) {
    if (left === 0) break;
    if (isElement(child)) left = cut(child, left);
    else if (child.nodeType === 3) {
      const text = child.textContent ?? '';
      child.textContent = text.slice(left);
      left -= Math.min(left, text.length);
    }
  }
  return left;
}

// Where no element holds the marker it is the first text, with spaces after it.
function cutTyped(element: PageElement): string {
  const [whole, marker] = typed.exec(element.textContent) ?? [];
  if (whole === undefined || marker === undefined) return '';
  cut(element, whole.length);
  return marker;
}

/** Takes the marker out of an item; '' if it has none. */
function takeMarker(element: PageElement): string {
  for (const part of element.querySelectorAll('[style]')) {
    if (!/^ignore$/iu.test(styleOf(part).get('mso-list') ?? '')) continue;
    const marker = flat(part.textContent);
    part.remove();
    return marker;
  }
  return cutTyped(element);
}

/** Makes real lists of Word's paragraphs that say `mso-list: l0 level2 lfo1`: their kind, levels and first numbers. */
export function readWordLists({ page, body, sheet, note, replaced }: Pasting): void {
  const parents = new Set<PageElement>();
  for (const element of body.querySelectorAll('[style]'))
    if (placeOf(element) !== null && element.parentElement !== null) parents.add(element.parentElement);
  const changed: string[] = [];
  for (const parent of parents) {
    const builder = new ListBuilder(page);
    const children = [...parent.children];
    children.forEach((child, at) => {
      const found = placeOf(child);
      const indent = marginOf(fullStyleOf(child, sheet), 'left');
      if (found !== null && /^h[1-6]$/u.test(child.localName)) {
        // No list of an article holds a heading: its number is text.
        const number = takeMarker(child);
        if (number !== '') child.prepend(`${number} `);
        return builder.close();
      }
      if (found !== null && ['p', 'div', 'li'].includes(child.localName)) {
        const [, list = '', level = '1', use = ''] = found;
        const rule = sheet.lists.get(`${list}:level${level}`);
        const format = rule?.get('mso-level-number-format') ?? '';
        const marker = takeMarker(child);
        const read = markerOf(marker, format);
        if (marker !== '') replaced.push(marker);
        if (!read.exact) changed.push(`${marker} ${flat(child.textContent)}`);
        const item = {
          level: Number(level),
          key: `${list} ${use}`,
          indent,
          ordered: read.ordered,
          number: read.number,
        };
        builder.add(child, item);
        return renamed(page, child, 'p');
      }
      if (isEmpty(child) && !child.matches('table, ul, ol')) return undefined;
      const goesOn = child.matches('p') && indent > 0 && nextKey(children, at) === builder.key;
      if (builder.key !== null && child.matches('p') && (isListParagraph(child) || goesOn)) {
        builder.continue(child, indent);
        return renamed(page, child, 'p');
      }
      return builder.close();
    });
  }
  if (changed.length > 0)
    note('doubted', 'A list’s letters or compound numbers became plain numbers', changed.join('; '));
}

const markerOf = (marker: string, format: string): ListMarker => {
  if (marker === '')
    return { ordered: format !== '' && format !== 'bullet' && format !== 'image', number: null, exact: true };
  if (format === 'bullet' || format === 'image')
    return { ordered: false, number: null, exact: !/[\p{L}\p{N}]{2}|\d/u.test(marker) };
  return readMarker(marker, format.startsWith('roman'));
};

// The key of the next list paragraph, if only its neighbours stand between.
function nextKey(children: readonly PageElement[], at: number): string | null {
  for (const next of children.slice(at + 1)) {
    const [, list, , use] = placeOf(next) ?? [];
    if (list !== undefined) return `${list} ${use ?? ''}`;
    if (!next.matches('p') || marginOf(styleOf(next), 'left') <= 0) return null;
  }
  return null;
}
