import type { Node } from 'prosemirror-model';
import { readFurniture } from '../furniture.ts';
import type { Decision } from '../receipt.ts';
import type { PageElement } from './dom.ts';
import type { PageLine } from './pageLines.ts';

// Words parted by single spaces, with one at either end: a short line is found as words, never as a part of one.
const asWords = (text: string): string =>
  ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

// What an article says, with the labels that its attributes hold.
function saidBy(body: Node, decisions: readonly Decision[]): string {
  const parts = decisions.map(({ text }) => text);
  body.descendants((node) => {
    const { label, caption, alt } = node.attrs;
    for (const value of [label, caption, alt]) if (typeof value === 'string') parts.push(value);
    if (node.isTextblock) parts.push(node.textBetween(0, node.content.size, ' ', ' '));
  });
  return asWords(parts.join(' '));
}

const removed = (what: string, text: string, of: string): Decision => ({
  kind: 'removed',
  what,
  text,
  class: of,
});

/**
 * What of a page is neither in the article nor told already: web furniture by its class, then what no reader sees, then
 * the rest of the page in runs, each with its text so that it can be put back.
 */
export function restOfPage(
  lines: readonly PageLine[],
  body: Node,
  told: readonly Decision[],
): readonly Decision[] {
  const said = saidBy(body, told);
  // Words that markup parts and a line does not, or the other way round.
  const squashed = said.replaceAll(' ', '');
  const decisions: Decision[] = [];
  let run: string[] = [];
  const unseen: string[] = [];
  const close = (): void => {
    if (run.length > 0) decisions.push(removed('Rest of the page', run.join('\n'), 'rest'));
    run = [];
  };
  for (const { text, unseen: isUnseen } of lines) {
    const words = asWords(text);
    const isSaid =
      words.trim() === ''
        ? !/["“”„«»]/u.test(text)
        : said.includes(words) || (words.length > 30 && squashed.includes(words.replaceAll(' ', '')));
    if (isSaid) {
      close();
      continue;
    }
    const furniture = readFurniture(text);
    if (isUnseen) unseen.push(text);
    else if (furniture === null) run.push(text);
    else decisions.push(removed(furniture.label, text, furniture.id));
  }
  close();
  if (unseen.length > 0) decisions.push(removed('Hidden text and controls', unseen.join('\n'), 'unseen'));
  return decisions;
}

/** Frames and players of a page: told by their addresses, never loaded. */
export const embedsOf = (root: PageElement): readonly Decision[] =>
  [
    ...root.querySelectorAll('iframe[src], embed[src], object[data], video[src], audio[src], source[src]'),
  ].map((element) =>
    removed(
      'Embedded player or frame',
      element.getAttribute('src') ?? element.getAttribute('data') ?? '',
      'embed',
    ),
  );
