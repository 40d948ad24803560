import { NodeSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** How near the pane's edges, in pixels, the caret may come before the sheet is scrolled. */
export const edges = { top: 40, bottom: 64, left: 0, right: 0 };

/**
 * Whether the caret is in view already, so that nothing is to be scrolled: one look at the sheet's pane, where
 * ProseMirror looks at every element up to the window (its `handleScrollToSelection`). What scrolls by itself inside the
 * sheet, a table, is left to ProseMirror.
 */
export function isCaretInView(view: EditorView): boolean {
  const { selection } = view.state;
  const pane = view.dom.closest('.editor-pane');
  if (pane === null || selection instanceof NodeSelection) return false;
  const { node } = view.domAtPos(selection.head);
  const element = node instanceof Element ? node : node.parentElement;
  if (element === null || element.closest('.table-block') !== null) return false;
  const caret = view.coordsAtPos(selection.head, 1);
  const shown = pane.getBoundingClientRect();
  return (
    caret.top >= shown.top + edges.top &&
    caret.bottom <= shown.bottom - edges.bottom &&
    caret.left >= shown.left &&
    caret.right <= shown.right
  );
}
