import type { Block, Insert } from '../block.ts';
import { attribute } from '../block.ts';

type Level = 2 | 3 | 4;
const levels: readonly Level[] = [2, 3, 4];
// The nearest level an article has: a page's h1 is its headline, h5 and h6 do not exist here.
const nearest = (depth: number): Level => (depth <= 2 ? 2 : depth === 3 ? 3 : 4);
const levelOf = (value: unknown): Level => nearest(Number(value));

const insert = (level: Level, label: string, hint: string): Insert => ({
  label,
  hint,
  words: ['heading', 'subheading', `h${level}`, 'crosshead'],
  make: (schema) => schema.node('heading', { level }),
});

/** A crosshead: a heading inside the body, level 2 to 4. */
export const heading: Block = {
  name: 'heading',
  label: 'Heading',
  nodes: {
    heading: {
      group: 'block',
      content: 'inline*',
      defining: true,
      attrs: {
        level: attribute(2, (value) => value === 2 || value === 3 || value === 4, 'a heading level, 2 to 4'),
      },
      parseDOM: [1, 2, 3, 4, 5, 6].map((depth) => ({ tag: `h${depth}`, attrs: { level: nearest(depth) } })),
      toDOM: (node) => [`h${levelOf(node.attrs['level'])}`, 0],
    },
  },
  inserts: levels.map((level) =>
    insert(
      level,
      level === 2 ? 'Crosshead' : `Heading ${level}`,
      level === 2 ? 'A heading inside the body' : 'A smaller heading',
    ),
  ),
  toMdast: (node, write) => [
    { type: 'heading', depth: levelOf(node.attrs['level']), children: write.line(node) },
  ],
  fromMdast: (node, read) =>
    node.type === 'heading'
      ? [read.schema.node('heading', { level: nearest(node.depth) }, read.inline(node.children, 'heading'))]
      : null,
};
