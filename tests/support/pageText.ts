import type { Node } from 'prosemirror-model';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import type { Article } from '../../shared/article/article.ts';
import { isBlank } from '../../shared/article/blank.ts';
import { cleanText } from '../../shared/formats/escape.ts';

type Part = DefaultTreeAdapterTypes.ChildNode;

/** What HTML shows: its text, its elements in order, its alternative texts and addresses. */
export interface Shown {
  readonly text: string;
  readonly elements: readonly string[];
  readonly alts: readonly string[];
  readonly links: readonly string[];
}

/** Reads HTML as a browser would. */
export function shownBy(html: string): Shown {
  const elements: string[] = [];
  const alts: string[] = [];
  const links: string[] = [];
  let text = '';
  const read = (part: Part): void => {
    if (part.nodeName === '#text' && 'value' in part) text += part.value;
    if (!('childNodes' in part)) return;
    elements.push(part.nodeName);
    for (const { name, value } of part.attrs) {
      if (name === 'alt') alts.push(value);
      if (name === 'href') links.push(value);
    }
    part.childNodes.forEach(read);
  };
  parseFragment(html).childNodes.forEach(read);
  return { text, elements, alts, links };
}

/** A text as parsers may tell it: white space collapsed, none at its edges; no-break spaces stay. */
export const collapsed = (text: string): string => text.replace(/[ \t\r\n]+/gu, ' ').trim();

/** A text without white space, which block ends and cells add and lose. */
export const squeezed = (text: string): string => cleanText(text).replace(/\s+/gu, '');

/** A text with smart punctuation made plain: generators print `"` as “ and `--` as –. */
export const folded = (text: string): string =>
  squeezed(text)
    .replace(/<<|>>|[“”„«»]/gu, '"')
    .replace(/[‘’‚]/gu, "'")
    .replace(/[-–—]+/gu, '-')
    .replaceAll('…', '...');

// Words that Markdown puts around an article's own.
const furniture = /^(?:[—–·:()-]|Photo:|Correction|\(\d{4}-\d{2}-\d{2}\)|Editor[’']snote)*$/u;

interface Piece {
  readonly text: string;
  /** A label that a run of related links shows once. */
  readonly isLabel?: true;
}

// The texts of an article's body in the order of a page, the dateline first.
function piecesOf(article: Article): readonly Piece[] {
  const found: Piece[] = [];
  const read = (node: Node): void => {
    if (isBlank(node)) return;
    const { caption, label, href } = node.attrs;
    if (node.type.name === 'table') found.push({ text: String(caption) });
    if (node.type.name === 'relatedLink')
      found.push({ text: String(label).trim() || 'Read Also', isLabel: true });
    if (node.isTextblock) found.push({ text: node.textContent.trim() || String(href ?? '') });
    else node.forEach(read);
  };
  article.body.forEach((node) => {
    if (node.type.name === 'dateline' || node.type.isInGroup('block')) read(node);
  });
  return found;
}

/**
 * What a page's text has beside the texts of an article, and what it lacks: both empty for a page that shows all of the
 * article in its order, and nothing else but the words that the format puts around. `fold` is applied to both.
 */
export function differences(
  article: Article,
  page: string,
  fold: (text: string) => string = squeezed,
): { readonly missing: readonly string[]; readonly added: string } {
  let rest = fold(page);
  let added = '';
  const missing: string[] = [];
  for (const { text, isLabel } of piecesOf(article)) {
    const wanted = fold(text);
    const at = rest.indexOf(wanted);
    const isNext = at !== -1 && furniture.test(rest.slice(0, at));
    if (!isNext && isLabel === true) continue;
    if (!isNext) missing.push(wanted);
    if (at === -1) continue;
    added += rest.slice(0, at);
    rest = rest.slice(at + wanted.length);
  }
  added += rest;
  return { missing, added: furniture.test(added) ? '' : added };
}
