import type { Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { blocks } from '../../../shared/article/blocks/index.ts';
import { headerLength } from '../../../shared/article/schema.ts';
import { bodyStart } from './fields.ts';

/** One or more blocks of the body, side by side: the first index, the index after the last, and their range. */
export interface BlockRange {
  readonly first: number;
  readonly after: number;
  readonly from: number;
  readonly to: number;
}

/** What a block is called in a sentence ("paragraph", "bullet list"). */
export const blockName = (node: Node): string => {
  if (node.type.name === 'bulletList') return 'bullet list';
  if (node.type.name === 'orderedList') return 'numbered list';
  const found = blocks.find((block) => Object.keys(block.nodes)[0] === node.type.name);
  return (found?.label ?? node.type.name).toLowerCase();
};

/** The blocks that a selection touches; null in the header. */
export function selectedBlocks({ doc, selection }: EditorState): BlockRange | null {
  const first = selection.$from.index(0);
  // A gap cursor at the end of the article stands in no block.
  if (first < headerLength || first >= doc.childCount) return null;
  const { $to } = selection;
  const after = $to.depth === 0 ? Math.max($to.index(0), first + 1) : $to.index(0) + 1;
  return rangeOf(doc, first, Math.min(after, doc.childCount));
}

/** The block at a position of the document; null if there is none. */
export function blockAt(doc: Node, position: number): BlockRange | null {
  const index = position < 0 || position >= doc.content.size ? -1 : doc.resolve(position).index(0);
  return index < headerLength ? null : rangeOf(doc, index, index + 1);
}

function rangeOf(doc: Node, first: number, after: number): BlockRange {
  let from = bodyStart(doc);
  for (let index = headerLength; index < first; index += 1) from += doc.child(index).nodeSize;
  let to = from;
  for (let index = first; index < after; index += 1) to += doc.child(index).nodeSize;
  return { first, after, from, to };
}

/** The top-level node that holds the caret. */
export function caretBlock({
  doc,
  selection,
}: EditorState): { readonly index: number; readonly from: number; readonly to: number } | null {
  const { $head } = selection;
  const index = $head.index(0);
  if ($head.depth > 0) return { index, from: $head.before(1), to: $head.after(1) };
  const node = doc.maybeChild(index);
  return node === null ? null : { index, from: $head.pos, to: $head.pos + node.nodeSize };
}

/** Moves blocks by one place, the caret with them; null at the end of the road. */
export function moveBlocks(state: EditorState, range: BlockRange, direction: 1 | -1): Transaction | null {
  const { doc, tr, selection } = state;
  const neighbour = direction === 1 ? range.after : range.first - 1;
  if (neighbour < headerLength || neighbour >= doc.childCount) return null;
  const size = doc.child(neighbour).nodeSize;
  const shift = direction * size;
  // The neighbour is moved, not the blocks: they keep their place in the view, and the caret its composition.
  if (direction === 1) {
    tr.delete(range.to, range.to + size).insert(range.from, doc.child(neighbour));
  } else {
    tr.insert(range.to, doc.child(neighbour)).delete(range.from - size, range.from);
  }
  if (selection.from >= range.from && selection.to <= range.to)
    tr.setSelection(
      selection instanceof NodeSelection
        ? NodeSelection.create(tr.doc, selection.from + shift)
        : TextSelection.between(
            tr.doc.resolve(selection.anchor + shift),
            tr.doc.resolve(selection.head + shift),
          ),
    );
  return tr.scrollIntoView();
}

/** "Moved paragraph up, 3 of 12". */
export function moveMessage(state: EditorState, range: BlockRange, direction: 1 | -1): string {
  const count = range.after - range.first;
  const what = count === 1 ? blockName(state.doc.child(range.first)) : `${count} blocks`;
  const place = range.first - headerLength + 1 + direction;
  return `Moved ${what} ${direction === 1 ? 'down' : 'up'}, ${place} of ${state.doc.childCount - headerLength}`;
}

/** Deletes blocks; the body keeps one, the caret goes to what follows. */
export function deleteBlocks(state: EditorState, range: BlockRange): Transaction {
  const { tr, doc, schema } = state;
  if (range.after - range.first === doc.childCount - headerLength)
    tr.replaceWith(range.from, range.to, schema.node('paragraph'));
  else tr.delete(range.from, range.to);
  const at = Math.min(range.from, tr.doc.content.size);
  return tr
    .setSelection(TextSelection.near(tr.doc.resolve(at), at < tr.doc.content.size ? 1 : -1))
    .scrollIntoView();
}

/** Puts a copy of blocks below them. */
export function duplicateBlocks(state: EditorState, range: BlockRange): Transaction {
  const { tr, doc } = state;
  const copies = Array.from({ length: range.after - range.first }, (_, index) =>
    doc.child(range.first + index),
  );
  tr.insert(range.to, copies);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(range.to + 1))).scrollIntoView();
}

/** Puts the selection over the text of blocks, unless it is inside them already. */
export function selectBlocks(state: EditorState, range: BlockRange): Transaction {
  const { selection, tr } = state;
  if (selection.from >= range.from && selection.to <= range.to) return tr;
  const only = range.after - range.first === 1 ? state.doc.child(range.first) : null;
  const text = TextSelection.between(tr.doc.resolve(range.from + 1), tr.doc.resolve(range.to - 1));
  const inside = text.from >= range.from && text.to <= range.to;
  if (only !== null && !inside) return tr.setSelection(NodeSelection.create(tr.doc, range.from));
  return tr.setSelection(only?.isTextblock === true ? TextSelection.near(text.$to, -1) : text);
}
