import type { Node, ResolvedPos } from '@tiptap/pm/model';
import {
  type EditorState,
  NodeSelection,
  TextSelection,
  type Command,
  type Transaction,
} from '@tiptap/pm/state';
import { headerFields } from '../../../shared/article/header.ts';
import { headerLength } from '../../../shared/article/schema.ts';
import { clearBody } from './clearBody.ts';
import { nodeType } from './types.ts';

/** Where the body starts: after the five header fields. */
export function bodyStart(doc: Node): number {
  let position = 0;
  for (let index = 0; index < headerLength; index += 1) position += doc.child(index).nodeSize;
  return position;
}

/** Whether a position is inside a header field. */
export const inField = ($pos: ResolvedPos): boolean => $pos.depth === 1 && $pos.index(0) < headerLength;

/** Whether the selection holds more than the inside of one header field, or of the body. */
export function crossesFields({ selection }: EditorState): boolean {
  const { $from, $to } = selection;
  if ($from.index(0) >= headerLength) return false;
  return $from.depth === 0 || $from.index(0) !== $to.index(0);
}

/** Where the caret goes at the start or end of a top-level node. */
export function caretIn(
  doc: Node,
  index: number,
  side: 'start' | 'end',
): TextSelection | NodeSelection | null {
  if (index < 0 || index >= doc.childCount) return null;
  let position = 0;
  for (let before = 0; before < index; before += 1) position += doc.child(before).nodeSize;
  const node = doc.child(index);
  const found = TextSelection.findFrom(
    doc.resolve(side === 'start' ? position : position + node.nodeSize),
    side === 'start' ? 1 : -1,
  );
  if (found instanceof TextSelection && found.$from.index(0) === index) return found;
  return NodeSelection.isSelectable(node) ? NodeSelection.create(doc, position) : null;
}

/** Empties a selection that crosses header fields: each keeps its node, nothing of one runs into another. */
export function clearCrossing(state: EditorState): Transaction {
  const { from, to } = state.selection;
  const { tr, doc } = state;
  clearBody(tr, from, to, bodyStart(doc));
  let end = bodyStart(doc);
  for (let index = headerLength - 1; index >= 0; index -= 1) {
    const start = end - doc.child(index).nodeSize;
    const [first, last] = [Math.max(from, start + 1), Math.min(to, end - 1)];
    if (first < last) tr.delete(first, last);
    end = start;
  }
  return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.max(1, from)))).scrollIntoView();
}

/** Deletes a selection that crosses header fields. */
export const deleteCrossing: Command = (state, dispatch) => {
  if (state.selection.empty || !crossesFields(state)) return false;
  dispatch?.(clearCrossing(state));
  return true;
};

const moveTo = (
  state: EditorState,
  dispatch: ((tr: Transaction) => void) | undefined,
  index: number,
  side: 'start' | 'end',
): boolean => {
  const selection = caretIn(state.doc, index, side);
  if (selection === null) return false;
  dispatch?.(state.tr.setSelection(selection).scrollIntoView());
  return true;
};

/** Enter in a header field: the next field, from the last one the body. */
export const enterField: Command = (state, dispatch) => {
  if (deleteCrossing(state, dispatch)) return true;
  const { $from } = state.selection;
  return inField($from) && moveTo(state, dispatch, $from.index(0) + 1, 'start');
};

/** Backspace at the start of a field, or of the body: the end of the field before; nothing is merged. */
export const backspaceField: Command = (state, dispatch) => {
  const { empty, $from } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.depth !== 1) return false;
  const index = $from.index(0);
  if (index < headerLength) return index === 0 || moveTo(state, dispatch, index - 1, 'end');
  if (index > headerLength) return false;
  const block = $from.parent;
  if (block.type.name === 'heading') {
    dispatch?.(state.tr.setBlockType($from.pos, $from.pos, nodeType('paragraph')));
    return true;
  }
  if (block.type.name !== 'paragraph') return false;
  const tr = state.tr;
  if (block.content.size === 0 && state.doc.childCount > headerLength + 1)
    tr.delete($from.before(), $from.after());
  const selection = caretIn(tr.doc, headerLength - 1, 'end');
  if (selection !== null) dispatch?.(tr.setSelection(selection).scrollIntoView());
  return true;
};

/** Delete at the end of a field: the start of the next one. */
export const deleteField: Command = (state, dispatch) => {
  const { empty, $from } = state.selection;
  if (!empty || !inField($from) || $from.parentOffset < $from.parent.content.size) return false;
  return moveTo(state, dispatch, $from.index(0) + 1, 'start') || true;
};

/** Tab between header fields; false at the two ends, where Tab leaves. */
export const tabField =
  (direction: 1 | -1): Command =>
  (state, dispatch) => {
    const { $head } = state.selection;
    if (!inField($head)) return false;
    return moveTo(state, dispatch, $head.index(0) + direction, direction === 1 ? 'start' : 'end');
  };

/** What a header field is called, for a screen reader. */
export const fieldLabel = (node: Node): string | null =>
  headerFields.find((field) => field.name === node.type.name)?.label ?? null;

/** Puts text into a header field, without line breaks or marks. */
export function insertFieldText(state: EditorState, text: string): Transaction {
  const flat = text.replace(/\s+/gu, ' ').trim();
  const tr = crossesFields(state) && !state.selection.empty ? clearCrossing(state) : state.tr;
  return (flat === '' ? tr.deleteSelection() : tr.insertText(flat)).scrollIntoView();
}
