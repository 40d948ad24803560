import type { Block } from '../block.ts';

/** A paragraph of running text. */
export const paragraph: Block = {
  name: 'paragraph',
  label: 'Paragraph',
  nodes: {
    paragraph: {
      group: 'block',
      content: 'inline*',
      parseDOM: [{ tag: 'p' }],
      toDOM: () => ['p', 0],
    },
    hardBreak: {
      group: 'inline',
      inline: true,
      selectable: false,
      leafText: () => '\n',
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
  },
  toMdast: (node, write) => [{ type: 'paragraph', children: write.inline(node) }],
  fromMdast: (node, read) =>
    node.type === 'paragraph'
      ? [read.schema.node('paragraph', null, read.inline(node.children, 'paragraph'))]
      : null,
};
