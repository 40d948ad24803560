import { isImageSource } from '../address.ts';
import type { Block, ElementLike } from '../block.ts';
import { countAttribute, flagAttribute, textAttribute, textOf } from '../block.ts';

/** A picture with alt text (or marked decorative), caption and credit. An empty `src` is a picture still to come. */
export const figure: Block = {
  name: 'figure',
  label: 'Figure',
  nodes: {
    figure: {
      group: 'block',
      content: 'caption credit',
      defining: true,
      isolating: true,
      joiner: ' ',
      attrs: {
        src: textAttribute('', isImageSource, 'the address of a picture'),
        alt: textAttribute(),
        decorative: flagAttribute(),
        width: countAttribute(),
        height: countAttribute(),
      },
      parseDOM: [
        {
          tag: 'figure',
          getAttrs: (element: ElementLike) => readPicture(element.querySelector('img')),
          contentElement: (element: ElementLike) => captionOf(element),
        },
        { tag: 'img[src]', getAttrs: (element: ElementLike) => readPicture(element) },
      ],
      toDOM: (node) => {
        const { attrs } = node;
        const src = textOf(attrs, 'src');
        if (src === '') return ['figure', ['figcaption', 0]];
        const size =
          attrs['width'] === null ? {} : { width: String(attrs['width']), height: String(attrs['height']) };
        const alt = attrs['decorative'] === true ? '' : textOf(attrs, 'alt');
        return ['figure', ['img', { src, alt, ...size }], ['figcaption', 0]];
      },
    },
    caption: {
      content: 'inline*',
      marks: 'strong emphasis subscript superscript link',
      omitEmpty: true,
      placeholder: 'Caption',
      parseDOM: [{ tag: 'span.caption', context: 'figure/' }],
      toDOM: () => ['span', { class: 'caption' }, 0],
    },
    credit: {
      content: 'text*',
      marks: '',
      omitEmpty: true,
      placeholder: 'Credit',
      parseDOM: [{ tag: 'span.credit', context: 'figure/' }],
      toDOM: () => ['span', { class: 'credit' }, 0],
    },
  },
  inserts: [
    {
      label: 'Figure',
      hint: 'A picture with alt text, caption and credit',
      words: ['image', 'picture', 'photo', 'graphic'],
      make: (schema) => schema.node('figure', null, [schema.node('caption'), schema.node('credit')]),
    },
  ],
  toMdast: () => [],
  fromMdast: () => null,
};

const readCount = (value: string | null): number | null => {
  const count = Number(value);
  return Number.isInteger(count) && count > 0 ? count : null;
};

const readPicture = (picture: ElementLike | null): Record<string, unknown> | false => {
  const src = picture?.getAttribute('src') ?? '';
  if (picture === null || !isImageSource(src)) return false;
  const alt = picture.getAttribute('alt');
  return {
    src,
    alt: alt ?? '',
    decorative: alt === '',
    width: readCount(picture.getAttribute('width')),
    height: readCount(picture.getAttribute('height')),
  };
};

// A figure without figcaption has no text of its own: an empty copy keeps stray text out of the caption.
const captionOf = (element: ElementLike) => element.querySelector('figcaption') ?? element.cloneNode(false);
