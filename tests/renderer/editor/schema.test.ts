// @vitest-environment happy-dom
import { Plugin, TextSelection } from '@tiptap/pm/state';
import { afterAll, expect, it, vi } from 'vitest';
import { keyName } from '../../../renderer/editor/extensions/keys.ts';
import { createEditor } from '../../../renderer/editor/createEditor.ts';
import type { EditorProps } from '../../../renderer/editor/handle.ts';
import { commands } from '../../../shared/commands.ts';
import { schema } from '../../../shared/article/schema.ts';
import { createStore } from '../../../renderer/ui/store.ts';
import type { Question } from '../../../renderer/editor/context.ts';
import { richBody } from './richBody.ts';

const nothing = (): void => {};

// happy-dom has no idle moments: the cleaner of foreign HTML is not loaded here.
vi.stubGlobal('requestIdleCallback', () => 0);
vi.stubGlobal('cancelIdleCallback', nothing);
afterAll(() => vi.unstubAllGlobals());

const props = (): EditorProps => ({
  body: richBody(),
  language: 'en',
  direction: 'ltr',
  readOnly: false,
  caret: null,
  scroll: 0,
  services: {
    addPicture: () => Promise.reject(new Error('no library')),
    pickPicture: () => Promise.resolve(null),
    pictureUrl: (src) => src,
    findArticles: () => Promise.resolve([]),
    findArticle: () => Promise.resolve(null),
    openLink: nothing,
    announce: nothing,
    report: nothing,
    pasted: nothing,
    readWhole: nothing,
  },
  onChange: nothing,
  onPlace: nothing,
  onReady: nothing,
});

const open = () => {
  const given = props();
  const host = document.createElement('div');
  document.body.append(host);
  const editor = createEditor(host, () => given, {
    services: () => given.services,
    question: createStore<Question | null>(null),
  });
  return { editor, given };
};

it('edits a document of the very schema that articles are stored with', () => {
  const { editor, given } = open();
  expect(editor.schema).toBe(schema);
  expect(editor.state.schema).toBe(schema);
  expect(editor.state.doc).toBe(given.body);
  editor.destroy();
});

it('makes of a key one transaction, and changes the DOM of its own block only', () => {
  const { editor } = open();
  const { view } = editor;
  const at = view.state.doc.children.findIndex(({ type }) => type.name === 'paragraph');
  let start = 1;
  for (let before = 0; before < at; before += 1) start += view.state.doc.child(before).nodeSize;
  const block = view.nodeDOM(start - 1);
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, start)));
  // Hears every transaction, also one that a plugin adds.
  const applied = vi.fn(() => null);
  editor.registerPlugin(new Plugin({ state: { init: nothing, apply: applied } }));
  const observer = new MutationObserver(nothing);
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  for (const letter of 'a key') view.dispatch(view.state.tr.insertText(letter));
  const changed = observer.takeRecords().map(({ target }) => target);
  // ProseMirror sets its class again, to the same value.
  const outside = changed.filter((node) => node !== view.dom && block?.contains(node) !== true);
  expect(changed.length).toBeGreaterThan(0);
  expect(outside).toEqual([]);
  expect(applied).toHaveBeenCalledTimes(5);
  editor.destroy();
});

it('keeps every block that an edit did not touch as the same object', () => {
  const { editor, given } = open();
  editor.view.dispatch(editor.state.tr.insertText('x', editor.state.doc.content.size - 1));
  const { doc } = editor.state;
  expect(doc.children.filter((node) => !given.body.children.includes(node))).toEqual([doc.lastChild]);
  editor.destroy();
});

it('reports a change of the document only, never its opening', () => {
  const { editor } = open();
  let changes = 0;
  editor.on('update', () => (changes += 1));
  editor.view.focus();
  editor.setEditable(true, false);
  expect(changes).toBe(0);
  editor.view.dispatch(editor.state.tr.insertText('x', 2));
  expect(changes).toBe(1);
  editor.destroy();
});

it.each([
  ['CmdOrCtrl+Shift+8', 'Mod-Shift-8'],
  ['Alt+Up', 'Alt-ArrowUp'],
  ['CmdOrCtrl+B', 'Mod-b'],
  ['CmdOrCtrl+Shift+Backspace', 'Mod-Shift-Backspace'],
])('binds %s as %s', (accelerator, name) => {
  expect(keyName(accelerator)).toBe(name);
});

it('gives no key of the sheet to two commands', () => {
  const keys = commands.flatMap(({ accelerator }) =>
    accelerator === undefined ? [] : [keyName(accelerator)],
  );
  expect(new Set(keys).size).toBe(keys.length);
});
