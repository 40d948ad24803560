import type { Node } from 'prosemirror-model';
import { newArticle, type Article } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';
import type { Shown } from './pageText.ts';

const text = (value: string): readonly Node[] => [schema.text(value)];
const paragraph = (value: string): Node => schema.node('paragraph', null, text(value));
const cell = (name: string, value: string): Node => schema.node(name, null, [paragraph(value)]);
const src = 'https://example.org/a.png';
const href = 'https://example.org/?a=1&b=(2)';
const figure = (alt: string, caption: readonly Node[]): Node =>
  schema.node('figure', { src, alt }, [schema.node('caption', null, caption), schema.node('credit')]);

/** A place where text stands in Markdown (`formats.md` M3). */
export interface Position {
  readonly name: string;
  readonly make: (value: string) => Node;
  /** The text there, of the block read back. */
  readonly read: (block: Node) => string;
  /** All elements that a page then has: no text makes another. */
  readonly elements: readonly string[];
  /** The same where there are no tables, if another. */
  readonly listed?: readonly string[];
  readonly shown: (page: Shown) => string;
}

const shownText = (page: Shown): string => page.text;

/** The seven places of `formats.md` M3. */
export const positions: readonly Position[] = [
  {
    name: 'paragraph',
    make: paragraph,
    read: (block) => block.textContent,
    elements: ['p'],
    shown: shownText,
  },
  {
    name: 'list item',
    make: (value) => schema.node('bulletList', null, [schema.node('listItem', null, [paragraph(value)])]),
    read: (block) => block.textContent,
    elements: ['ul', 'li'],
    shown: shownText,
  },
  {
    name: 'heading',
    make: (value) => schema.node('heading', null, text(value)),
    read: (block) => block.textContent,
    elements: ['h2'],
    shown: shownText,
  },
  {
    name: 'table cell',
    make: (value) =>
      schema.node('table', null, [
        schema.node('tableRow', null, [cell('tableHeader', 'x')]),
        schema.node('tableRow', null, [cell('tableCell', value)]),
      ]),
    read: (block) => block.lastChild?.textContent ?? '',
    elements: ['table', 'thead', 'tr', 'th', 'tbody', 'tr', 'td'],
    listed: ['ul', 'li', 'strong', 'li'],
    shown: (page) => page.text.replace(/^\s*x/u, ''),
  },
  {
    name: 'caption',
    make: (value) => figure('x', text(value)),
    read: (block) => block.firstChild?.textContent ?? '',
    elements: ['p', 'img', 'em'],
    shown: shownText,
  },
  {
    name: 'link text',
    make: (value) => schema.node('paragraph', null, [schema.text(value, [schema.mark('link', { href })])]),
    read: (block) => block.textContent,
    elements: ['p', 'a'],
    shown: shownText,
  },
  {
    name: 'alt',
    make: (value) => figure(value, []),
    read: (block) => String(block.attrs['alt']),
    elements: ['p', 'img'],
    shown: (page) => page.alts.join('\n'),
  },
];

/** An article of one block. */
export const articleOf = (...blocks: readonly Node[]): Article => ({
  ...newArticle({ id: 'a'.repeat(32), created: '2026-05-04T06:30:00Z', language: 'en' }),
  body: schema.node('doc', null, [
    ...['kicker', 'headline', 'standfirst', 'byline', 'dateline'].map((name) => schema.node(name)),
    ...blocks,
  ]),
});
