import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { schema } from '../../../shared/article/schema.ts';
import { cleanText } from '../../../shared/formats/escape.ts';
import type { Format } from '../../../shared/formats/format.ts';
import { markdownFormats } from '../../../shared/formats/markdown.ts';
import { importMarkdown } from '../../../shared/importing/markdown.ts';
import { describeCorpus } from '../../support/corpora.ts';
import { articleOf, positions, type Position } from '../../support/escapingPositions.ts';
import { collapsed } from '../../support/pageText.ts';

const theme = { id: 'none', css: '' };

function comesBack(value: string, { make, read, name }: Position, format: Format): void {
  const block = make(value);
  const written = format.render(articleOf(block), { theme });
  const back = importMarkdown(written).body;
  const found = back.child(5);
  const listed = format.id === 'commonmark' && name === 'table cell';
  expect(back.childCount, written).toBe(6);
  expect(found.type.name, written).toBe(listed ? 'bulletList' : block.type.name);
  expect(collapsed(read(found)), written).toBe(collapsed(cleanText(value)));
  const marks: string[] = [];
  const gather = (node: Node): void => void marks.push(...node.marks.map((mark) => mark.type.name));
  (listed ? (found.lastChild ?? found) : found).descendants(gather);
  expect(
    marks.filter((mark) => mark !== 'link'),
    written,
  ).toEqual([]);
}

const hostile = fc.stringMatching(/^[\s\S]?[*_`#\-+.>[\](){}<&\\|~^=!:"'$%@/w\d \u00a0]{1,12}[\s\S]?$/u);

describe.each(markdownFormats)('$label', (format) => {
  test.each(positions)('hostile text as $name comes back unchanged', { timeout: 60_000 }, (position) => {
    fc.assert(
      fc.property(
        hostile.filter((value) => cleanText(value).trim() !== ''),
        (value) => comesBack(value, position, format),
      ),
      { numRuns: Number(process.env['RUNS'] ?? 40) },
    );
  });

  test.each(positions)('what hostile text was once lost as $name comes back', (position) => {
    for (const value of ['\\]:', '[a\\]: b', '\\\\]: c', '~', '~~', '\\~'])
      comesBack(value, position, format);
  });

  describeCorpus('copydesk-cases/md-escaping.json', (json) => {
    const { strings }: { readonly strings: readonly string[] } = JSON.parse(json) ?? { strings: [] };
    test.each(positions)('each hostile string of the cases as $name comes back', (position) => {
      for (const value of strings) comesBack(value, position, format);
    });
  });

  test('leading spaces, tabs and no-break spaces of a paragraph stay', () => {
    for (const value of ['    indented four', '\tTabbed', '\u00a0nbsp start', 'two  spaces']) {
      const written = format.render(articleOf(schema.node('paragraph', null, [schema.text(value)])), {
        theme,
      });
      expect(importMarkdown(written).body.textContent).toBe(value);
    }
  });
});
