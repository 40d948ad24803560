import type { Image, Link, Parents } from 'mdast';
import { defaultHandlers, type Info, type State } from 'mdast-util-to-markdown';
import { parseMarkdown } from '../importing/markdown.ts';
import { cleanText } from './escape.ts';
import { unharmed } from './markdownText.ts';

/** A link with its address as it is: the library would write `\&` and `\(`, which is right and hard to read. */
export const link = Object.assign(
  (node: Link, parent: Parents | undefined, state: State, info: Info): string => {
    const standard = defaultHandlers.link(node, parent, state, info);
    // An address that is its own text: `<https://example.org/>`.
    if (standard.startsWith('<')) return standard;
    const exit = state.enter('link');
    const exitLabel = state.enter('label');
    const text = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
    exitLabel();
    exit();
    return `[${text}](${destination(node.url, state)})`;
  },
  {
    peek: (node: Link, parent: Parents | undefined, state: State): string =>
      defaultHandlers.link.peek(node, parent, state),
  },
);

/** A picture, its address written like a link's. */
export const image = Object.assign(
  (node: Image, _: Parents | undefined, state: State, info: Info): string => {
    const exit = state.enter('image');
    const exitLabel = state.enter('label');
    const clean = cleanText(node.alt ?? '');
    const around = { ...info, before: '[', after: ']' };
    // `![^` begins a note in cmark-gfm.
    const alt = isPlainAlt(clean) ? clean : unharmed(state.safe(clean, around)).replace(/^\^/u, '\\^');
    exitLabel();
    exit();
    return `![${alt}](${destination(node.url, state)})`;
  },
  { peek: (): string => '!' },
);

/**
 * Whether an alternative text reads as itself without a single escape. Hugo 0.111 shows the backslashes of an escaped one,
 * and markdown-it 14, which Eleventy has, leaves escaped signs out.
 */
export function isPlainAlt(alt: string): boolean {
  // The parser takes seconds over a label of tens of thousands of characters.
  if (alt.length > 1000 || /\]:|[<\n\u00a0|$^"'\\]|\{[{%#:]|--|\.\.\.|^\s|\s$/u.test(alt)) return false;
  const [paragraph] = parseMarkdown(`![${alt}](x)`);
  const [only, ...others] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  return only?.type === 'image' && others.length === 0 && only.alt === alt && only.url === 'x';
}

// No address of an article holds spaces, controls, quotes, angle brackets or backslashes (`isSafeUrl`).
function destination(url: string, state: State): string {
  const written = url
    .replace(/&(?=#?\w+;)/gu, '&amp;')
    .replaceAll('|', state.stack.includes('tableCell') ? '\\|' : '|');
  return unharmed(isBalanced(url) ? written : `<${written}>`);
}

function isBalanced(url: string): boolean {
  let depth = 0;
  for (const character of url) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    // Parsers stop counting at 32.
    if (depth < 0 || depth > 30) return false;
  }
  return depth === 0;
}
