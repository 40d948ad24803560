import type { Node } from 'prosemirror-model';
import { countWords, plainText, wordsOf } from '../article/text.ts';

/** What of a text is counted before and after an import or a paste, so that a person sees at once what did not come along. */
export interface Counts {
  readonly words: number;
  readonly digits: number;
  /** Quotation marks, single ones that may be apostrophes left out. */
  readonly quotes: number;
  readonly listItems: number;
  readonly links: number;
  readonly footnotes: number;
  readonly images: number;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The words, digits and quotation marks of a text. */
export const countsOfWords = (text: string): Pick<Counts, 'words' | 'digits' | 'quotes'> => ({
  words: countWords(text),
  digits: count(text, /\p{Nd}/gu),
  quotes: count(text, /["“”„«»‹›「」『』]/gu),
});

/** What a plain or Markdown text seems to hold; lists, links, notes and pictures as these are written in such texts. */
export const countsOfText = (text: string): Counts => ({
  ...countsOfWords(text),
  listItems: count(text, /^[ \t]*(?:[-*•·▪◦]|\d{1,3}[.)])[ \t]+\S/gmu),
  links: count(text, /(?<!!)\[[^\]\n]*\]\([^)\s]+[^)\n]*\)|(?<!\()\bhttps?:\/\/\S/gu),
  footnotes: count(text, /\[\^[^\]\s]+\](?!:)/gu),
  images: count(text, /!\[[^\]\n]*\]\(/gu),
});

/** What an article holds; `footnotes` are those that its importer kept as text, which nothing else can tell. */
export function countsOf(body: Node, footnotes = 0): Counts {
  const found = { listItems: 0, links: 0, images: 0 };
  let last = '';
  body.descendants((node) => {
    if (node.type.name === 'listItem') found.listItems += 1;
    if (node.type.name === 'figure' && node.attrs['src'] !== '') found.images += 1;
    if (node.type.name === 'relatedLink' && node.attrs['href'] !== '') found.links += 1;
    const href: unknown = node.marks.find(({ type }) => type.name === 'link')?.attrs['href'];
    // Neighbours with other marks and one address are one link.
    if (typeof href === 'string' && href !== last) found.links += 1;
    last = typeof href === 'string' ? href : '';
  });
  const labels = body.children.map(({ attrs }) => (typeof attrs['label'] === 'string' ? attrs['label'] : ''));
  const { digits, quotes } = countsOfWords([plainText(body), ...labels].join('\n'));
  return { words: wordsOf(body) + labelWords(labels), digits, quotes, ...found, footnotes };
}

const labelWords = (labels: readonly string[]): number =>
  labels.reduce((sum, label) => sum + countWords(label), 0);

/** The names of the counts, in the order in which a receipt shows them. */
export const countNames: readonly (readonly [name: keyof Counts, label: string])[] = [
  ['words', 'Words'],
  ['digits', 'Digits'],
  ['quotes', 'Quotation marks'],
  ['listItems', 'List items'],
  ['links', 'Links'],
  ['footnotes', 'Footnotes'],
  ['images', 'Pictures'],
];
