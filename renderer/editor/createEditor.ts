import { Editor, type Content } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { edges, isCaretInView } from './caretInView.ts';
import type { EditorContext } from './context.ts';
import { caretIn } from './commands/fields.ts';
import { extensions } from './extensions/index.ts';
import type { EditorProps } from './handle.ts';

/** A tiptap editor of the article's own schema, mounted in an element; changing nothing until a person does. */
export function createEditor(host: HTMLElement, latest: () => EditorProps, context: EditorContext): Editor {
  const props = latest();
  const editor = new Editor({
    element: host,
    // tiptap takes a document node as it is (`createNodeFromContent`), its type only names JSON and HTML.
    content: props.body as unknown as Content,
    editable: !props.readOnly,
    extensions: extensions(context),
    injectCSS: false,
    enableCoreExtensions: {
      // ProseMirror's own commands and our keymap do what these do, without a walk through the document per key.
      keymap: false,
      delete: false,
      clipboardTextSerializer: false,
      textDirection: false,
      drop: false,
      paste: false,
    },
    editorProps: {
      attributes: () => ({
        'aria-label': 'Article',
        'aria-multiline': 'true',
        'aria-readonly': String(latest().readOnly),
        // What cannot be typed into can still be reached, and scrolled, by the keyboard.
        ...(latest().readOnly ? { tabindex: '0' } : {}),
        spellcheck: 'true',
        lang: latest().language,
        dir: latest().direction,
      }),
      scrollMargin: { top: 72, bottom: 96, left: 8, right: 8 },
      scrollThreshold: edges,
      handleScrollToSelection: isCaretInView,
    },
  });
  const { state, view } = editor;
  const caret = props.caret === null ? null : Math.min(Math.max(props.caret, 1), state.doc.content.size);
  const selection =
    caret === null ? caretIn(state.doc, 1, 'start') : TextSelection.near(state.doc.resolve(caret), 1);
  if (selection !== null) view.dispatch(state.tr.setSelection(selection).setMeta('addToHistory', false));
  return editor;
}
