import type { RootContent, Table, TableRow } from 'mdast';
import type { Node, NodeSpec } from 'prosemirror-model';
import type { Block, ElementLike, MarkdownReader, MarkdownWriter } from '../block.ts';
import { attribute, textAttribute, textOf } from '../block.ts';
import { mdastText, sameText } from '../mdast.ts';
import { gridOf } from '../tableGrid.ts';

const isSpan = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) > 0 && Number(value) <= 1000;
const isWidths = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.every((one) => Number.isInteger(one)));
const spanAttribute = () => attribute(1, isSpan, 'a span from 1 to 1000');

const cell = (tag: 'td' | 'th', role: 'cell' | 'header_cell', scoped: boolean): NodeSpec => ({
  content: 'paragraph+',
  tableRole: role,
  isolating: true,
  tight: true,
  // An empty cell keeps its place in the row.
  blank: () => false,
  attrs: {
    colspan: spanAttribute(),
    rowspan: spanAttribute(),
    // Kept null: prosemirror-tables wants the attribute, an article carries no column widths.
    colwidth: attribute<null>(null, isWidths, 'column widths'),
    ...(scoped
      ? { scope: textAttribute('col', (text) => text === 'col' || text === 'row', 'col or row') }
      : {}),
  },
  parseDOM: [{ tag, getAttrs: (element: ElementLike) => readCell(element, scoped) }],
  toDOM: (node) => {
    const span = (name: string): Record<string, string> =>
      node.attrs[name] === 1 ? {} : { [name]: String(node.attrs[name]) };
    return [
      tag,
      { ...(scoped ? { scope: textOf(node.attrs, 'scope') } : {}), ...span('colspan'), ...span('rowspan') },
      0,
    ];
  },
});

const readSpan = (value: unknown): number => (isSpan(Number(value)) ? Number(value) : 1);

const captionOf = (element: ElementLike): ElementLike | null =>
  element.querySelector('caption') ?? element.closest('figure')?.querySelector('figcaption') ?? null;

const isTableCaption = (element: ElementLike): boolean =>
  (element.closest('figure')?.querySelector('table') ?? null) !== null;

const readCell = (element: ElementLike, scoped: boolean): Record<string, unknown> => ({
  colspan: readSpan(element.getAttribute('colspan')),
  rowspan: readSpan(element.getAttribute('rowspan')),
  ...(scoped ? { scope: element.getAttribute('scope') === 'row' ? 'row' : 'col' } : {}),
});

const emptyRow = (width: number): TableRow => ({
  type: 'tableRow',
  children: Array.from({ length: width }, () => ({ type: 'tableCell', children: [] })),
});

const rowToMdast = (row: readonly (Node | null)[], write: MarkdownWriter): TableRow => ({
  type: 'tableRow',
  children: row.map((one) => {
    const texts = (one?.children ?? []).map(write.line).filter((text) => text.length > 0);
    return {
      type: 'tableCell',
      children: texts.flatMap((text, at) =>
        at === 0 ? text : [{ type: 'text', value: ' ' } as const, ...text],
      ),
    };
  }),
});

function tableFrom(table: Table, caption: string, read: MarkdownReader): Node {
  const { schema } = read;
  const [head, ...rest] = table.children;
  const hasHead = head !== undefined && (mdastText(head) !== '' || rest.length === 0);
  const width = Math.max(1, ...table.children.map((row) => row.children.length));
  const row = (name: string) => (from: TableRow) => {
    const cells = Array.from({ length: width }, (_, at) =>
      read.inline(from.children[at]?.children ?? [], 'paragraph'),
    );
    return schema.node(
      'tableRow',
      null,
      cells.map((text) => schema.node(name, null, [schema.node('paragraph', null, text)])),
    );
  };
  return schema.node('table', { caption }, [
    ...(hasHead ? [row('tableHeader')(head)] : []),
    ...rest.map(row('tableCell')),
  ]);
}

/** How many rows at the start of a table hold header cells only. */
const headerRows = (node: Node): number => {
  const first = node.children.findIndex((row) =>
    row.children.some(({ type }) => type.name !== 'tableHeader'),
  );
  return first === -1 ? node.childCount : first;
};

/** A table whose first row is a header row; cells hold paragraphs. */
export const table: Block = {
  name: 'table',
  label: 'Table',
  nodes: {
    table: {
      group: 'block',
      content: 'tableRow+',
      tableRole: 'table',
      isolating: true,
      attrs: { caption: textAttribute() },
      blank: (node) => node.textContent.trim() === '' && textOf(node.attrs, 'caption').trim() === '',
      sections: (node) => {
        const rows = node.childCount;
        const head = headerRows(node);
        return [
          { tag: 'thead', count: head },
          { tag: 'tbody', count: rows - head },
        ].filter(({ count }) => count > 0);
      },
      parseDOM: [
        {
          tag: 'table',
          getAttrs: (element: ElementLike) => ({
            caption: captionOf(element)?.textContent?.trim() ?? '',
          }),
        },
        { tag: 'caption', context: 'table/', ignore: true },
        // WordPress wraps a table and its caption in a figure.
        {
          tag: 'figcaption',
          priority: 60,
          ignore: true,
          getAttrs: (element: ElementLike) => isTableCaption(element) && null,
        },
      ],
      toDOM: (node) => {
        const caption = textOf(node.attrs, 'caption').trim();
        return caption === '' ? ['table', ['tbody', 0]] : ['table', ['caption', caption], ['tbody', 0]];
      },
    },
    tableRow: {
      content: '(tableCell | tableHeader)*',
      blank: () => false,
      joiner: '',
      tableRole: 'row',
      parseDOM: [{ tag: 'tr' }],
      toDOM: () => ['tr', 0],
    },
    tableCell: cell('td', 'cell', false),
    tableHeader: cell('th', 'header_cell', true),
  },
  inserts: [
    {
      label: 'Table',
      hint: 'Three columns with a header row',
      words: ['grid', 'rows', 'columns', 'figures'],
      make: (schema) => {
        const row = (type: string) =>
          schema.node(
            'tableRow',
            null,
            [0, 1, 2].map(() => schema.node(type, null, [schema.node('paragraph')])),
          );
        return schema.node('table', null, [row('tableHeader'), row('tableCell'), row('tableCell')]);
      },
    },
  ],
  // Markdown's table has one header row and no caption: that goes before it, in emphasis.
  toMdast: (node, write) => {
    const caption = textOf(node.attrs, 'caption').trim();
    const grid = gridOf(node);
    const rows = grid.map((row) => rowToMdast(row, write));
    const before: RootContent = {
      type: 'paragraph',
      children: [{ type: 'emphasis', children: [{ type: 'text', value: caption }] }],
    };
    const made: RootContent = {
      type: 'table',
      children: headerRows(node) === 0 ? [emptyRow(grid[0]?.length ?? 1), ...rows] : rows,
    };
    return caption === '' ? [made] : [before, made];
  },
  fromMdast: (node, read) => {
    if (node.type === 'table') return [tableFrom(node, '', read)];
    const [next] = read.following;
    const [only, ...others] = node.type === 'paragraph' ? node.children : [];
    if (only?.type !== 'emphasis' || others.length > 0 || next?.type !== 'table') return null;
    const caption = mdastText(only);
    if (read.recall((seen) => sameText(seen['caption'], caption)) === null && read.isOurs) return null;
    read.take(1);
    return [tableFrom(next, caption, read)];
  },
  remember: {
    as: 'tables',
    of: (node) => {
      const caption = textOf(node.attrs, 'caption').trim();
      return caption === '' ? null : { caption };
    },
  },
};
