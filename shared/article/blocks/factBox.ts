import type { Block } from '../block.ts';

/** A box of background beside the story. */
export const factBox: Block = {
  name: 'factBox',
  label: 'Fact box',
  nodes: {
    factBox: {
      group: 'block',
      content: 'factBoxTitle (paragraph | nestable)+',
      defining: true,
      isolating: true,
      parseDOM: [{ tag: 'aside.fact-box', priority: 60 }],
      toDOM: () => ['aside', { class: 'fact-box' }, 0],
    },
    factBoxTitle: {
      content: 'text*',
      marks: '',
      placeholder: 'Title of the box',
      parseDOM: [{ tag: 'p.fact-box-title', priority: 60, context: 'factBox/' }],
      toDOM: () => ['p', { class: 'fact-box-title' }, 0],
    },
  },
  inserts: [
    {
      label: 'Fact box',
      hint: 'Background in a box',
      words: ['sidebar', 'background', 'aside', 'explainer'],
      make: (schema) => schema.node('factBox', null, [schema.node('factBoxTitle'), schema.node('paragraph')]),
    },
  ],
  toMdast: () => [],
  fromMdast: () => null,
};
