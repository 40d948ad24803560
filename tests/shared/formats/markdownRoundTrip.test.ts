import fc from 'fast-check';
import { Fragment, type Node } from 'prosemirror-model';
import { expect, test } from 'vitest';
import { schema } from '../../../shared/article/schema.ts';
import { markdown } from '../../../shared/formats/markdown.ts';
import { importMarkdown } from '../../../shared/importing/markdown.ts';
import { articleFixtures } from '../../support/articleFixtures.ts';
import { canonical, type Less } from '../../support/canonical.ts';
import { anyArticle } from '../../support/articleArbitrary.ts';

const theme = { id: 'none', css: '' };

/** What `markdownLosses` lists: headings and cells of one line, cells of one paragraph, no spans or row headings. */
const lessMarkdown: Less = {
  oneLine: (node) => node.type.name === 'heading',
  replace: (node) => (node.type.name === 'table' ? plainTable(node) : node),
};

const plainCell = (name: string, cell?: Node): Node => {
  const inside = (cell?.children ?? []).flatMap((paragraph, at) => [
    ...(at === 0 ? [] : [schema.text(' ')]),
    ...paragraph.children.map((child) => (child.isText ? child : schema.text(' '))),
  ]);
  return schema.node(name, null, [schema.node('paragraph', null, inside)]);
};

// As many cells in each row as in the longest; a header row only at the top, and none that says nothing.
function plainTable(table: Node): Node {
  const width = Math.max(...table.children.map((row) => row.childCount));
  const rows = table.children.map((row, at) => {
    const isHead = at === 0 && row.children.every((cell) => cell.type.name === 'tableHeader');
    const name = isHead ? 'tableHeader' : 'tableCell';
    const cells = Array.from({ length: width }, (_, column) =>
      plainCell(name, row.maybeChild(column) ?? undefined),
    );
    return schema.node('tableRow', null, cells);
  });
  const isEmptyHead =
    rows.length > 1 && rows[0]?.firstChild?.type.name === 'tableHeader' && rows[0].textContent.trim() === '';
  return table.copy(Fragment.from(isEmptyHead ? rows.slice(1) : rows));
}

const without = (article: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(article).filter(([name]) => !names.includes(name)));

test('any article comes back from Markdown, less the listed losses', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(anyArticle, (article) => {
      const text = markdown.render(article, { theme });
      const back = importMarkdown(text);
      expect(canonical(back.body, lessMarkdown)).toEqual(canonical(article.body, lessMarkdown));
    }),
    { numRuns: Number(process.env['RUNS'] ?? 60) },
  );
});

test.each(articleFixtures)(
  '$name comes back from Markdown with all its metadata but the listed',
  ({ article }) => {
    const { envelope, body } = importMarkdown(markdown.render(article, { theme }));
    expect(canonical(body, lessMarkdown)).toEqual(canonical(article.body, lessMarkdown));
    // Not in a Markdown file: what belongs to the stored one, and what is for the desk alone.
    const carried = without(article, ['body', 'schemaVersion', 'rev', 'minReader', 'sha256', 'edNote']);
    expect(envelope).toEqual(carried);
  },
);

test('the same article gives the same bytes, before and after a round trip', () => {
  for (const { article } of articleFixtures) {
    const first = markdown.render(article, { theme });
    const back = importMarkdown(first);
    const again = markdown.render({ ...article, ...back.envelope, body: back.body }, { theme });
    if (markdown.losses(article).length === 0) expect(again).toBe(first);
    expect(markdown.render(article, { theme })).toBe(first);
  }
});
