import type { Block } from '../block.ts';

/** A thematic break between parts of a story. */
export const rule: Block = {
  name: 'rule',
  label: 'Rule',
  nodes: {
    rule: {
      group: 'block',
      parseDOM: [{ tag: 'hr' }],
      toDOM: () => ['hr'],
    },
  },
  inserts: [
    {
      label: 'Rule',
      hint: 'A line between two parts',
      words: ['hr', 'divider', 'separator', 'line'],
      make: (schema) => schema.node('rule'),
    },
  ],
  toMdast: () => [{ type: 'thematicBreak' }],
  fromMdast: (node, read) => (node.type === 'thematicBreak' ? [read.schema.node('rule')] : null),
};
