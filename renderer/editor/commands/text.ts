import {
  chainCommands,
  createParagraphNear,
  deleteSelection,
  joinBackward,
  joinForward,
  joinTextblockBackward,
  joinTextblockForward,
  liftEmptyBlock,
  selectNodeBackward,
  selectNodeForward,
  splitBlock,
} from '@tiptap/pm/commands';
import { undoInputRule } from '@tiptap/pm/inputrules';
import type { Node } from '@tiptap/pm/model';
import { liftListItem, sinkListItem, splitListItem } from '@tiptap/pm/schema-list';
import { TextSelection, type Command } from '@tiptap/pm/state';
import { liftTarget } from '@tiptap/pm/transform';
import { headerLength } from '../../../shared/article/schema.ts';
import { backspaceField, deleteCrossing, deleteField, enterField, inField } from './fields.ts';
import { backspacePart, deletePart, enterNode, enterPart, leaveBox, paragraphAfter } from './parts.ts';
import { nodeType } from './types.ts';

const item = nodeType('listItem');
const flowing = (node: Node | null): boolean =>
  node?.type.name === 'paragraph' || node?.type.name === 'heading';

/** The textblock at an edge of a node; null if a closed block (figure, table…) is in the way. */
const edgeText = (node: Node | null, side: 'firstChild' | 'lastChild'): Node | null => {
  let found = node;
  while (found !== null && !found.isTextblock)
    found = found.type.spec.isolating === true ? null : found[side];
  return found;
};

/** Joins running text with running text: never into a caption, a title or a closed block. */
const joinText =
  (direction: 'backward' | 'forward'): Command =>
  (state, dispatch) => {
    const { $head, empty } = state.selection;
    if (!empty || !flowing($head.parent)) return false;
    for (let depth = $head.depth; depth > 0; depth -= 1) {
      const $edge = state.doc.resolve(direction === 'backward' ? $head.before(depth) : $head.after(depth));
      const beside = direction === 'backward' ? $edge.nodeBefore : $edge.nodeAfter;
      if (beside !== null) {
        if (!flowing(edgeText(beside, direction === 'backward' ? 'lastChild' : 'firstChild'))) return false;
        return (direction === 'backward' ? joinTextblockBackward : joinTextblockForward)(state, dispatch);
      }
      if ($head.node(depth - 1).type.spec.isolating === true) return false;
    }
    return false;
  };

/** Backspace at the start of a list item or a quote's first paragraph takes it out. */
const liftAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.depth < 2 || $from.index(-1) > 0) return false;
  const holder = $from.node(-1);
  if (holder.type === item) return liftListItem(item)(state, dispatch);
  if (holder.type.name !== 'quote') return false;
  const range = $from.blockRange();
  const target = range === null ? null : liftTarget(range);
  if (range === null || target === null) return false;
  dispatch?.(state.tr.lift(range, target).scrollIntoView());
  return true;
};

/** Backspace in a fact box's first paragraph goes to its title. */
const toTitle: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.depth < 2 || $from.index(-1) !== 1) return false;
  if ($from.node(-1).type.name !== 'factBox') return false;
  dispatch?.(
    state.tr.setSelection(TextSelection.near(state.doc.resolve($from.before()), -1)).scrollIntoView(),
  );
  return true;
};

/** Shift+Enter: a line break, where the text may hold one; elsewhere nothing. */
export const lineBreak: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  const type = nodeType('hardBreak');
  const allowed = $from.sameParent($to) && $from.parent.canReplaceWith($from.index(), $to.index(), type);
  if (allowed) dispatch?.(state.tr.replaceSelectionWith(type.create()).scrollIntoView());
  return true;
};

/** Enter, everywhere. */
export const enter: Command = chainCommands(
  enterField,
  enterNode,
  enterPart,
  leaveBox,
  splitListItem(item),
  createParagraphNear,
  liftEmptyBlock,
  splitBlock,
);

/** Ctrl+Enter: out of any block (a table, a fact box, a list) into a new paragraph after it. */
export const enterAfter: Command = (state, dispatch, view) => {
  const index = state.selection.$from.index(0);
  if (index < headerLength || index >= state.doc.childCount) return enter(state, dispatch, view);
  dispatch?.(paragraphAfter(state, index));
  return true;
};

/** Backspace, everywhere. */
export const backspace: Command = chainCommands(
  undoInputRule,
  deleteCrossing,
  deleteSelection,
  liftAtStart,
  backspaceField,
  backspacePart,
  toTitle,
  joinText('backward'),
  (state, dispatch, view) =>
    view?.endOfTextblock('backward', state) !== false && joinBackward(state, dispatch, view),
  selectNodeBackward,
);

/** Delete, everywhere. */
export const forwardDelete: Command = chainCommands(
  deleteCrossing,
  deleteSelection,
  deleteField,
  deletePart,
  joinText('forward'),
  joinForward,
  selectNodeForward,
);

/** Ctrl+Backspace and its like: a word, but never over the edge of a field. */
export const backspaceWord: Command = (state, dispatch, view) =>
  state.selection.$from.parentOffset > 0 && state.selection.empty ? false : backspace(state, dispatch, view);

/** Ctrl+Delete and its like. */
export const deleteWord: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  if (empty && $from.parentOffset < $from.parent.content.size) return false;
  return forwardDelete(state, dispatch, view);
};

/** Tab in a list: one level in or out; keeps the focus even where there is no further level. */
export const indent =
  (direction: 1 | -1): Command =>
  (state, dispatch) => {
    const { $from } = state.selection;
    if (inField($from) || $from.depth < 3 || $from.node(-1).type !== item) return false;
    // A first item cannot go deeper, an outermost one not further out: Tab must not turn it into a paragraph.
    const nested = $from.depth > 4 && $from.node(-3).type === item;
    if (direction === 1) return sinkListItem(item)(state, dispatch) || true;
    return !nested || liftListItem(item)(state, dispatch) || true;
  };
