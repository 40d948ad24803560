import type { Editor } from '@tiptap/core';
import { closeHistory, undo } from '@tiptap/pm/history';
import { countWords } from '../../shared/article/text.ts';
import { caretIn } from './commands/fields.ts';
import { run } from './commands/run.ts';
import type { EditorContext } from './context.ts';
import type { EditorHandle, Place } from './handle.ts';

/** Where the caret is, and how many words are selected. */
export function placeOf({ state }: Editor): Place {
  const { $head, from, to, empty } = state.selection;
  return {
    index: Math.min($head.index(0), state.doc.childCount - 1),
    caret: $head.pos,
    selectedWords: empty ? 0 : countWords(state.doc.textBetween(from, to, ' ', ' ')),
  };
}

/** What the application does with a mounted editor. */
export const makeHandle = (editor: Editor, context: EditorContext, scroller: Element): EditorHandle => ({
  run: (id) => !editor.isDestroyed && run(editor.view, context, id),
  focus: () => editor.view.focus(),
  focusBlock: (index) => {
    const { state, view } = editor;
    const selection = caretIn(state.doc, index, 'start');
    if (selection === null) return;
    view.dispatch(state.tr.setSelection(selection).scrollIntoView());
    view.focus();
  },
  replaceBody: (body) => {
    const { state, view } = editor;
    const tr = state.tr.replaceWith(0, state.doc.content.size, body.content);
    const selection = caretIn(tr.doc, 1, 'start');
    if (selection !== null) tr.setSelection(selection);
    view.dispatch(closeHistory(tr).scrollIntoView());
    view.dispatch(closeHistory(view.state.tr));
  },
  undo: () => undo(editor.state, editor.view.dispatch),
  place: () => placeOf(editor),
  scroll: () => scroller.scrollTop,
});
