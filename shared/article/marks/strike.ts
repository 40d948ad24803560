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
  // As the CommonMark profile writes it.
  fromMdast: (node) =>
    node.type === 'delete' || (node.type === 'html' && /^<(?:s|del|strike)>$/iu.test(node.value)) ? {} : null,
};
