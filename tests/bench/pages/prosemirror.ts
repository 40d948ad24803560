import { baseKeymap } from '@tiptap/pm/commands';
import { history } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import { schema } from '../../../shared/article/schema.ts';

/** The peer: ProseMirror as its authors ship it, with history and the base keymap, on the same document. */
export function mountProseMirror(json: unknown): void {
  const doc = Node.fromJSON(schema, json);
  const view = new EditorView(document.body, {
    state: EditorState.create({ doc, plugins: [history(), keymap(baseKeymap)] }),
  });
  view.dispatch(
    view.state.tr
      .setSelection(TextSelection.near(view.state.doc.resolve(doc.content.size >> 1)))
      .scrollIntoView(),
  );
  view.focus();
}

/** The floor: the same blocks in a plain contenteditable. */
export function mountPlain(paragraphs: readonly string[]): void {
  document.body.contentEditable = 'true';
  for (const text of paragraphs)
    document.body.append(Object.assign(document.createElement('p'), { textContent: text }));
  const middle = document.body.children[paragraphs.length >> 1]?.firstChild ?? document.body;
  document.body.focus();
  getSelection()?.collapse(middle, 5);
  middle.parentElement?.scrollIntoView({ block: 'center' });
}

Object.assign(globalThis, { mountProseMirror, mountPlain });
