import { isSafeUrl } from '../address.ts';
import type { Block, ElementLike } from '../block.ts';
import { attribute, textAttribute, textOf } from '../block.ts';

const isArticleId = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && /^[0-9a-z]{16,32}$/.test(value));

/** A related link ("Read Also"): label, title, and an address or an article of the library. */
export const relatedLink: Block = {
  name: 'relatedLink',
  label: 'Related link',
  nodes: {
    relatedLink: {
      group: 'block',
      content: 'text*',
      marks: '',
      defining: true,
      isolating: true,
      placeholder: 'Title of the related story',
      attrs: {
        label: textAttribute('Read Also'),
        href: textAttribute('', (text) => text === '' || isSafeUrl(text), 'an address'),
        articleId: attribute<string | null>(null, isArticleId, 'the id of an article'),
      },
      parseDOM: [
        {
          tag: 'aside.read-also',
          priority: 60,
          getAttrs: (element: ElementLike) => {
            const href: unknown = element.querySelector('a')?.getAttribute('href');
            const label: unknown = element.querySelector('.label')?.textContent;
            return {
              label: typeof label === 'string' ? label.replace(/\s*:\s*$/u, '') : 'Read Also',
              href: typeof href === 'string' && isSafeUrl(href) ? href : '',
            };
          },
          contentElement: (element: ElementLike) => element.querySelector('.title') ?? element,
        },
      ],
      toDOM: (node) => {
        const href = textOf(node.attrs, 'href');
        const label = ['strong', { class: 'label' }, `${textOf(node.attrs, 'label')}:`] as const;
        const title = href === '' ? ['span', { class: 'title' }, 0] : ['a', { class: 'title', href }, 0];
        return ['aside', { class: 'read-also' }, ['p', label, ' ', title]];
      },
    },
  },
  inserts: [
    {
      label: 'Related link',
      hint: 'Read Also: another story, in place',
      words: ['read also', 'see also', 'related'],
      make: (schema) => schema.node('relatedLink'),
    },
  ],
  toMdast: () => [],
  fromMdast: () => null,
};
