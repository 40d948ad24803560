import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { headerFields } from '../../../shared/article/header.ts';
import { schema } from '../../../shared/article/schema.ts';
import { nodeType } from '../commands/types.ts';

/**
 * Whether what stands in a copied element's `data-pm-slice` (`1 1 ["quote",null]`) may be believed: ProseMirror makes
 * nodes of it without the rules by which HTML is read, and an attribute that an article cannot hold would throw there.
 */
export function isSliceContext(value: string): boolean {
  const found = /^\d+ \d+(?: -\d+)? (\[.*\])$/su.exec(value)?.[1];
  if (found === undefined || value.length > 10_000) return false;
  try {
    const context: unknown = JSON.parse(found);
    if (!Array.isArray(context)) return false;
    for (let index = 0; index < context.length; index += 2)
      schema.nodes[String(context[index])]?.create(context[index + 1]);
    return true;
  } catch {
    return false;
  }
}

const isField = (node: Node): boolean => headerFields.some((field) => field.name === node.type.name);

/** A pasted slice with its header fields as paragraphs, the empty ones left out: a field is a place of the sheet, not a block. */
export function cleanSlice(slice: Slice): Slice {
  const nodes: Node[] = [];
  slice.content.forEach((node) => {
    if (!isField(node)) nodes.push(node);
    else if (node.content.size > 0) nodes.push(nodeType('paragraph').create(null, node.content));
  });
  if (nodes.length === 0) return slice.size === 0 ? slice : Slice.empty;
  const [first, last] = [slice.content.firstChild, slice.content.lastChild];
  const cut = (edge: Node | null): boolean => edge !== null && isField(edge) && edge.content.size === 0;
  return new Slice(Fragment.from(nodes), cut(first) ? 0 : slice.openStart, cut(last) ? 0 : slice.openEnd);
}
