import type { Node } from 'prosemirror-model';
import { plainText } from '../../article/text.ts';
import { countsOf } from '../counts.ts';
import type { Decision, Receipt } from '../receipt.ts';
import { unaccounted } from './account.ts';
import type { PasteReading } from './readPaste.ts';

const attributesOf = (nodes: readonly Node[]): string => {
  const texts: string[] = [];
  const take = ({ attrs }: Node): void => {
    for (const name of ['label', 'caption', 'date', 'alt'])
      if (typeof attrs[name] === 'string') texts.push(attrs[name]);
  };
  for (const node of nodes) {
    take(node);
    node.descendants(take);
  }
  return texts.join('\n');
};

/**
 * The receipt of a paste: what `reading` decided, what the result `body` shows, and a line for every word, number or
 * quotation mark that is in neither.
 */
export function pasteReceipt(reading: PasteReading, body: Node, more: readonly Decision[] = []): Receipt {
  const { decisions, before, plain, replaced, footnotes, source } = reading;
  const told = [...decisions, ...more];
  const gone = more.map(({ text }) => text);
  const missing = unaccounted(plain, plainText(body), attributesOf([body]), ...replaced, ...gone);
  const after = countsOf(body, footnotes);
  return {
    source,
    decisions: [
      ...told,
      ...missing.map((text) => ({ kind: 'removed' as const, what: 'Could not come along', text })),
    ],
    wordsBefore: before.words,
    wordsAfter: after.words,
    counts: { before, after },
    plain,
  };
}
