import type { Node } from 'prosemirror-model';
import { addressesOf, withAddresses } from '../addressesOf.ts';
import { readFurniture } from '../furniture.ts';
import { placeAfter, withPlace } from '../placeAfter.ts';
import type { Address, Decision } from '../receipt.ts';
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

interface Run {
  readonly texts: string[];
  readonly addresses: Address[];
  readonly at: number | undefined;
}

/**
 * What of a page is neither in the article nor told already: web furniture by its class, then what no reader sees, then
 * the rest of the page in runs, each with its text, its links and its pictures, and the block before which it goes back.
 */
export function restOfPage(
  lines: readonly PageLine[],
  body: Node,
  told: readonly Decision[],
): readonly Decision[] {
  const said = saidBy(body, told);
  // Words that markup parts and a line does not, or the other way round.
  const squashed = said.replaceAll(' ', '');
  const shown = addressesIn(body, told);
  const place = placeAfter(body);
  const decisions: Decision[] = [];
  let at: number | undefined = 0;
  let run: Run | null = null;
  const unseen: Run = { texts: [], addresses: [], at: undefined };
  const end = (done: Run | null, what: string, of: string): void => {
    if (done !== null && done.texts.length + done.addresses.length > 0)
      decisions.push({
        ...removed(what, done.texts.join('\n'), of),
        ...withPlace(done.at),
        ...withAddresses(done.addresses),
      });
  };
  const close = (): void => {
    end(run, 'Rest of the page', 'rest');
    run = null;
  };
  const add = (to: Run, { text, addresses }: PageLine): void => {
    if (text !== '') to.texts.push(text);
    to.addresses.push(...addresses);
  };
  for (const line of lines) {
    const { text } = line;
    const words = asWords(text);
    const isSaid =
      words.trim() === ''
        ? !/["“”„«»]/u.test(text) && line.addresses.every((one) => shown.has(keyOf(one)))
        : said.includes(words) || (words.length > 30 && squashed.includes(words.replaceAll(' ', '')));
    if (isSaid) {
      at = text === '' ? at : (place(text) ?? at);
      close();
      continue;
    }
    const furniture = readFurniture(text);
    if (line.unseen) add(unseen, line);
    else if (furniture === null) add((run ??= { texts: [], addresses: [], at }), line);
    else end({ texts: [text], addresses: [...line.addresses], at }, furniture.label, furniture.id);
  }
  close();
  end(unseen, 'Hidden text and controls', 'unseen');
  return decisions;
}

// One picture is shown where its address or its words are.
const keyOf = ({ kind, text, address }: Address): string => `${kind} ${address === '' ? text : address}`;

function addressesIn(body: Node, told: readonly Decision[]): ReadonlySet<string> {
  const all = [...body.children.flatMap(addressesOf), ...told.flatMap(({ addresses = [] }) => addresses)];
  return new Set(all.flatMap((one) => [keyOf(one), keyOf({ ...one, address: '' })]));
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
