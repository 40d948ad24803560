import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { isBlank } from '../article/blank.ts';
import type { Loss } from './format.ts';
import { lossesBy, type LossRule } from './losses.ts';

const isCell = (node: Node | null): boolean =>
  node?.type.name === 'tableCell' || node?.type.name === 'tableHeader';

// Only breaks between texts: those at the edge of a block show nowhere.
const breaksIn = (textblock: Node): number => {
  const shown = textblock.children.map((child) => (child.isText ? (child.text ?? '') : '\n')).join('');
  return shown.trim().split('\n').length - 1;
};

const isHead = (row: Node): boolean => row.children.every((cell) => cell.type.name === 'tableHeader');

const rules: readonly LossRule[] = [
  {
    what: 'Note to editors',
    instead: 'is left out',
    inArticle: ({ edNote }) => edNote !== undefined && edNote !== '',
  },
  {
    what: 'Line break in a heading or a table cell',
    instead: 'becomes a space',
    inNode: (node, parent) => (node.type.name === 'heading' || isCell(parent) ? breaksIn(node) : 0),
  },
  {
    what: 'Paragraphs in a table cell',
    instead: 'are joined',
    inNode: (node) =>
      isCell(node) && node.children.filter((paragraph) => !isBlank(paragraph)).length > 1 ? 1 : 0,
  },
  {
    what: 'Merged table cells',
    instead: 'become one cell and empty ones',
    inNode: ({ attrs }) => ((attrs['colspan'] ?? 1) !== 1 || (attrs['rowspan'] ?? 1) !== 1 ? 1 : 0),
  },
  {
    what: 'Table headings outside the first row',
    instead: 'become ordinary cells',
    inNode: (node) => {
      if (node.type.name !== 'table') return 0;
      const rows = node.children.filter((row, at) => at > 0 || !isHead(row));
      return rows.flatMap((row) => row.children).filter((cell) => cell.type.name === 'tableHeader').length;
    },
  },
];

/** What Markdown cannot carry of this article. */
export const markdownLosses = (article: Article): readonly Loss[] => lossesBy(rules, article);
