import type { Block } from '../block.ts';

/** A block quote: somebody else's words, set off from the reporter's own. */
export const quote: Block = {
  name: 'quote',
  label: 'Quote',
  nodes: {
    quote: {
      group: 'block nestable',
      content: '(paragraph | nestable)+',
      defining: true,
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: () => ['blockquote', 0],
    },
  },
  inserts: [
    {
      label: 'Quote',
      hint: 'A passage in somebody’s own words',
      words: ['blockquote', 'citation'],
      make: (schema) => schema.node('quote', null, [schema.node('paragraph')]),
    },
  ],
  toMdast: (node, write) => [{ type: 'blockquote', children: write.blocks(node) }],
  fromMdast: (node, read) =>
    node.type === 'blockquote' ? [read.schema.node('quote', null, read.blocks(node.children))] : null,
};
