import type { Node } from 'prosemirror-model';
import type { PageDocument, PageElement } from './dom.ts';
import { blocksOf } from './foreignMarkup.ts';

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether two lines say the same, whatever their quotes, dashes and spaces. */
export const says = (one: string, other: string): boolean => plain(one) === plain(other) && plain(one) !== '';

/** An element's text on one line. */
export const textOf = ({ textContent }: PageElement): string => textContent.replace(/\s+/gu, ' ').trim();

/** The visible heading that says what the page's data say; else the surest of either. */
export function headlineOf(headings: readonly string[], titles: readonly string[]): string {
  const same = headings.find((heading) => titles.some((title) => says(heading, title)));
  if (same !== undefined) return same;
  const near = headings.find((heading) =>
    titles.some(
      (title) => plain(title).startsWith(plain(heading)) || plain(heading).startsWith(plain(title)),
    ),
  );
  if (near !== undefined && near.split(' ').length >= 3) return near;
  return titles[0] ?? headings[0] ?? '';
}

/** A page's description where readers see it: that is a standfirst; else ''. */
export function standfirstOf(page: PageDocument, description: string): string {
  if (description === '' || /(?:…|\.\.\.)$/u.test(description)) return '';
  const first = [...page.querySelectorAll('h2, h3, p, div')].find(
    (element) => element.textContent.length < description.length * 2 && says(textOf(element), description),
  );
  return first === undefined ? '' : textOf(first);
}

const longestKicker = 60;

/** The short line above a headline that a page marks as such; '' if it marks none. */
export function kickerOf(page: PageDocument, headline: string): string {
  const marked = page.querySelectorAll(
    '[class*="kicker"], [class*="overline"], [class*="eyebrow"], [class*="dachzeile"], [class*="surtitre"]',
  );
  for (const element of marked) {
    const text = textOf(element);
    const isOutside = element.closest('nav, footer, aside, li') === null;
    if (isOutside && text !== '' && text.length <= longestKicker && !says(text, headline)) return text;
  }
  return '';
}

const nameOf = (address: string): string => /([^/?#]+)(?:[?#].*)?$/u.exec(address)?.[1]?.toLowerCase() ?? '';

/** A copy of the picture that a page shows above its text, with its figure: the one that it tells others about. */
export function ledeOf(page: PageDocument, picture: string): PageElement | null {
  if (nameOf(picture) === '') return null;
  const shown = [...page.querySelectorAll('img')].find(
    (one) => nameOf(one.getAttribute('src') ?? one.getAttribute('data-src') ?? '') === nameOf(picture),
  );
  if (shown === undefined || shown.closest('nav, footer, aside') !== null) return null;
  return (shown.closest('figure') ?? shown).cloneNode(true);
}

/** An article's blocks with its lede picture before them, where it has no picture of its own. */
export function withLede(
  blocks: readonly Node[],
  page: PageDocument,
  lede: PageElement | null,
): readonly Node[] {
  if (lede === null || blocks.some(({ type }) => type.name === 'figure')) return blocks;
  const box = page.createElement('div');
  box.append(lede);
  return [...blocksOf(page, box).filter(({ type }) => type.name === 'figure'), ...blocks];
}
