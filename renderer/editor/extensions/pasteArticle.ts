import { Fragment, Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { isBlank } from '../../../shared/article/blank.ts';
import { withDatelineOut, withLabelledBlocks } from '../../../shared/importing/labelledBlocks.ts';

/** A pasted slice with its labelled paragraphs as the blocks that they stand for; a slice of one block stays text. */
export function labelledSlice(slice: Slice): Slice {
  const nodes = slice.content.content;
  if (nodes.length < 2) return slice;
  const read = withLabelledBlocks(nodes);
  const same = (at: number): boolean => read.at(at) === nodes.at(at);
  return new Slice(Fragment.from(read), same(0) ? slice.openStart : 0, same(-1) ? slice.openEnd : 0);
}

/**
 * Pastes the text of a whole article into a body where nothing was written yet: a dateline that it begins with goes into
 * the field for it, in the same step. False if that is not the case, then nothing was done.
 */
export function pasteArticle(view: EditorView, slice: Slice): boolean {
  const { doc, selection, tr } = view.state;
  const field = doc.children.find(({ type }) => type.name === 'dateline');
  const blocks = doc.children.filter(({ type }) => type.isInGroup('block'));
  // With everything selected the selection is in no block.
  const isInBody = selection.$from.depth > 0 && selection.$from.node(1).type.isInGroup('block');
  if (field === undefined || field.content.size > 0 || !isInBody || !blocks.every(isBlank)) return false;
  const nodes = slice.content.content;
  if (nodes.length < 2 || nodes.some(({ isBlock }) => !isBlock)) return false;
  const { dateline, blocks: rest } = withDatelineOut(nodes);
  if (dateline === '') return false;
  const cut = rest.length === nodes.length ? slice.openStart : 0;
  tr.replaceSelection(new Slice(Fragment.from(rest), cut, slice.openEnd));
  let at = 0;
  tr.doc.forEach((node, position) => {
    if (node.type.name === 'dateline') at = position + 1;
  });
  view.dispatch(tr.insertText(dateline, at).setMeta('lifted', dateline).scrollIntoView());
  return true;
}
