import type { ArticleMark } from '../block.ts';

/** Superscript. Markdown has none: it is written as inline HTML, which CommonMark keeps (section 6.6). */
export const superscript: ArticleMark = {
  name: 'superscript',
  label: 'Superscript',
  spec: {
    excludes: 'superscript subscript',
    parseDOM: [{ tag: 'sup' }, { style: 'vertical-align=super' }],
    toDOM: () => ['sup', 0],
  },
  toMdast: (children) => [{ type: 'html', value: '<sup>' }, ...children, { type: 'html', value: '</sup>' }],
  fromMdast: (node) => (node.type === 'html' && node.value.toLowerCase() === '<sup>' ? {} : null),
};
