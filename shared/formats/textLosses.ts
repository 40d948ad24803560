import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { textOf } from '../article/block.ts';
import { replacedIn } from './ascii.ts';
import type { Format, Loss } from './format.ts';
import { lossesBy, type LossRule } from './losses.ts';

const named =
  (...names: readonly string[]) =>
  (node: Node): number =>
    names.includes(node.type.name) ? 1 : 0;

const hasMark = (node: Node, isWanted: (name: string) => boolean): number =>
  node.isText && node.marks.some(({ type }) => isWanted(type.name)) ? 1 : 0;

const rules: readonly LossRule[] = [
  { what: 'Standfirst', instead: 'is left out', inNode: named('standfirst') },
  {
    what: 'Note to editors',
    instead: 'is left out',
    inArticle: ({ edNote }) => edNote !== undefined && edNote !== '',
  },
  {
    what: 'Dates, section, keywords, rights and other metadata',
    instead: 'are left out',
    inArticle: ({ published, modified, section, keywords, rights, expires, headlines, genre, canonical }) =>
      [published, modified, section, keywords, rights, expires, headlines, genre, canonical].some(
        (value) => value !== undefined,
      ),
  },
  {
    what: 'Bold, italic and other type',
    instead: 'is plain text',
    inNode: (node, parent) =>
      parent?.type.name === 'standfirst' ? 0 : hasMark(node, (name) => name !== 'link'),
  },
  {
    what: 'Link',
    instead: 'is its address after the words',
    inNode: (node, parent) =>
      parent?.type.name === 'standfirst' ? 0 : hasMark(node, (name) => name === 'link'),
  },
  { what: 'Picture', instead: 'is a line with its caption and credit', inNode: named('figure') },
  { what: 'Table', instead: 'is columns of text', inNode: named('table') },
  {
    what: 'Crosshead, quote or fact box',
    instead: 'is ordinary paragraphs',
    inNode: named('heading', 'quote', 'pullQuote', 'factBox'),
  },
  { what: 'Embed', instead: 'is its words and its address', inNode: named('embed') },
  {
    what: 'Link to a story of the library',
    instead: 'is its title, without a link',
    inNode: ({ attrs }) => (typeof attrs['articleId'] === 'string' && textOf(attrs, 'href') === '' ? 1 : 0),
  },
];

/** What plain text cannot carry of this article. */
export const textLosses = (article: Article): readonly Loss[] => lossesBy(rules, article);

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const nameOf = (character: string): string =>
  /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `“${character}” (${codeOf(character)})` : codeOf(character);

/** What plain text in ASCII cannot carry: the same, and every character of `whole` that is written another way. */
export const asciiLosses =
  (whole: Pick<Format, 'render'>): Format['losses'] =>
  (article) => [
    ...textLosses(article),
    ...replacedIn(whole.render(article, { theme: { id: '', css: '' } })).map(({ character, by, count }) => ({
      what: nameOf(character),
      instead: by === '' ? 'is left out' : `is written “${by}”`,
      count,
    })),
  ];
