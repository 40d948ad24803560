import { isSafeUrl } from '../address.ts';
import type { Block, ElementLike } from '../block.ts';
import { textAttribute, textOf } from '../block.ts';
import { emptyCopy } from '../leadingParts.ts';
import { mdastText, sameText } from '../mdast.ts';

const isWebAddress = (text: string): boolean => /^https?:/i.test(text) && isSafeUrl(text);

// A link that shows its own address has no text: the renderer's `fallback` put it there.
const contentOf = (element: ElementLike): ElementLike => {
  const text = element.querySelector('a') ?? element.querySelector('p') ?? element;
  return text.textContent === text.getAttribute('href') ? emptyCopy(text) : text;
};

/** Something that lives elsewhere (a post, a video): its address and the text to show; never a remote script. */
export const embed: Block = {
  name: 'embed',
  label: 'Embed',
  nodes: {
    embed: {
      group: 'block',
      content: 'text*',
      marks: '',
      defining: true,
      isolating: true,
      placeholder: 'What it says, for those who cannot open it',
      blank: (node) => node.textContent.trim() === '' && textOf(node.attrs, 'href') === '',
      fallback: (node) => textOf(node.attrs, 'href'),
      attrs: {
        href: textAttribute('', (text) => text === '' || isWebAddress(text), 'an http or https address'),
      },
      parseDOM: [
        {
          tag: 'div.embed',
          priority: 60,
          getAttrs: (element: ElementLike) => {
            const href: unknown = element.querySelector('a')?.getAttribute('href');
            return { href: typeof href === 'string' && isWebAddress(href) ? href : '' };
          },
          contentElement: (element: ElementLike) => contentOf(element),
        },
      ],
      toDOM: (node) => {
        const href = textOf(node.attrs, 'href');
        return href === ''
          ? ['div', { class: 'embed' }, ['p', 0]]
          : ['div', { class: 'embed' }, ['p', ['a', { href }, 0]]];
      },
    },
  },
  inserts: [
    {
      label: 'Embed',
      hint: 'A post or video elsewhere, by its address',
      words: ['video', 'post', 'tweet', 'social'],
      make: (schema) => schema.node('embed'),
    },
  ],
  // A link alone in its paragraph; only the front matter knows that it is an embed.
  toMdast: (node) => {
    const href = textOf(node.attrs, 'href');
    const text = { type: 'text', value: node.textContent.trim() || href } as const;
    return [
      { type: 'paragraph', children: [href === '' ? text : { type: 'link', url: href, children: [text] }] },
    ];
  },
  fromMdast: (node, read) => {
    const [only, ...others] = node.type === 'paragraph' ? node.children : [];
    if (only === undefined || others.length > 0 || (only.type !== 'link' && only.type !== 'text'))
      return null;
    const href = only.type === 'link' ? only.url : '';
    const text = mdastText(only);
    const known = read.recall((embedded) => embedded['href'] === href && sameText(embedded['text'], text));
    if (known === null || !(href === '' || isWebAddress(href))) return null;
    return [read.schema.node('embed', { href }, text === href ? [] : [read.schema.text(text)])];
  },
  remember: {
    as: 'embeds',
    of: (node) => {
      const href = textOf(node.attrs, 'href');
      return { href, text: node.textContent.trim() || href };
    },
  },
};
