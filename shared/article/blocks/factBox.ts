import type { BlockContent } from 'mdast';
import type { Block, ElementLike } from '../block.ts';
import { withEmptyFirst } from '../leadingParts.ts';
import { mdastText } from '../mdast.ts';

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
      parseDOM: [
        {
          tag: 'aside.fact-box',
          priority: 60,
          getAttrs: (element: ElementLike) => element.querySelector('.fact-box-title') === null && null,
          getContent: (element: ElementLike, schema) =>
            withEmptyFirst(schema, { node: 'factBox', first: 'factBoxTitle' }, element),
        },
        { tag: 'aside.fact-box', priority: 60 },
      ],
      toDOM: () => ['aside', { class: 'fact-box', role: 'note' }, 0],
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
  // A quote that begins with a heading, or for a box without a title with a rule: a quote of ours holds neither.
  toMdast: (node, write) => {
    const title = node.firstChild?.textContent.trim() ?? '';
    const head: BlockContent =
      title === ''
        ? { type: 'thematicBreak' }
        : { type: 'heading', depth: 3, children: [{ type: 'text', value: title }] };
    return [{ type: 'blockquote', children: [head, ...write.blocks(node)] }];
  },
  fromMdast: (node, read) => {
    const [head, ...content] = node.type === 'blockquote' ? node.children : [];
    if (head?.type !== 'heading' && head?.type !== 'thematicBreak') return null;
    const title = mdastText(head);
    const inside = read.blocks(content);
    return [
      read.schema.node('factBox', null, [
        read.schema.node('factBoxTitle', null, title === '' ? [] : [read.schema.text(title)]),
        ...(inside.length === 0 ? [read.schema.node('paragraph')] : inside),
      ]),
    ];
  },
};
