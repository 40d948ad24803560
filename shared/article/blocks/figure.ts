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
      blank: (node) => textOf(node.attrs, 'src') === '' && node.textContent.trim() === '',
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
          getAttrs: (element: ElementLike) => readFigure(element),
          contentElement: (element: ElementLike) => captionOf(element),
        },
        { tag: 'img[src]', getAttrs: (element: ElementLike) => readPicture(element) },
      ],
      toDOM: (node) => {
        const { attrs } = node;
        const src = textOf(attrs, 'src');
        if (src === '') return ['figure', ['figcaption', 0]];
        const alt = attrs['decorative'] === true ? '' : textOf(attrs, 'alt');
        // ProseMirror and the string renderer leave null attributes out.
        const { width, height } = attrs;
        return ['figure', ['img', { src, alt, width, height }], ['figcaption', 0]];
      },
    },
    caption: {
      content: 'inline*',
      marks: 'strong emphasis subscript superscript link',
      placeholder: 'Caption',
      parseDOM: [{ tag: 'span.caption', context: 'figure/' }],
      toDOM: () => ['span', { class: 'caption' }, 0],
    },
    credit: {
      content: 'text*',
      marks: '',
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

// A picture still to come is a figure of text alone; a figure of anything else is not ours.
const readFigure = (element: ElementLike): Record<string, unknown> | false => {
  const picture = element.querySelector('img');
  if (picture !== null) return readPicture(picture);
  const isCaptionOnly =
    element.querySelector('figcaption') !== null &&
    element.querySelector('table, blockquote, pre, video, audio, iframe, object, svg') === null;
  return isCaptionOnly ? {} : false;
};

// A figure without figcaption has no text of its own: an empty copy keeps stray text out of the caption.
const captionOf = (element: ElementLike) => element.querySelector('figcaption') ?? element.cloneNode(false);
