import type { Article } from '../../shared/article/article.ts';
import { slugOf, titleOf } from '../../shared/article/text.ts';
import type { Format } from '../../shared/formats/format.ts';

// Names that Windows keeps for devices, with any extension.
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;
// Controls, bidi controls and the characters that some system forbids.
const forbidden = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff<>:"/\\|?*]/gu;
const longest = 120;

function shorten(name: string, bytes: number): string {
  const { length } = new TextEncoder().encode(name);
  if (length <= bytes) return name;
  const short: string[] = [];
  let room = bytes;
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    room -= new TextEncoder().encode(segment).length;
    if (room < 0) break;
    short.push(segment);
  }
  return short.join('');
}

/** A text as a part of a file's name on Linux, macOS and Windows, at most `bytes` long; '' if nothing is left. */
export function safeName(text: string, bytes: number = longest): string {
  const clean = text.normalize('NFC').replace(forbidden, ' ').trim().replace(/\s+/gu, '-');
  const name = shorten(clean.replace(/^[-.]+/, ''), bytes).replace(/[-.\s]+$/u, '');
  return reserved.test(name.replace(/\..*$/, '')) ? `article-${name}` : name;
}

/**
 * The file name that an export is offered under: what its format wants in front, then the name the article came by if
 * any, the slug, else the headline, in ASCII if it has any.
 */
export function exportName(
  article: Article,
  format: Pick<Format, 'extension' | 'namePrefix'>,
  stem: string = '',
): string {
  const prefix = format.namePrefix?.(article) ?? '';
  const room = longest - format.extension.length - 1 - prefix.length;
  const title = titleOf(article.body);
  const names = [
    safeName(stem, room),
    safeName(article.slug ?? '', room),
    safeName(slugOf(title)),
    safeName(title, room),
    'article',
  ];
  return `${prefix}${names.find((name) => name !== '') ?? 'article'}.${format.extension}`;
}
