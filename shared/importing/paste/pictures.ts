import { isImageSource } from '../../article/address.ts';
import { isPictureData } from '../dataAddress.ts';
import type { PageElement } from '../html/dom.ts';
import { flat, type Pasting } from './pasting.ts';

/** A picture that came with the text itself, as `data:`. */
export interface PastedPicture {
  readonly data: string;
  readonly alt: string;
}

const isDot = (image: PageElement): boolean =>
  ['width', 'height'].some((name) => /^[01](?:px)?$/u.test(String(image.getAttribute(name) ?? '')));

const altOf = (image: PageElement): string => flat(String(image.getAttribute('alt') ?? ''));

// The sign that a picture stands for in running text; '' if it is a picture.
function emojiOf(image: PageElement): string {
  const name = image.getAttribute('data-stringify-emoji');
  if (typeof name !== 'string' && !/emoji/iu.test(image.className)) return '';
  return altOf(image) || (typeof name === 'string' ? name : '');
}

const topOf = (image: PageElement, body: PageElement): PageElement => {
  let top = image;
  while (top.parentElement !== null && top.parentElement !== body) top = top.parentElement;
  return top;
};

// A figure still to be filled, before the block that held the picture.
function place({ page, body }: Pasting, image: PageElement): void {
  const figure = page.createElement('figure');
  figure.append(page.createElement('figcaption'));
  topOf(image, body).before(figure);
  image.remove();
}

/**
 * Reads pictures: one that came as data becomes a figure still to be filled, in the order of what is returned; one of
 * another server stays by its address, and nothing fetches it; the rest cannot come along and is told. `seen` counts
 * them all, emoji and counting dots left out.
 */
export function readPictures(pasting: Pasting): {
  readonly pictures: readonly PastedPicture[];
  readonly seen: number;
} {
  const { body, note } = pasting;
  const pictures: PastedPicture[] = [];
  let seen = 0;
  for (const image of body.querySelectorAll('img')) {
    const source = String(image.getAttribute('src') ?? '').trim();
    const alt = altOf(image);
    const emoji = emojiOf(image);
    if (emoji !== '') {
      image.replaceWith(emoji);
      continue;
    }
    if (isDot(image)) {
      image.remove();
      continue;
    }
    seen += 1;
    if (isPictureData(source)) {
      pictures.push({ data: source, alt });
      place(pasting, image);
    } else if (/^https?:/iu.test(source) && isImageSource(source)) {
      note('doubted', 'A picture on another server, kept by its address', `${alt} ${source}`.trim());
      const top = topOf(image, body);
      if (top !== image && top.localName !== 'figure') top.before(image);
    } else {
      note('removed', 'A picture that did not come with the text', alt);
      image.remove();
    }
  }
  return { pictures, seen };
}
