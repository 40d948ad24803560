import type { Node } from 'prosemirror-model';
import type { HeaderField } from './header.ts';

/** The text of a header field, trimmed; '' if it is empty. */
export function headerText(body: Node, name: HeaderField['name']): string {
  let text = '';
  body.forEach((node) => {
    if (node.type.name === name) text = node.textContent.trim();
  });
  return text;
}

/** The blocks of the body, after the five header fields, with their position in the document. */
export function bodyBlocks(
  body: Node,
): readonly { readonly node: Node; readonly position: number; readonly index: number }[] {
  const found: { node: Node; position: number; index: number }[] = [];
  body.forEach((node, position, index) => {
    if (node.type.isInGroup('block')) found.push({ node, position, index });
  });
  return found;
}

/** The text of a node as a reader would copy it: textblocks split by newlines. */
export const plainText = (node: Node): string =>
  node.textBetween(0, node.content.size, '\n', leafText).trim();

const leafText = (leaf: Node): string => leaf.type.spec.leafText?.(leaf) ?? ' ';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const counts = new WeakMap<Node, number>();

/** Words in a text, in any script (Unicode text segmentation, UAX #29). */
export function countWords(text: string): number {
  // Plain Latin text needs no segmenter: the same count at a tenth of the cost.
  if (/^[\u0000-\u024f\u2010-\u203a]*$/u.test(text))
    return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0;
  let words = 0;
  for (const part of segmenter.segment(text)) if (part.isWordLike === true) words += 1;
  return words;
}

/** Words a reader sees in a node; counted once per node and remembered, as nodes never change. */
export function wordsOf(node: Node): number {
  const known = counts.get(node);
  if (known !== undefined) return known;
  let words = 0;
  if (node.isTextblock) words = countWords(node.textBetween(0, node.content.size, ' ', leafText));
  else node.forEach((child) => (words += wordsOf(child)));
  counts.set(node, words);
  return words;
}

/** Minutes to read so many words, at 230 words a minute; at least 1 for any text. */
export const readingMinutes = (words: number): number =>
  words === 0 ? 0 : Math.max(1, Math.round(words / 230));

/** The headline, or for an article without one the first words of its text; '' for an empty article. */
export function titleOf(body: Node): string {
  const headline = headerText(body, 'headline');
  if (headline !== '') return headline;
  for (const { node } of bodyBlocks(body)) {
    const text = plainText(node);
    if (text !== '') return text.slice(0, 80);
  }
  return '';
}

/** An ASCII slug of a title: lower-case words joined by hyphens, at most 60 characters; '' where nothing ASCII remains. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  let slug = '';
  for (const word of words ?? []) {
    const next = slug === '' ? word : `${slug}-${word}`;
    if (next.length > 60) break;
    slug = next;
  }
  return slug === '' ? (words?.[0]?.slice(0, 60) ?? '') : slug;
}
