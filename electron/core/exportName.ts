import type { Article } from '../../shared/article/article.ts';
import { slugOf, titleOf } from '../../shared/article/text.ts';
import type { Format } from '../../shared/formats/format.ts';

// Names that Windows keeps for devices, with any extension.
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;
// Controls, bidi controls, halves of characters and what some system forbids.
const forbidden =
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd<>:"/\\|?*]/gu;
const longest = 120;
// The same on every machine, whatever its language.
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

function shorten(name: string, bytes: number): string {
  if (bytesOf(name) <= bytes) return name;
  const short: string[] = [];
  let room = bytes;
  for (const { segment } of graphemes.segment(name)) {
    room -= bytesOf(segment);
    if (room < 0) break;
    short.push(segment);
  }
  return short.join('');
}

/** A text as a part of a file's name on Linux, macOS and Windows, at most `bytes` long; '' if nothing is left. */
export function safeName(text: string, bytes: number = longest): string {
  const clean = text.toWellFormed().normalize('NFC').replace(forbidden, ' ').trim().replace(/\s+/gu, '-');
  const name = shorten(clean.replace(/^[-.]+/, ''), bytes).replace(/[-.\s]+$/u, '');
  return reserved.test(name.replace(/\..*$/, '')) ? `article-${name}` : name;
}

type Named = Pick<Format, 'extension' | 'namePrefix'>;

/**
 * What an export is called, without its extension: what its format wants in front, then the name the article came by if
 * any, the slug, else the headline, in ASCII if it has any. With its extension it has at most 120 bytes.
 */
export function exportStem(article: Article, format: Named, stem: string = ''): string {
  const prefix = format.namePrefix?.(article) ?? '';
  const room = longest - format.extension.length - 1 - bytesOf(prefix);
  const title = titleOf(article.body);
  const names = [stem, article.slug ?? '', slugOf(title), title].map((name) => safeName(name, room));
  return prefix + (names.find((name) => name !== '') ?? 'article');
}

/** The file name of the `count`th export of this stem: the second is called `stem-2.ext`; at most 120 bytes. */
export function numberedName(stem: string, extension: string, count: number): string {
  const end = `${count === 1 ? '' : `-${count}`}.${extension}`;
  return shorten(stem, longest - end.length).replace(/[-.\s]+$/u, '') + end;
}

/** The file name that an export is offered under: `exportStem` with its extension. */
export const exportName = (article: Article, format: Named, stem: string = ''): string =>
  numberedName(exportStem(article, format, stem), format.extension, 1);

/** What two names have in common if some system takes them for one: neither case nor the form of accents counts. */
export const foldName = (name: string): string =>
  name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');

/** The first numbered name that is not taken yet; it is taken then. */
export function takeName(stem: string, extension: string, taken: Set<string>): string {
  for (let count = 1; ; count += 1) {
    const name = numberedName(stem, extension, count);
    const folded = foldName(name);
    if (taken.has(folded)) continue;
    taken.add(folded);
    return name;
  }
}
