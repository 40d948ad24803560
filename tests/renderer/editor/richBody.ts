import type { Node } from 'prosemirror-model';
import { EditorState, NodeSelection, TextSelection, type Command } from '@tiptap/pm/state';
import { history } from '@tiptap/pm/history';
import { inserts } from '../../../renderer/editor/commands/insert.ts';
import { schema } from '../../../shared/article/schema.ts';

const field = (name: string, text: string): Node =>
  schema.node(name, null, text === '' ? [] : [schema.text(text)]);

/** A text block of the article. */
export const text = (words: string, type = 'paragraph'): Node => field(type, words);

/** A document with these header texts (in their order) and blocks. */
export const bodyOf = (header: readonly string[], ...blocks: readonly Node[]): Node =>
  schema.node('doc', null, [
    ...['kicker', 'headline', 'standfirst', 'byline', 'dateline'].map((name, index) =>
      field(name, header[index] ?? ''),
    ),
    ...blocks,
  ]);

/** Full header fields, then paragraphs with every kind of block between them. */
export const richBody = (): Node =>
  bodyOf(
    ['Harbour', 'Wall holds', 'A dry cellar', 'By a reporter', 'Quay, May 4:'],
    text('The wall held.'),
    ...inserts.flatMap((insert) => [insert.make(schema), text(`After ${insert.label}.`)]),
  );

/** A state of a document with a selection between two positions, or of the node at one. */
export function stateOf(doc: Node, anchor: number, head = anchor): EditorState {
  const state = EditorState.create({ doc, plugins: [history()] });
  const selection = TextSelection.between(doc.resolve(anchor), doc.resolve(head));
  return state.apply(state.tr.setSelection(selection));
}

/** A state with a whole node selected. */
export function nodeState(doc: Node, position: number): EditorState {
  const state = EditorState.create({ doc, plugins: [history()] });
  return state.apply(state.tr.setSelection(NodeSelection.create(doc, position)));
}

/** What a command makes of a state; the same state if it does not apply. */
export function after(state: EditorState, command: Command): EditorState {
  let next = state;
  command(state, (tr) => (next = state.apply(tr)));
  return next;
}
