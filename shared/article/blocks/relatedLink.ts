import type { Node } from 'prosemirror-model';
import { isSafeUrl } from '../address.ts';
import type { Block, ElementLike } from '../block.ts';
import { attribute, textAttribute, textOf } from '../block.ts';

const isArticleId = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && /^[0-9a-z]{16,32}$/.test(value));

const hrefOf = (element: ElementLike): string => {
  const href = element.querySelector('a')?.getAttribute('href') ?? '';
  return isSafeUrl(href) ? href : '';
};

const labelOf = (node: Node): string => textOf(node.attrs, 'label').trim() || 'Read Also';

const titleOf = (node: Node): readonly [string, ...unknown[]] => {
  const href = textOf(node.attrs, 'href');
  return href === '' ? ['span', { class: 'title' }, 0] : ['a', { class: 'title', href }, 0];
};

// A link that shows its own address has no title: the renderer's `fallback` put it there.
const contentOf = (element: ElementLike): unknown => {
  const title = element.querySelector('.title') ?? element;
  return title.textContent === title.getAttribute('href') ? title.cloneNode(false) : title;
};

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
      blank: (node) => node.textContent.trim() === '' && textOf(node.attrs, 'href') === '',
      fallback: (node) => textOf(node.attrs, 'href'),
      endList: {
        label: labelOf,
        item: (node) => ['li', titleOf(node)],
      },
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
            const label = element.querySelector('.label')?.textContent ?? 'Read Also:';
            return { label: label.replace(/\s*:\s*$/u, ''), href: hrefOf(element) };
          },
          contentElement: (element: ElementLike) => contentOf(element),
        },
        { tag: 'nav.related > h2', priority: 60, ignore: true },
        { tag: 'nav.related > ul', priority: 60, skip: true },
        {
          tag: 'nav.related > ul > li',
          priority: 60,
          getAttrs: (element: ElementLike) => ({
            label: element.closest('nav')?.querySelector('h2')?.textContent ?? 'Read Also',
            href: hrefOf(element),
          }),
          contentElement: (element: ElementLike) => contentOf(element),
        },
      ],
      toDOM: (node) => {
        const label = ['strong', { class: 'label' }, `${labelOf(node)}:`] as const;
        return ['aside', { class: 'read-also' }, ['p', label, ' ', titleOf(node)]];
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
