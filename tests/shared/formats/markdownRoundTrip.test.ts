import fc from 'fast-check';
import { Fragment, type Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { headerFields } from '../../../shared/article/header.ts';
import { schema } from '../../../shared/article/schema.ts';
import { cleanText } from '../../../shared/formats/escape.ts';
import { markdownFormats } from '../../../shared/formats/markdown.ts';
import { importMarkdown } from '../../../shared/importing/markdown.ts';
import { anyArticle } from '../../support/articleArbitrary.ts';
import { articleFixtures } from '../../support/articleFixtures.ts';
import { canonical, type Less } from '../../support/canonical.ts';
import { someArticle } from '../../support/someArticle.ts';

const theme = { id: 'none', css: '' };

/** A table's cells as they lie on the page: which cell covers each place, and whether it begins there. */
function placesOf(table: Node): readonly (readonly (Node | undefined)[])[] {
  const covered = new Set<string>();
  const begins = new Map<string, Node>();
  let width = 1;
  table.forEach((row, _offset, y) => {
    let x = 0;
    row.forEach((cell) => {
      while (covered.has(`${x},${y}`)) x += 1;
      begins.set(`${x},${y}`, cell);
      for (let down = y; down < Math.min(table.childCount, y + Number(cell.attrs['rowspan'])); down += 1)
        for (let right = x; right < x + Number(cell.attrs['colspan']); right += 1) {
          covered.add(`${right},${down}`);
          width = Math.max(width, right + 1);
        }
    });
  });
  return table.children.map((_, y) => Array.from({ length: width }, (__, x) => begins.get(`${x},${y}`)));
}

const oneLine = (cell: Node | undefined): readonly Node[] =>
  (cell?.children ?? []).flatMap((paragraph, at) => [
    ...(at === 0 ? [] : [schema.text(' ')]),
    ...paragraph.children.map((child) => (child.isText ? child : schema.text(' '))),
  ]);

// Cells of one line, and a header row only at the top, if it says anything.
function plainTable(table: Node): Node {
  const isHead = table.firstChild?.children.every(({ type }) => type.name === 'tableHeader') === true;
  const rows = placesOf(table).map((places, y) =>
    schema.node(
      'tableRow',
      null,
      places.map((cell) =>
        schema.node(y === 0 && isHead ? 'tableHeader' : 'tableCell', null, [
          schema.node('paragraph', null, Fragment.from(oneLine(cell))),
        ]),
      ),
    ),
  );
  const saysNothing = rows.length > 1 && isHead && rows[0]?.textContent.trim() === '';
  return table.copy(Fragment.from(saysNothing ? rows.slice(1) : rows));
}

const paragraphOf = (inside: readonly Node[]): Node => schema.node('paragraph', null, Fragment.from(inside));

// CommonMark: a caption in italics, then a list with a row to an item.
function listedTable(table: Node): readonly Node[] {
  const caption = cleanText(String(table.attrs['caption'])).trim();
  const items = placesOf(table)
    .map((row) => row.map((cell) => (cell?.textContent.trim() === '' ? undefined : cell)))
    .filter((row) => row.some((cell) => cell !== undefined))
    .map((row) =>
      row.flatMap((cell, x) => {
        const says = cell?.children.filter(({ textContent }) => textContent.trim() !== '');
        const shown = cell === undefined ? [schema.text('–')] : oneLine(cell.copy(Fragment.from(says)));
        const bold = cell?.type.name === 'tableHeader' ? [schema.mark('strong')] : [];
        return [
          ...(x === 0 ? [] : [schema.text(' · ')]),
          ...shown.map((node) => node.mark(bold.reduce((set, mark) => mark.addToSet(set), node.marks))),
        ];
      }),
    )
    .map((inside) => schema.node('listItem', null, [paragraphOf(inside)]));
  return [
    ...(caption === '' ? [] : [paragraphOf([schema.text(caption, [schema.mark('emphasis')])])]),
    ...(items.length === 0 ? [] : [schema.node('bulletList', null, items)]),
  ];
}

const isEmptyTable = (node: Node): boolean =>
  node.textContent.trim() === '' && String(node.attrs['caption']).trim() === '';

const plain = (node: Node, names: readonly string[]): Node =>
  node.isText
    ? node.mark(node.marks.filter(({ type }) => !names.includes(type.name)))
    : node.copy(Fragment.from(node.children.map((child) => plain(child, names))));

// White space is no lower or higher than other white space.
const levelSpace = (node: Node): Node =>
  node.isText
    ? node.text?.trim() === ''
      ? plain(node, ['subscript', 'superscript'])
      : node
    : node.copy(Fragment.from(node.children.map(levelSpace)));
const seen: Less = { replace: (node) => (node.type.name === 'doc' ? levelSpace(node) : node) };

const oneLineHeadings = (node: Node): boolean => node.type.name === 'heading';
const tables: Less = {
  oneLine: oneLineHeadings,
  replace: (node) => (node.type.name === 'table' ? plainTable(node) : node),
};

/** What each profile's losses say is not in its file, worked out here in another way than there. */
const less: Readonly<Record<string, Less>> = {
  markdown: tables,
  jekyll: tables,
  eleventy: tables,
  hugo: {
    oneLine: oneLineHeadings,
    replace: (node) =>
      node.type.name === 'doc'
        ? plain(node, ['subscript', 'superscript'])
        : node.type.name === 'table'
          ? plainTable(node)
          : node,
  },
  commonmark: {
    oneLine: oneLineHeadings,
    replace: (node) =>
      node.type.name === 'doc'
        ? node.copy(
            Fragment.from(
              node.children.flatMap((child) =>
                child.type.name === 'table' && !isEmptyTable(child) ? listedTable(child) : [child],
              ),
            ),
          )
        : node,
  },
};

// Not in a Markdown file: what belongs to the stored one, and what is for the desk alone.
const stored = ['body', 'schemaVersion', 'rev', 'minReader', 'sha256', 'edNote'];

/** Metadata as a file may hold it: texts clean and trimmed, and nothing that is empty. */
function metadataOf(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value).trim();
  if (Array.isArray(value)) return value.map(metadataOf).filter((one) => one !== '');
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .filter(([key]) => !stored.includes(key))
    .map(([key, one]) => [key, metadataOf(one)] as const)
    .filter(([, one]) => one !== '' && !['[]', '{}'].includes(JSON.stringify(one)));
  return Object.fromEntries(kept);
}

describe.each(markdownFormats)('as $label', ({ id, render, losses }) => {
  test('any article comes back, less the listed losses', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const { body, envelope } = importMarkdown(render(article, { theme }));
        expect(canonical(body, less[id])).toEqual(canonical(article.body, less[id]));
        // Where nothing is listed, nothing is changed at all.
        const changed = losses(article).filter(
          ({ what }) => what !== 'Note to editors' && what !== 'Embargo',
        );
        if (changed.length === 0) expect(canonical(body, seen)).toEqual(canonical(article.body, seen));
        expect(metadataOf(envelope)).toEqual(metadataOf(article));
      }),
      { numRuns: Number(process.env['RUNS'] ?? 40) },
    );
  });

  const [strong, emphasis] = [schema.mark('strong'), schema.mark('emphasis')];
  const both = [strong, emphasis];
  test.each([
    [schema.text('Ferry'), schema.text('— soon', both), schema.text('— so', [emphasis])],
    [schema.text('“Ferry”', both), schema.text('— so', [emphasis])],
    [schema.text('~'), schema.text('Ferry', [emphasis]), schema.text('man')],
    [
      schema.text('~'),
      schema.text('by—', [emphasis]),
      schema.text('— so', [strong]),
      schema.text('नाव', [emphasis]),
    ],
  ])('a caption, which is italic itself, keeps its bold and italics: %#', (...content) => {
    const fields = headerFields.map(({ name }) => schema.node(name));
    const caption = schema.node('caption', null, content);
    const figure = schema.node('figure', null, [caption, schema.node('credit')]);
    const article = { ...someArticle(), body: schema.node('doc', null, [...fields, figure]) };
    const { body } = importMarkdown(render(article, { theme }));
    expect(canonical(body)).toEqual(canonical(article.body));
  });

  test.each(articleFixtures)('$name comes back with all its metadata but the listed', ({ article }) => {
    const { envelope, body } = importMarkdown(render(article, { theme }));
    expect(canonical(body, less[id])).toEqual(canonical(article.body, less[id]));
    expect(metadataOf(envelope)).toEqual(metadataOf(article));
  });

  test('the same article gives the same bytes, before and after a round trip', () => {
    for (const { article } of articleFixtures) {
      const first = render(article, { theme });
      const back = importMarkdown(first);
      const again = render({ ...article, ...back.envelope, body: back.body }, { theme });
      if (losses(article).length === 0) expect(again).toBe(first);
      expect(render(article, { theme })).toBe(first);
    }
  });
});
