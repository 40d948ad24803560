import type { Node } from 'prosemirror-model';
import { isBlank } from '../article/blank.ts';
import { textOf } from '../article/block.ts';
import type { Format } from './format.ts';
import { lossesBy, type LossRule } from './losses.ts';
import { misread } from './misread.ts';
import type { Wire } from './wireCopy.ts';

const named =
  (...names: readonly string[]) =>
  (node: Node): number =>
    names.includes(node.type.name) ? 1 : 0;

const hasMark = (node: Node, isWanted: (name: string) => boolean): number =>
  node.isText && node.marks.some(({ type }) => isWanted(type.name)) ? 1 : 0;

// A field of the head whose links are not written.
const isInHead = (parent: Node | null): boolean =>
  parent !== null && ['standfirst', 'byline'].includes(parent.type.name);

const isCorrection = ({ type }: Node): boolean => type.name === 'correction';

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
    what: 'Slug',
    instead: 'is left out: the slugline stands in its line',
    inArticle: ({ slug, slugline }) => slugline !== undefined && slug !== undefined && slug !== slugline,
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
    inNode: (node, parent) => (isInHead(parent) ? 0 : hasMark(node, (name) => name === 'link')),
  },
  {
    what: 'Link in the byline',
    instead: 'is left out',
    inNode: (node, parent) => (parent?.type.name === 'byline' ? hasMark(node, (name) => name === 'link') : 0),
  },
  {
    what: 'Picture',
    instead: 'is a line with its caption and credit',
    inNode: (node) => (node.type.name === 'figure' && node.attrs['src'] !== '' ? 1 : 0),
  },
  { what: 'Table', instead: 'is columns of text', inNode: named('table') },
  {
    what: 'Quote, pull quote or fact box',
    instead: 'is ordinary paragraphs',
    inNode: named('quote', 'pullQuote', 'factBox'),
  },
  {
    what: 'Level of a crosshead',
    instead: 'is not said: all crossheads are alike',
    inNode: ({ type, attrs }) => (type.name === 'heading' && attrs['level'] !== 2 ? 1 : 0),
  },
  {
    what: 'Correction in the text',
    instead: 'stands at the end of the copy',
    inNode: (node, parent, index) =>
      isCorrection(node) &&
      parent?.children.slice(index + 1).some((later) => !isBlank(later) && !isCorrection(later)) === true
        ? 1
        : 0,
  },
  { what: 'Embed', instead: 'is its words and its address', inNode: named('embed') },
  {
    what: 'Link to a story of the library',
    instead: 'is its title, without a link',
    inNode: ({ attrs }) => (typeof attrs['articleId'] === 'string' && textOf(attrs, 'href') === '' ? 1 : 0),
  },
];

/** What plain text cannot carry of this article, and what its reader would take for something else. */
export const textLosses =
  (wire: Wire): Format['losses'] =>
  (article) => [...lossesBy(rules, article), ...misread(article, wire)];
