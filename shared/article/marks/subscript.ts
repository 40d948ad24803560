import type { ArticleMark } from '../block.ts';

/** Subscript. Markdown has none: it is written as inline HTML, which CommonMark keeps (section 6.6). */
export const subscript: ArticleMark = {
  name: 'subscript',
  label: 'Subscript',
  spec: {
    excludes: 'subscript superscript',
    parseDOM: [{ tag: 'sub' }, { style: 'vertical-align=sub' }],
    toDOM: () => ['sub', 0],
  },
  toMdast: (children) => [{ type: 'html', value: '<sub>' }, ...children, { type: 'html', value: '</sub>' }],
  fromMdast: (node) => (node.type === 'html' && node.value.toLowerCase() === '<sub>' ? {} : null),
};
