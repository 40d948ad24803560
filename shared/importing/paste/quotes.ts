import type { PageElement } from '../html/dom.ts';
import { type Declarations, fullStyleOf, marginOf, pointsOf, styleOf } from './css.ts';
import { classOf, flat, isEmpty, renamed, type Pasting } from './pasting.ts';

/** From how far a paragraph is indented, in points, it is set off as somebody else's words: a quarter of an inch. */
const quoteIndent = 17;

const quoteName =
  /^(?:x_)?(?:Mso)?(?:Quote|IntenseQuote|BlockText|Quotations?|BlockQuote|BlockQuotation|Zitat|Citation|Cita)(?:CxSp\w+)?$/iu;

const isNamed = (element: PageElement): boolean =>
  classOf(element)
    .split(/\s+/u)
    .some((name) => quoteName.test(name));

// Mail programs draw a line beside what they quote.
const isLined = (style: Declarations): boolean => {
  const line = style.get('border-left') ?? style.get('border-left-style') ?? '';
  return /\b(?:solid|double|inset|outset|ridge|groove)\b/u.test(line) && !/\b0(?:px|pt)?\b/u.test(line);
};

function isIndented(style: Declarations): boolean {
  const side = style.get('direction') === 'rtl' ? 'right' : 'left';
  const indent = marginOf(style, side);
  const first = pointsOf(style.get('text-indent') ?? '0');
  // A first line that hangs out is a list or a bibliography.
  return indent >= quoteIndent && indent <= 400 && !(first <= -9);
}

/**
 * Makes block quotes of what is set off as one: by indentation, by a line beside it, by the name of its style. A desk
 * that lost these once ran quoted words as its reporter's own (`newsroom.md`, complaint 9).
 */
export function readQuotes(pasting: Pasting): void {
  const { page, body, sheet, note } = pasting;
  const made = new Set<PageElement>();
  const lined = new Set<PageElement>();
  for (const element of body.querySelectorAll('p, div')) {
    if (isEmpty(element) || element.closest('li, table, figure') !== null) continue;
    // What the plain style of a document indents is its look: only a paragraph's own indentation sets it off.
    const isPlain = /^(?:Mso(?:Normal|BodyText|PlainText)|western)$/u.test(classOf(element));
    const style = new Map(isPlain ? styleOf(element) : fullStyleOf(element, sheet));
    if (/^rtl$/iu.test(String(element.getAttribute('dir') ?? ''))) style.set('direction', 'rtl');
    const isList = /MsoListParagraph/u.test(classOf(element));
    const isLine = isLined(style);
    const isWide = isIndented(style);
    const around = element.closest('blockquote');
    // In a mail that is quoted, what is set off further is a quote of its own.
    if (around !== null && !(lined.has(around) && isWide)) continue;
    if (isList && isWide)
      note('doubted', 'Indented like a list or a quote, kept as a paragraph', flat(element.textContent));
    if (!isNamed(element) && !isLine && (!isWide || isList)) continue;
    const text = flat(element.textContent);
    if (element.localName === 'div') {
      const quote = renamed(page, element, 'blockquote');
      made.add(quote);
      if (isLine) lined.add(quote);
    } else {
      const before = element.previousElementSibling;
      if (before !== null && made.has(before)) before.append(element);
      else {
        const quote = page.createElement('blockquote');
        element.before(quote);
        quote.append(element);
        made.add(quote);
      }
    }
    note('typed', isLine || isNamed(element) ? 'Quote' : 'Quote, by its indentation', text);
  }
}
