import type { ArticleMark } from '../block.ts';
import { strongOf } from '../mdast.ts';

/** Strong importance, set bold. */
export const strong: ArticleMark = {
  name: 'strong',
  label: 'Bold',
  spec: {
    parseDOM: [
      { tag: 'strong' },
      { tag: 'b', getAttrs: (element) => element.style.fontWeight !== 'normal' && null },
      { style: 'font-weight=bold' },
      { style: 'font-weight', getAttrs: (value) => /^(bold(er)?|[6-9]\d{2})$/.test(String(value)) && null },
    ],
    toDOM: () => ['strong', 0],
  },
  toMdast: (children) => [strongOf(children)],
  fromMdast: (node) => (node.type === 'strong' ? {} : null),
};
