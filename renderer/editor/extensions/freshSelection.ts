import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** Brings ProseMirror's selection up to the browser's, where that has moved and nobody has said so yet. */
function readSelection(view: EditorView): void {
  const { selection, doc } = view.state;
  const shown = view.dom.ownerDocument.getSelection();
  if (!(selection instanceof TextSelection) || !view.hasFocus() || view.composing) return;
  const [from, to] = [shown?.anchorNode ?? null, shown?.focusNode ?? null];
  if (shown === null || from === null || to === null) return;
  if (!view.dom.contains(from) || !view.dom.contains(to)) return;
  const anchor = view.posAtDOM(from, shown.anchorOffset);
  const head = view.posAtDOM(to, shown.focusOffset);
  if (anchor === selection.anchor && head === selection.head) return;
  const [$anchor, $head] = [doc.resolve(anchor), doc.resolve(head)];
  if (!$anchor.parent.inlineContent || !$head.parent.inlineContent) return;
  view.dispatch(view.state.tr.setSelection(TextSelection.between($anchor, $head)));
}

/**
 * A key that the browser handled (End, an arrow) moves the selection at once, but `selectionchange` comes later: a
 * command key struck in between, by a quick hand or a macro, would act where the caret was.
 */
export const freshSelection = (): Plugin =>
  new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (view, event) => {
          const named = event.key.length > 1 && event.key !== 'Shift' && event.key !== 'Process';
          if (named || event.ctrlKey || event.metaKey || event.altKey) readSelection(view);
          return false;
        },
      },
    },
  });
