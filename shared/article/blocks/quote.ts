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
  fromMdast: (node, read) => {
    if (node.type !== 'blockquote') return null;
    const children = read.blocks(node.children);
    return children.length === 0 ? [] : [read.schema.node('quote', null, children)];
  },
};
