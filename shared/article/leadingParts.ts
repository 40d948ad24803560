import { DOMParser, Fragment, type Schema } from 'prosemirror-model';
import { CopydeskError } from '../error.ts';
import type { ElementLike } from './block.ts';

/**
 * The content of a node parsed from HTML that leaves its first parts out because they are empty: a credit without a
 * caption, a fact box without a title. ProseMirror fills only what is missing at the end.
 */
export function withEmptyFirst(
  schema: Schema,
  names: { readonly node: string; readonly first: string },
  element: ElementLike,
): Fragment {
  const type = schema.nodes[names.node];
  const first = schema.node(names.first);
  const topMatch = type?.contentMatch.matchType(first.type) ?? null;
  if (type === undefined || topMatch === null)
    throw new CopydeskError('unexpected', `“${names.node}” does not begin with “${names.first}”`);
  // ProseMirror's own parser handed the element in, so it is a DOM node.
  const parsed = DOMParser.fromSchema(schema).parse(element, { topNode: type.create(), topMatch });
  return Fragment.from(first).append(parsed.content);
}

/** The element without its content, for a node that is to have none. */
// A clone is of its original's kind; the DOM's own types say so less precisely.
export const emptyCopy = (element: ElementLike): ElementLike => element.cloneNode(false) as ElementLike;
