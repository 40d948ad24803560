import type { PageElement } from '../html/dom.ts';
import { type Declarations, fullStyleOf } from './css.ts';
import { holdsBlocks, isBlock, unwrap, wrapContent, type Pasting } from './pasting.ts';

const meaning: readonly (readonly [name: string, says: (style: Declarations) => boolean])[] = [
  ['strong', (style) => /^(?:bold|bolder|[6-9]\d\d)$/u.test(style.get('font-weight') ?? '')],
  ['em', (style) => /^(?:italic|oblique)/u.test(style.get('font-style') ?? '')],
  [
    's',
    (style) =>
      /line-through/u.test(
        `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`,
      ) || style.get('text-line-through') === 'single',
  ],
  ['sup', (style) => style.get('vertical-align') === 'super'],
  ['sub', (style) => style.get('vertical-align') === 'sub'],
];

const markOf: Readonly<Record<string, string>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  s: 's',
  strike: 's',
  del: 's',
  sup: 'sup',
  sub: 'sub',
};

const denies: Readonly<Record<string, (style: Declarations) => boolean>> = {
  strong: (style) => /^(?:normal|lighter|[1-4]00)$/u.test(style.get('font-weight') ?? ''),
  em: (style) => style.get('font-style') === 'normal',
};

// A style on a paragraph is that of its text; on a heading, or around blocks, it is only its look.
const carries = (element: PageElement): boolean =>
  isBlock(element)
    ? ['p', 'div', 'li'].includes(element.localName) && !holdsBlocks(element)
    : element.querySelector('table') === null;

/** Makes bold, italic, struck, raised and lowered text of what styles say, and drops `<b>` that is none (Google Docs). */
export function readInlineStyles({ page, body, sheet }: Pasting): void {
  for (const element of body.querySelectorAll('[style], [class]')) {
    const style = fullStyleOf(element, sheet);
    const own = markOf[element.localName];
    if (own !== undefined && (denies[own]?.(style) ?? false)) {
      unwrap(element);
      continue;
    }
    if (element.localName === 'img' || !carries(element)) continue;
    for (const [name, says] of meaning) {
      if (!says(style) || own === name || element.closest(tagsOf(name)) !== null) continue;
      if (
        element.textContent.trim() === '' ||
        (name === 'strong' && element.closest('h1, h2, h3, h4, th') !== null)
      )
        continue;
      wrapContent(page, element, name);
    }
  }
  // Around whole blocks no mark means its own: the look of a page, or the wrapper of a clipboard.
  for (const mark of body.querySelectorAll('b, strong, i, em, span, font, u'))
    if (mark.querySelector('p, h1, h2, h3, h4, ul, ol, table, blockquote, div') !== null) unwrap(mark);
}

const tagsOf = (name: string): string =>
  Object.entries(markOf)
    .filter(([, mark]) => mark === name)
    .map(([tag]) => tag)
    .join(', ');

/** Runs of spaces by which Word shifts text are one space; its tabs too. */
export function readSpaces({ body }: Pasting): void {
  for (const element of body.querySelectorAll('[style*="mso-spacerun"], [style*="mso-tab-count"]'))
    if (element.firstElementChild === null && element.textContent.trim() === '') element.textContent = ' ';
}
