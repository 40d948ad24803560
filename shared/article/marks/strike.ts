import type { ArticleMark } from '../block.ts';

/** Struck text. */
export const strike: ArticleMark = {
  name: 'strike',
  label: 'Strikethrough',
  spec: {
    parseDOM: [
      { tag: 's' },
      { tag: 'del' },
      { tag: 'strike' },
      { style: 'text-decoration=line-through' },
      { style: 'text-decoration-line=line-through' },
    ],
    toDOM: () => ['s', 0],
  },
  toMdast: (children) => [{ type: 'delete', children: [...children] }],
  fromMdast: (node) => (node.type === 'delete' ? {} : null),
};
