import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import { Editor, Node as Block } from '@tiptap/core';
import { baseKeymap } from '@tiptap/pm/commands';
import { history } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { schema } from '../../../shared/article/schema.ts';

/** The article as a peer takes it: its document as JSON, and the texts of its blocks. */
export interface PeerInput {
  readonly json: unknown;
  readonly texts: readonly string[];
}

/** An editor of others: shows the article with the caret in its middle, focused; answers its count of characters. */
export type Mount = (input: PeerInput) => () => number;

const place = (tag: string, style = ''): HTMLElement => {
  const element = document.createElement(tag);
  element.style.cssText = style;
  document.body.replaceChildren(element);
  return element;
};

const toMiddle = (view: EditorView): void => {
  const middle = view.state.doc.content.size >> 1;
  view.dispatch(
    view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(middle))).scrollIntoView(),
  );
  view.focus();
};

/** ProseMirror as its authors ship it, with history and the base keymap, on the same document. */
const proseMirror: Mount = ({ json }) => {
  const doc = Node.fromJSON(schema, json);
  const view = new EditorView(place('main'), {
    state: EditorState.create({ doc, plugins: [history(), keymap(baseKeymap)] }),
  });
  toMiddle(view);
  return () => view.state.doc.textContent.length;
};

const tiptapBlocks = [
  Block.create({ name: 'doc', topNode: true, content: 'paragraph+' }),
  Block.create({ name: 'paragraph', content: 'text*', renderHTML: () => ['p', 0] }),
  Block.create({ name: 'text' }),
  Block.create({ name: 'undo', addProseMirrorPlugins: () => [history()] }),
];

/** tiptap's core without React: paragraphs, text, undo. */
const tiptap: Mount = ({ texts }) => {
  const content = texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
  const editor = new Editor({
    element: place('main'),
    extensions: tiptapBlocks,
    content: { type: 'doc', content },
  });
  toMiddle(editor.view);
  return () => editor.state.doc.textContent.length;
};

const plain =
  (blockStyle: string): Mount =>
  ({ texts }) => {
    const main = place('main');
    main.contentEditable = 'true';
    for (const text of texts) {
      const block = document.createElement('p');
      block.style.cssText = blockStyle;
      block.textContent = text;
      main.append(block);
    }
    const middle = main.children[texts.length >> 1]?.firstChild ?? main;
    main.focus();
    getSelection()?.collapse(middle, 5);
    middle.parentElement?.scrollIntoView({ block: 'center' });
    return () => main.textContent.length;
  };

const textarea: Mount = ({ texts }) => {
  const area = document.createElement('textarea');
  area.style.cssText = 'width:640px;height:90vh;font:inherit';
  document.body.replaceChildren(area);
  area.value = texts.join('\n\n');
  const middle = area.value.length >> 1;
  area.focus();
  area.setSelectionRange(middle, middle);
  area.scrollTop = area.scrollHeight / 2;
  return () => area.value.length;
};

/** Lexical with its plain text and its history. */
const lexical: Mount = ({ texts }) => {
  const main = place('main', 'white-space:pre-wrap');
  main.contentEditable = 'true';
  const editor = createEditor({
    namespace: 'peer',
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(main);
  registerPlainText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  editor.update(
    () => {
      const root = $getRoot().clear();
      for (const text of texts) root.append($createParagraphNode().append($createTextNode(text)));
      root.getChildAtIndex(texts.length >> 1)?.selectStart();
    },
    { discrete: true },
  );
  main.focus();
  main.children[texts.length >> 1]?.scrollIntoView({ block: 'center' });
  return () => editor.getEditorState().read(() => $getRoot().getTextContentSize());
};

/** The peers by the names of their rows. */
export const mounts: Readonly<Record<string, Mount>> = {
  'bare ProseMirror': proseMirror,
  'tiptap core': tiptap,
  contenteditable: plain(''),
  'contenteditable, content-visibility': plain('content-visibility:auto;contain-intrinsic-size:auto 108px'),
  textarea,
  Lexical: lexical,
};

// The page is told by what the bench evaluates in it.
Object.assign(globalThis, { mounts });
