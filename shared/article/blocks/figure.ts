import { Fragment, type Node } from 'prosemirror-model';
import { isImageSource } from '../address.ts';
import type { Block, ElementLike, Remembered } from '../block.ts';
import { countAttribute, flagAttribute, textAttribute, textOf } from '../block.ts';
import { emptyCopy, withEmptyFirst } from '../leadingParts.ts';
import { mdastText, mergeText, sameText } from '../mdast.ts';
import { plainText } from '../text.ts';

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
          getAttrs: (element: ElementLike) => hasCreditOnly(element) && readFigure(element),
          getContent: (element: ElementLike, schema) =>
            withEmptyFirst(schema, { node: 'figure', first: 'caption' }, captionOf(element)),
        },
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
  // `![alt](src)`, and on the next line *caption (Photo: credit)*.
  toMdast: (node, write) => {
    const caption = node.firstChild === null ? [] : write.inline(node.firstChild);
    const credit = textIn(node, 'credit') === '' ? '' : `(Photo: ${textIn(node, 'credit')})`;
    const space = textIn(node, 'caption') === '' || credit === '' ? '' : ' ';
    const children = mergeText([...caption, { type: 'text', value: `${space}${credit}` }]);
    const image = { type: 'image', url: textOf(node.attrs, 'src'), alt: altOf(node) } as const;
    if (mdastText(...children) === '') return [{ type: 'paragraph', children: [image] }];
    // A literal line feed: the one place where a paragraph of ours has two lines.
    const lineFeed = { type: 'html', value: '\n' } as const;
    return [{ type: 'paragraph', children: [image, lineFeed, { type: 'emphasis', children }] }];
  },
  fromMdast: (node, read) => {
    const parts =
      node.type === 'paragraph'
        ? node.children.filter((part) => mdastText(part) !== '' || part.type === 'image')
        : [];
    const [image, caption, ...others] = parts;
    if (image?.type !== 'image' || others.length > 0 || !isImageSource(image.url)) return null;
    if (caption !== undefined && caption.type !== 'emphasis') return null;
    const text = caption === undefined ? '' : mdastText(caption);
    const known = read.recall(
      (seen) =>
        seen['src'] === image.url &&
        sameText(seen['decorative'] === true ? '' : seen['alt'], image.alt ?? '') &&
        sameText(captionLine(seen), text),
    );
    const { schema } = read;
    const credit = known === null ? (lastCredit.exec(text)?.[1] ?? '') : textOf(known, 'credit').trim();
    const cut = known === null ? text.replace(lastCredit, '') : textOf(known, 'caption');
    const inline = Fragment.from(caption === undefined ? [] : read.inline(caption.children, 'caption'));
    const attrs = {
      src: image.url,
      alt: known === null ? (image.alt ?? '') : textOf(known, 'alt'),
      decorative: known?.['decorative'] === true,
      width: readCount(known?.['width']),
      height: readCount(known?.['height']),
    };
    return [
      schema.node('figure', attrs, [
        schema.node('caption', null, upTo(inline, cut)),
        schema.node('credit', null, credit === '' ? [] : [schema.text(credit)]),
      ]),
    ];
  },
  remember: {
    as: 'figures',
    of: (node) => ({
      src: textOf(node.attrs, 'src'),
      alt: textOf(node.attrs, 'alt'),
      caption: textIn(node, 'caption'),
      credit: textIn(node, 'credit'),
      ...(node.attrs['decorative'] === true ? { decorative: true } : {}),
      ...(node.attrs['width'] === null ? {} : { width: Number(node.attrs['width']) }),
      ...(node.attrs['height'] === null ? {} : { height: Number(node.attrs['height']) }),
    }),
  },
};

const altOf = (node: Node): string => (node.attrs['decorative'] === true ? '' : textOf(node.attrs, 'alt'));

const textIn = (node: Node, name: string): string => {
  const part = node.children.find((child) => child.type.name === name);
  return part === undefined ? '' : plainText(part).replace(/[ \t\n]+/gu, ' ');
};

const captionLine = (seen: Remembered): string => {
  const credit = textOf(seen, 'credit');
  return credit === '' ? textOf(seen, 'caption') : `${textOf(seen, 'caption')} (Photo: ${credit})`;
};

// The last parenthesis that says who made the picture.
const lastCredit =
  /\s*\((?:Photo|Image|Credit|Graphic|Video):\s*((?:(?!\((?:Photo|Image|Credit|Graphic|Video):).)*)\)$/su;

// Inline content up to the end of a text, whose white space may be collapsed.
function upTo(content: Fragment, text: string): Fragment {
  const length = text.replace(/\s/gu, '').length;
  let seen = 0;
  let end = 0;
  content.forEach((node, offset) => {
    const value = node.isText ? (node.text ?? '') : '';
    for (let at = 0; at < value.length && seen < length; at += 1) {
      if (/\S/u.test(value.charAt(at))) seen += 1;
      end = offset + at + 1;
    }
  });
  return content.cut(0, end);
}

/** A figure whose caption ends in "(Photo: …)", with that as its credit; any other node as it is. */
export function withCreditOut(node: Node): Node {
  const [caption, credit] = node.children;
  const text = caption === undefined ? '' : plainText(caption);
  const found = lastCredit.exec(text);
  // A pasted figure may still be without its empty credit.
  if (node.type.name !== 'figure' || caption === undefined || found === null) return node;
  if (credit !== undefined && credit.content.size > 0) return node;
  const { schema } = node.type;
  const name = (found[1] ?? '').trim();
  return node.copy(
    Fragment.from([
      caption.copy(upTo(caption.content, text.slice(0, found.index))),
      schema.node('credit', null, name === '' ? [] : [schema.text(name)]),
    ]),
  );
}

const readCount = (value: unknown): number | null => {
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
const captionOf = (element: ElementLike): ElementLike =>
  element.querySelector('figcaption') ?? emptyCopy(element);

const hasCreditOnly = (element: ElementLike): boolean => {
  const credit = element.querySelector('figcaption > .credit');
  return credit !== null && credit.textContent?.trim() === captionOf(element).textContent?.trim();
};
