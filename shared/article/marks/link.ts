import { isSafeUrl } from '../address.ts';
import type { ArticleMark } from '../block.ts';
import { textAttribute, textOf } from '../block.ts';

/** A link; its address passes `isSafeUrl` wherever it comes from. */
export const link: ArticleMark = {
  name: 'link',
  label: 'Link',
  spec: {
    inclusive: false,
    attrs: { href: textAttribute('', isSafeUrl, 'an address that an article may carry') },
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href: unknown = element.getAttribute('href');
          return typeof href === 'string' && isSafeUrl(href) ? { href } : false;
        },
      },
    ],
    toDOM: (mark) => ['a', { href: textOf(mark.attrs, 'href') }, 0],
  },
  toMdast: (children, attrs) => [
    { type: 'link', url: textOf(attrs, 'href'), children: children.filter((child) => child.type !== 'link') },
  ],
  fromMdast: (node) => (node.type === 'link' && isSafeUrl(node.url) ? { href: node.url } : null),
};
