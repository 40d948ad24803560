import type { Node } from 'prosemirror-model';
import { headerFields } from '../article/header.ts';
import { bodyBlocks, headerText } from '../article/text.ts';

const flat = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, ' ').trim();

// All that a block says, with what its attributes hold.
function saidBy(block: Node): string {
  const parts: string[] = [];
  const take = (node: Node): void => {
    for (const name of ['label', 'alt', 'date'])
      if (typeof node.attrs[name] === 'string') parts.push(node.attrs[name]);
    if (node.isTextblock) parts.push(node.textBetween(0, node.content.size, ' ', ' '));
  };
  take(block);
  block.descendants(take);
  return flat(parts.join(' '));
}

/**
 * Finds the place of what an importer removed, by the line of the source that stands before it: the number of the block
 * of the article before which it goes back, as `Decision.at` counts. Ask in the order of the source: of lines that are
 * said twice, the next one is meant. Undefined where the article does not say that line; '' is the top.
 */
export function placeAfter(body: Node): (line: string) => number | undefined {
  const blocks = bodyBlocks(body).map(({ node }) => saidBy(node));
  const fields = headerFields.map(({ name }) => flat(headerText(body, name)));
  let last = 0;
  return (line) => {
    const wanted = flat(line);
    if (wanted === '') return 0;
    const says = (text: string): boolean =>
      text === wanted ||
      (wanted.length > 3 && text.includes(wanted)) ||
      (text.length > 20 && wanted.endsWith(text));
    const below = blocks.findIndex((text, at) => at >= last && says(text));
    const found = below === -1 ? blocks.findIndex(says) : below;
    if (found !== -1) {
      last = found;
      return found + 1;
    }
    return fields.some((text) => text !== '' && (text === wanted || wanted.includes(text))) ? 0 : undefined;
  };
}
