import {
  NodeSelection,
  TextSelection,
  type Command,
  type EditorState,
  type Transaction,
} from '@tiptap/pm/state';
import { headerLength } from '../../../shared/article/schema.ts';

const flowing = (name: string): boolean => name === 'paragraph' || name === 'heading';

/** Puts the caret in an empty paragraph after a top-level block: the one that is there, else a new one. */
export function paragraphAfter(state: EditorState, index: number): Transaction {
  const { tr, doc, schema } = state;
  let position = 0;
  for (let before = 0; before <= index; before += 1) position += doc.child(before).nodeSize;
  const next = doc.maybeChild(index + 1);
  if (next?.type.name !== 'paragraph' || next.content.size > 0) tr.insert(position, schema.node('paragraph'));
  return tr.setSelection(TextSelection.create(tr.doc, position + 1)).scrollIntoView();
}

/** Enter in a part of a block (caption, attribution, title…): the next part, after the last a new paragraph. */
export const enterPart: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if (state.selection instanceof NodeSelection || !$from.parent.isTextblock) return false;
  const index = $from.index(0);
  if (index < headerLength || flowing($from.parent.type.name)) return false;
  if ($from.depth > 1) {
    const next = TextSelection.findFrom(state.doc.resolve($to.after()), 1, true);
    if (next !== null && next.$from.index(0) === index) {
      dispatch?.(state.tr.setSelection(next).scrollIntoView());
      return true;
    }
  }
  dispatch?.(paragraphAfter(state, index));
  return true;
};

/** Enter on an empty last paragraph of a fact box leaves the box. */
export const leaveBox: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.depth !== 2 || $from.node(1).type.name !== 'factBox') return false;
  const box = $from.node(1);
  const last = $from.index(1) === box.childCount - 1;
  if (!last || $from.parent.content.size > 0 || box.childCount <= 2) return false;
  const tr = state.tr.delete($from.before(), $from.after());
  const after = tr.mapping.map($from.after(1));
  tr.insert(after, state.schema.node('paragraph'));
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  return true;
};

/** Enter on a selected block (a rule, a figure): a new paragraph after it. */
export const enterNode: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof NodeSelection) || selection.$from.index(0) < headerLength) return false;
  dispatch?.(paragraphAfter(state, selection.$from.index(0)));
  return true;
};

/** Backspace at the start of a block with parts: one that is empty becomes a paragraph, another stays. */
export const backspacePart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.index(0) < headerLength) return false;
  const name = $from.parent.type.name;
  if (flowing(name)) return false;
  const block = $from.node(1);
  const first = $from.depth === 1 || ($from.depth === 2 && $from.index(1) === 0);
  if (!first) {
    const before = TextSelection.findFrom(state.doc.resolve($from.before()), -1, true);
    if (before !== null && before.$from.index(0) === $from.index(0))
      dispatch?.(state.tr.setSelection(before).scrollIntoView());
    return true;
  }
  const bare = block.textContent === '' && !['src', 'href', 'alt'].some((key) => Boolean(block.attrs[key]));
  if (bare && dispatch) {
    const start = $from.before(1);
    const tr = state.tr.replaceWith(start, $from.after(1), state.schema.node('paragraph'));
    dispatch(tr.setSelection(TextSelection.create(tr.doc, start + 1)).scrollIntoView());
  }
  return true;
};

/** Delete at the end of a part never pulls the next one in. */
export const deletePart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.index(0) < headerLength || flowing($from.parent.type.name)) return false;
  if (!$from.parent.isTextblock || $from.parentOffset < $from.parent.content.size) return false;
  const next = TextSelection.findFrom(state.doc.resolve($from.after()), 1, true);
  if (next !== null) dispatch?.(state.tr.setSelection(next).scrollIntoView());
  return true;
};
