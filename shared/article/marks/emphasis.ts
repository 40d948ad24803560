import type { ArticleMark } from '../block.ts';

/** Emphasis, set italic. */
export const emphasis: ArticleMark = {
  name: 'emphasis',
  label: 'Italic',
  spec: {
    parseDOM: [
      { tag: 'em' },
      { tag: 'i', getAttrs: (element) => element.style.fontStyle !== 'normal' && null },
      { style: 'font-style=italic' },
    ],
    toDOM: () => ['em', 0],
  },
  toMdast: (children) => [{ type: 'emphasis', children: [...children] }],
  fromMdast: (node) => (node.type === 'emphasis' ? {} : null),
};
