import fc from 'fast-check';
import { Fragment, type Node } from 'prosemirror-model';
import { expect, test } from 'vitest';
import { schema } from '../../../shared/article/schema.ts';
import { markdown } from '../../../shared/formats/markdown.ts';
import { importMarkdown } from '../../../shared/importing/markdown.ts';
import { canonical, type Less } from './canonical.ts';
import { anyArticle } from './randomArticle.ts';

const theme = { id: 'none', css: '' };

/** What `markdownLosses` lists: one line per heading and cell, one paragraph per cell, no spans or row headings. */
const lessMarkdown: Less = {
  oneLine: (node) => node.type.name === 'heading',
  replace: (node) => {
    if (node.type.name === 'table') return withoutEmptyHead(node);
    return node.type.name === 'tableCell' || node.type.name === 'tableHeader' ? oneParagraph(node) : node;
  },
};

// Markdown writes an empty header row where there is none.
function withoutEmptyHead(table: Node): Node {
  const isEmptyHead =
    table.childCount > 1 &&
    table.firstChild?.children.every(
      (cell) => cell.type.name === 'tableHeader' && cell.textContent.trim() === '',
    );
  return isEmptyHead === true ? table.copy(Fragment.from(table.children.slice(1))) : table;
}

function oneParagraph(cell: Node): Node {
  const inside = cell.children.flatMap((paragraph, at) => [
    ...(at === 0 ? [] : [schema.text(' ')]),
    ...paragraph.children.map((child) => (child.isText ? child : schema.text(' '))),
  ]);
  return cell.copy(Fragment.from(schema.node('paragraph', null, inside)));
}

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
