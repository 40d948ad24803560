import type { PageElement } from '../html/dom.ts';
import { styleOf } from './css.ts';
import { classOf, flat, holdsBlocks, isEmpty, type Pasting } from './pasting.ts';

/** What the styles of the source call its title and its subtitle; '' where they call nothing so. */
export interface PastedTitle {
  readonly headline: string;
  readonly standfirst: string;
}

const none: PastedTitle = { headline: '', standfirst: '' };

// Word's own classes are the same in every language; LibreOffice writes the name of the style.
const titleClass = /^(?:x_)?(?:MsoTitle(?:CxSp\w+)?|title)$/iu;
const subtitleClass = /^(?:x_)?(?:MsoSubtitle(?:CxSp\w+)?|subtitle)$/iu;

// Google Docs writes no names, only the size of each style: 26 points are its title, 15 its subtitle.
function isOfSize(element: PageElement, size: string): boolean {
  const runs = [...element.querySelectorAll('span')].filter((span) => flat(span.textContent) !== '');
  return (
    runs.length > 0 &&
    runs.every((span) => styleOf(span).get('font-size') === size) &&
    flat(runs.map(({ textContent }) => textContent).join('')) === flat(element.textContent)
  );
}

const is = (element: PageElement | undefined, named: RegExp, size: string, { source }: Pasting): boolean =>
  element !== undefined &&
  (classOf(element)
    .split(/\s+/u)
    .some((name) => named.test(name)) ||
    (source === 'Google Docs' && element.localName === 'p' && isOfSize(element, size)));

/** Reads the title and the subtitle off the top of a document, by their styles; a title of two paragraphs is none. */
export function readTitle(pasting: Pasting): PastedTitle {
  const { body, source } = pasting;
  if (source === 'a web page' || source === 'a mail') return none;
  const lines = [...body.querySelectorAll('p, div, h1, h2, h3, h4, h5, h6, li, td, th, blockquote')].filter(
    (element) => !isEmpty(element) && !holdsBlocks(element),
  );
  const [first, second, third] = lines;
  const isTitle = (element: PageElement | undefined): boolean => is(element, titleClass, '26pt', pasting);
  const isSubtitle = (element: PageElement | undefined): boolean =>
    is(element, subtitleClass, '15pt', pasting);
  if (first === undefined || second === undefined || !isTitle(first) || isTitle(second)) return none;
  const standfirst = isSubtitle(second) && third !== undefined && !isSubtitle(third) ? second : null;
  return {
    headline: flat(first.textContent),
    standfirst: standfirst === null ? '' : flat(standfirst.textContent),
  };
}
