import type { Node } from 'prosemirror-model';
import type { HeaderField } from './header.ts';

/** The text of a header field, trimmed; '' if it is empty. */
export function headerText(body: Node, name: HeaderField['name']): string {
  return body.children.find(({ type }) => type.name === name)?.textContent.trim() ?? '';
}

/** A block of a body: where it stands in the document, and the how-manieth child it is. */
export interface BodyBlock {
  readonly node: Node;
  readonly position: number;
  readonly index: number;
}

const blocksOf = new WeakMap<Node, readonly BodyBlock[]>();

/** The blocks of the body, after the five header fields; looked for once per document, as nodes never change. */
export function bodyBlocks(body: Node): readonly BodyBlock[] {
  const known = blocksOf.get(body);
  if (known !== undefined) return known;
  const found: BodyBlock[] = [];
  body.forEach((node, position, index) => {
    if (node.type.isInGroup('block')) found.push({ node, position, index });
  });
  blocksOf.set(body, found);
  return found;
}

/** The text of each block of the body; nothing is remembered, for one who reads many documents once. */
export const blockTexts = (body: Node): readonly string[] =>
  body.children.filter(({ type }) => type.isInGroup('block')).map(plainText);

/** The text of a node as a reader would copy it: textblocks split by newlines. */
export const plainText = (node: Node): string =>
  node.textBetween(0, node.content.size, '\n', leafText).trim();

const leafText = (leaf: Node): string => leaf.type.spec.leafText?.(leaf) ?? ' ';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const counts = new WeakMap<Node, number>();

// What a character of an alphabet is to a word: 1 for a letter or digit, 2 for what may stand inside a word (l’été, 1,000.5,
// well-known, accents and vowel signs of their own), 0 for what ends it. Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic.
const alphabets = Uint8Array.from({ length: 0x700 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[\p{L}\p{N}]/u.test(character)) return 1;
  return /[\p{M}\p{Cf}'.,\-׳״]/u.test(character) ? 2 : 0;
});

/** What a character is to a word; null where the segmenter must say. */
function kindOf(code: number): 0 | 1 | 2 | null {
  // More Latin letters, those of Vietnamese among them.
  if (code >= 0x1e00 && code <= 0x1eff) return 1;
  // Of the typographic signs, the apostrophe alone stands inside a word, and what joins and directs letters.
  if (code === 0x2019 || (code >= 0x200c && code <= 0x200f)) return 2;
  return code >= 0x2010 && code <= 0x203a ? 0 : null;
}

/** Words that are parted by spaces, counted at a fiftieth of the segmenter's cost; null for any other text. */
function countSpacedWords(text: string): number | null {
  let words = 0;
  let inWord = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = code < 0x700 ? (alphabets[code] ?? 0) : kindOf(code);
    if (kind === null) return null;
    // Without a branch at the ends of words, which no processor foresees.
    const now = kind === 2 ? inWord : kind;
    words += now & ~inWord;
    inWord = now;
  }
  return words;
}

/** Words in a text, in any script (Unicode text segmentation, UAX #29). */
export function countWords(text: string): number {
  const spaced = countSpacedWords(text);
  if (spaced !== null) return spaced;
  let words = 0;
  for (const part of segmenter.segment(text)) if (part.isWordLike === true) words += 1;
  return words;
}

/** Words a reader sees in a node; counted once per node and remembered, as nodes never change. */
export function wordsOf(node: Node): number {
  const known = counts.get(node);
  if (known !== undefined) return known;
  const words = countIn(node, wordsOf);
  counts.set(node, words);
  return words;
}

/** The same, and nothing is remembered: for one who reads many documents once. */
export const wordsOnce = (node: Node): number => countIn(node, wordsOnce);

function countIn(node: Node, ofChild: (child: Node) => number): number {
  if (node.isTextblock) return countWords(node.textBetween(0, node.content.size, ' ', leafText));
  let words = 0;
  node.forEach((child) => (words += ofChild(child)));
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
