import { Fragment, type Node } from 'prosemirror-model';
import { isBlank } from '../article/blank.ts';
import { textOf } from '../article/block.ts';
import { schema } from '../article/schema.ts';
import { gridOf, isRagged } from '../article/tableGrid.ts';
import { cleanText } from './escape.ts';
import type { LossRule } from './losses.ts';
import { isPlainAlt } from './markdownLinks.ts';

const isCell = (node: Node | null): boolean =>
  node?.type.name === 'tableCell' || node?.type.name === 'tableHeader';

// Only breaks between texts: those at the edge of a block show nowhere.
const breaksIn = (textblock: Node): number => {
  const shown = textblock.children.map((child) => (child.isText ? (child.text ?? '') : '\n')).join('');
  return shown.trim().split('\n').length - 1;
};

const isHead = (row: Node): boolean => row.children.every((cell) => cell.type.name === 'tableHeader');

/** What no Markdown file carries. */
export const everyRule: readonly LossRule[] = [
  {
    what: 'Note to editors',
    instead: 'is left out',
    inArticle: ({ edNote }) => edNote !== undefined && edNote !== '',
  },
  {
    what: 'Line break in a heading',
    instead: 'becomes a space',
    inNode: (node) => (node.type.name === 'heading' ? breaksIn(node) : 0),
  },
];

/** What a table of GFM cannot hold. */
export const cellRules: readonly LossRule[] = [
  {
    what: 'Line break in a table cell',
    instead: 'becomes a space',
    inNode: (node, parent) => (isCell(parent) ? breaksIn(node) : 0),
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
  {
    what: 'Row headings in the first row',
    instead: 'become column headings',
    inNode: (node) => {
      const [first] = node.type.name === 'table' ? node.children : [];
      if (first === undefined || !isHead(first)) return 0;
      return first.children.filter(({ attrs }) => attrs['scope'] === 'row').length;
    },
  },
  {
    what: 'Table rows of unequal length',
    instead: 'are filled up with empty cells',
    inNode: (node) => (node.type.name === 'table' && isRagged(node) ? 1 : 0),
  },
  {
    what: 'Empty column headings',
    instead: 'are left out',
    inNode: (node) => {
      const [first, ...rest] = node.type.name === 'table' ? node.children : [];
      return first !== undefined && rest.length > 0 && isHead(first) && first.textContent.trim() === ''
        ? 1
        : 0;
    },
  },
];

/** CommonMark has no tables. */
export const tableRule: LossRule = {
  what: 'Table',
  instead: 'becomes a list, one row to an item, for CommonMark has no tables',
  inNode: (node) => (node.type.name === 'table' ? 1 : 0),
};

/** A body with its tables as lists; a caption stands before its list, in italics. */
export const withoutTables = (body: Node): Node =>
  body.copy(
    Fragment.from(
      body.children.flatMap((node) =>
        node.type.name === 'table' && !isBlank(node) ? tableAsList(node) : [node],
      ),
    ),
  );

function tableAsList(table: Node): readonly Node[] {
  const caption = textOf(table.attrs, 'caption').trim();
  const before = caption === '' ? [] : [schema.text(caption, [schema.mark('emphasis')])];
  const items = gridOf(table)
    .map((row) => row.map((cell) => (cell === null || cell.textContent.trim() === '' ? [] : lineOf(cell))))
    .filter((row) => row.some((cell) => cell.length > 0))
    .map((row) => row.map((cell) => (cell.length === 0 ? [schema.text('–')] : cell)))
    .map((row) => row.flatMap((cell, at) => (at === 0 ? cell : [schema.text(' · '), ...cell])))
    .map((inside) => schema.node('listItem', null, [schema.node('paragraph', null, Fragment.from(inside))]));
  return [
    ...(before.length === 0 ? [] : [schema.node('paragraph', null, before)]),
    ...(items.length === 0 ? [] : [schema.node('bulletList', null, items)]),
  ];
}

// A cell's paragraphs in one line; those of a heading cell are bold.
const lineOf = (cell: Node): readonly Node[] => {
  const strong = schema.mark('strong');
  return cell.children
    .filter((paragraph) => !isBlank(paragraph))
    .flatMap((paragraph, at) => [...(at === 0 ? [] : [schema.text(' ')]), ...paragraph.children])
    .map((node) => (node.isText ? node : schema.text(' ')))
    .map((node) => (cell.type.name === 'tableHeader' ? node.mark(strong.addToSet(node.marks)) : node));
};

/** Marks that a reader shows as plain text. */
export const markRules = (reader: string, names: readonly string[]): readonly LossRule[] =>
  names.map((name) => ({
    what: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    instead: `becomes plain text, for ${reader} leaves HTML out`,
    inNode: (node) => (node.marks.some(({ type }) => type.name === name) ? 1 : 0),
  }));

/** A body without some marks. */
export const withoutMarks =
  (names: readonly string[]) =>
  (node: Node): Node =>
    node.isText
      ? node.mark(node.marks.filter(({ type }) => !names.includes(type.name)))
      : node.copy(Fragment.from(node.children.map(withoutMarks(names))));

/** A reader whose pages show an alternative text otherwise where it needs an escape; the file itself has it whole. */
export const altRule = (instead: string): LossRule => ({
  what: 'Signs of Markdown in an alternative text',
  instead,
  inNode: ({ type, attrs }) =>
    type.name === 'figure' && attrs['decorative'] !== true && !isPlainAlt(cleanText(textOf(attrs, 'alt')))
      ? 1
      : 0,
});

/** A reader that shows an article before its embargo has passed. */
export const waitRule = (reader: string): LossRule => ({
  what: 'Embargo',
  instead: `is written, but ${reader} does not wait for it: publish after that time`,
  inArticle: ({ embargo }) => embargo !== undefined,
});
