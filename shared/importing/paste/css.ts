import type { PageElement } from '../html/dom.ts';
import { classOf } from './pasting.ts';

/** The declarations of a style: names in lower case, values trimmed, `!important` left out. */
export type Declarations = ReadonlyMap<string, string>;

/** No office program writes a longer style for one element, nor a longer sheet, in UTF-16 units. */
const longest = { style: 5000, sheet: 500_000 } as const;

/** Reads `name: value; name: value`, whatever quotes the values hold. */
export function declarationsOf(style: string): Declarations {
  const found = new Map<string, string>();
  for (const [, name, value] of style
    .slice(0, longest.style)
    .matchAll(/([\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|[^;"'])*)/gu))
    if (name !== undefined && value !== undefined)
      found.set(
        name.toLowerCase(),
        value
          .replace(/!important/iu, '')
          .replace(/\s+/gu, ' ')
          .trim(),
      );
  return found;
}

/** What an office program says in the style sheet of its clipboard: by class, and by level of a list (`l0:level1`). */
export interface OfficeSheet {
  readonly classes: ReadonlyMap<string, Declarations>;
  readonly lists: ReadonlyMap<string, Declarations>;
}

const add = (map: Map<string, Declarations>, name: string, more: Declarations): void => {
  map.set(name, new Map([...(map.get(name) ?? []), ...more]));
};

function withoutComments(css: string): string {
  let plain = '';
  let from = 0;
  for (let open = css.indexOf('/*'); open !== -1; open = css.indexOf('/*', from)) {
    const close = css.indexOf('*/', open + 2);
    if (close === -1) break;
    plain += `${css.slice(from, open)} `;
    from = close + 2;
  }
  return plain + css.slice(from);
}

/** The text of all style sheets in a page's HTML; one that is not closed is none. */
export function sheetsIn(html: string): string {
  const sheets: string[] = [];
  const lower = html.toLowerCase();
  for (let open = lower.indexOf('<style'); open !== -1;) {
    const start = lower.indexOf('>', open) + 1;
    const end = start === 0 ? -1 : lower.indexOf('</style>', start);
    if (end === -1) break;
    sheets.push(html.slice(start, end));
    open = lower.indexOf('<style', end);
  }
  return sheets.join('\n');
}

/** Reads the rules of a clipboard's `<style>`: `p.Name {…}`, `.name {…}` and Word's `@list l0:level1 {…}`. */
export function readOfficeSheet(css: string): OfficeSheet {
  const classes = new Map<string, Declarations>();
  const lists = new Map<string, Declarations>();
  const plain = withoutComments(css.slice(0, longest.sheet)).replace(/<!--|-->/gu, ' ');
  // Split, not searched: an expression would try each place of a sheet without a rule anew.
  for (const rule of plain.split('}').slice(0, -1)) {
    const open = rule.lastIndexOf('{');
    if (open === -1) continue;
    const selector = rule.slice(Math.max(0, open - 2000), open);
    const block = rule.slice(open + 1);
    const level = /@list\s+(l\d+:level\d+)/u.exec(selector)?.[1];
    if (level !== undefined) add(lists, level, declarationsOf(block));
    else if (!selector.includes('@'))
      for (const [, name = ''] of selector.matchAll(/(?:^|,)\s*[a-z0-9]*\.([\w-]+)\s*(?=,|$)/giu))
        add(classes, name, declarationsOf(block));
  }
  return { classes, lists };
}

/** A length in points; NaN for what is none (`auto`, `50%`). CSS Values 4, absolute lengths; 1em counts as 12pt. */
export function pointsOf(length: string): number {
  const [, number = '', unit = ''] = /^([-+]?\d*\.?\d+)\s*([a-z]*)$/iu.exec(length.trim()) ?? [];
  const points: Readonly<Record<string, number>> = {
    pt: 1,
    px: 0.75,
    in: 72,
    cm: 28.35,
    mm: 2.835,
    pc: 12,
    em: 12,
    rem: 12,
    ex: 6,
    ch: 6,
  };
  if (Number(number) === 0 && number !== '') return 0;
  return Number(number || Number.NaN) * (points[unit.toLowerCase()] ?? Number.NaN);
}

/** An element's own style. */
export const styleOf = (element: PageElement): Declarations =>
  declarationsOf(String(element.getAttribute('style') ?? ''));

/** An element's style with what the sheet says of its classes below it. */
export function fullStyleOf(element: PageElement, sheet: OfficeSheet): Declarations {
  const named = classOf(element)
    .split(/\s+/u)
    .flatMap((name) => [...(sheet.classes.get(name) ?? [])]);
  return new Map([...named, ...styleOf(element)]);
}

/** One side of a margin, in points; the shorthand counts where the side is not named. */
export function marginOf(style: Declarations, side: 'left' | 'right'): number {
  const own = style.get(`margin-${side}`);
  const parts = (style.get('margin') ?? '').split(' ');
  const [top = '', right = top, , left = right] = parts;
  const points = pointsOf(own ?? (side === 'left' ? left : right));
  return Number.isNaN(points) ? 0 : points;
}
