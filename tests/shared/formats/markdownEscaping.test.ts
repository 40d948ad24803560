import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { newArticle } from '../../../shared/article/article.ts';
import { schema } from '../../../shared/article/schema.ts';
import { cleanText } from '../../../shared/formats/escape.ts';
import { markdown } from '../../../shared/formats/markdown.ts';
import { importMarkdown } from '../../../shared/importing/markdown.ts';
import { describeCorpus } from '../../support/corpora.ts';

const text = (value: string): readonly Node[] => [schema.text(value)];
const paragraph = (value: string): Node => schema.node('paragraph', null, text(value));
const cell = (name: string, value: string): Node => schema.node(name, null, [paragraph(value)]);
const figure = (alt: string, caption: readonly Node[]): Node =>
  schema.node('figure', { src: 'https://example.org/a.png', alt }, [
    schema.node('caption', null, caption),
    schema.node('credit'),
  ]);

/** The seven places where text stands in Markdown (`formats.md` M3), each with how to read it back. */
const positions: Readonly<
  Record<string, readonly [make: (value: string) => Node, read: (block: Node) => string]>
> = {
  paragraph: [paragraph, (block) => block.textContent],
  'list item': [
    (value) => schema.node('bulletList', null, [schema.node('listItem', null, [paragraph(value)])]),
    (block) => block.textContent,
  ],
  heading: [(value) => schema.node('heading', null, text(value)), (block) => block.textContent],
  'table cell': [
    (value) =>
      schema.node('table', null, [
        schema.node('tableRow', null, [cell('tableHeader', 'x')]),
        schema.node('tableRow', null, [cell('tableCell', value)]),
      ]),
    (block) => block.lastChild?.textContent ?? '',
  ],
  caption: [(value) => figure('x', text(value)), (block) => block.firstChild?.textContent ?? ''],
  'link text': [
    (value) =>
      schema.node('paragraph', null, [
        schema.text(value, [schema.mark('link', { href: 'https://example.org/?a=1&b=(2)' })]),
      ]),
    (block) => block.textContent,
  ],
  alt: [(value) => figure(value, []), (block) => String(block.attrs['alt'])],
};

function comesBack(value: string, make: (value: string) => Node, read: (block: Node) => string): void {
  const block = make(value);
  const head = ['kicker', 'headline', 'standfirst', 'byline', 'dateline'].map((name) => schema.node(name));
  const body = schema.node('doc', null, [...head, block]);
  const article = {
    ...newArticle({ id: 'a'.repeat(32), created: '2026-05-04T06:30:00Z', language: 'en' }),
    body,
  };
  const written = markdown.render(article, { theme: { id: 'none', css: '' } });
  const back = importMarkdown(written).body;
  expect(back.childCount, written).toBe(head.length + 1);
  const found = back.child(head.length);
  const spaces = (from: string) => from.replace(/[ \t\n]+/gu, ' ').trim();
  expect(found.type.name, written).toBe(block.type.name);
  expect(spaces(read(found)), written).toBe(spaces(cleanText(value)));
  const marks: string[] = [];
  found.descendants((node) => void marks.push(...node.marks.map((mark) => mark.type.name)));
  expect(
    marks.filter((name) => name !== 'link'),
    written,
  ).toEqual([]);
}

const hostile = fc.stringMatching(/^[\s\S]?[*_`#\-+.>[\](){}<&\\|~^=!:"'$%@/w\d \u00a0]{1,12}[\s\S]?$/u);

describe.each(Object.entries(positions))('as %s', (_, [make, read]) => {
  test('hostile text comes back unchanged, with no new element', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        hostile.filter((value) => cleanText(value).trim() !== ''),
        (value) => comesBack(value, make, read),
      ),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    );
  });
});

describeCorpus('copydesk-cases/md-escaping.json', (json) => {
  const { strings }: { readonly strings: readonly string[] } = JSON.parse(json) ?? { strings: [] };
  describe.each(Object.entries(positions))('as %s', (_, [make, read]) => {
    test.each(strings)('%j comes back', (value) => comesBack(value, make, read));
  });

  test('leading spaces, tabs and no-break spaces of a paragraph stay', () => {
    for (const value of ['    indented four', '\tTabbed', '\u00a0nbsp start', 'two  spaces']) {
      const head = ['kicker', 'headline', 'standfirst', 'byline', 'dateline'].map((name) =>
        schema.node(name),
      );
      const body = schema.node('doc', null, [...head, paragraph(value)]);
      const article = {
        ...newArticle({ id: 'a'.repeat(32), created: '2026-05-04T06:30:00Z', language: 'en' }),
        body,
      };
      expect(
        importMarkdown(markdown.render(article, { theme: { id: 'none', css: '' } })).body.textContent,
      ).toBe(value);
    }
  });
});
