import type { BlockContent, DefinitionContent, ListItem } from 'mdast';
import type { Block, ElementLike } from '../block.ts';
import { attribute } from '../block.ts';
import { withEmptyFirst } from '../leadingParts.ts';

const isStart = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;

// An item without words of its own: a list or a quote right after its bullet.
const beginsWithBlock = (item: ElementLike): boolean => {
  const first = item.firstElementChild;
  return (
    first?.matches('ul, ol, blockquote') === true && (first.previousSibling?.textContent ?? '').trim() === ''
  );
};

// Only a bullet list and one that starts at 1 may follow a paragraph on the next line, and only if their first item,
// down to what it begins with, may and is not empty.
function needsBlankLine(node: BlockContent | DefinitionContent): boolean {
  if (node.type !== 'list') return node.type !== 'paragraph';
  const first = node.children[0]?.children[0];
  return (node.ordered === true && node.start !== 1) || first === undefined || needsBlankLine(first);
}

/** Bullet and ordered lists; an item holds a paragraph, then any blocks an item may hold. */
export const list: Block = {
  name: 'list',
  label: 'List',
  nodes: {
    bulletList: {
      group: 'block nestable',
      content: 'listItem+',
      parseDOM: [{ tag: 'ul' }],
      toDOM: () => ['ul', 0],
    },
    orderedList: {
      group: 'block nestable',
      content: 'listItem+',
      attrs: { start: attribute(1, isStart, 'a number from 0 on') },
      parseDOM: [
        {
          tag: 'ol',
          getAttrs: (element) => {
            const start = Number(element.getAttribute('start') ?? 1);
            return { start: isStart(start) ? start : 1 };
          },
        },
      ],
      toDOM: (node) =>
        node.attrs['start'] === 1 ? ['ol', 0] : ['ol', { start: String(node.attrs['start']) }, 0],
    },
    listItem: {
      content: 'paragraph (paragraph | nestable)*',
      defining: true,
      tight: true,
      parseDOM: [
        {
          tag: 'li',
          getAttrs: (element: ElementLike) => beginsWithBlock(element) && null,
          getContent: (element: ElementLike, schema) =>
            withEmptyFirst(schema, { node: 'listItem', first: 'paragraph' }, element),
        },
        { tag: 'li' },
      ],
      toDOM: () => ['li', 0],
    },
  },
  inserts: [
    {
      label: 'Bullet list',
      hint: 'Points in no order',
      words: ['unordered', 'ul', 'points'],
      make: (schema) =>
        schema.node('bulletList', null, [schema.node('listItem', null, [schema.node('paragraph')])]),
    },
    {
      label: 'Numbered list',
      hint: 'Steps or a ranking',
      words: ['ordered', 'ol', 'steps'],
      make: (schema) =>
        schema.node('orderedList', null, [schema.node('listItem', null, [schema.node('paragraph')])]),
    },
  ],
  toMdast: (node, write) => {
    const ordered = node.type.name === 'orderedList';
    const children = node.children.map((item): ListItem => {
      const inside = write.blocks(item);
      return { type: 'listItem', spread: inside.some(needsBlankLine), children: inside };
    });
    return [
      {
        type: 'list',
        ordered,
        spread: false,
        children,
        ...(ordered ? { start: Number(node.attrs['start']) } : {}),
      },
    ];
  },
  fromMdast: (node, read) => {
    if (node.type !== 'list') return null;
    const { schema } = read;
    const items = node.children.map((item) => {
      const blocks = [...read.blocks(item.children)];
      if (blocks[0]?.type.name !== 'paragraph') blocks.unshift(schema.node('paragraph'));
      return schema.node('listItem', null, blocks);
    });
    return [
      node.ordered === true
        ? schema.node('orderedList', { start: node.start ?? 1 }, items)
        : schema.node('bulletList', null, items),
    ];
  },
};
