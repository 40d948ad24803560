import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { headerFields } from '../../../shared/article/header.ts';
import { headerLength } from '../../../shared/article/schema.ts';

const emptyBody = 'Write the story, or type / to insert a block';

const placeholderOf = (node: Node): string | null => {
  const own: unknown = node.type.spec['placeholder'];
  if (typeof own === 'string') return own;
  return headerFields.find((field) => field.name === node.type.name)?.placeholder ?? null;
};

interface Empty {
  readonly offset: number;
  readonly size: number;
  readonly text: string;
}

const none: readonly Empty[] = [];
const found = new WeakMap<Node, readonly Empty[]>();

/** The empty parts of a top-level node; looked for once per node, as nodes never change. */
function emptyParts(node: Node): readonly Empty[] {
  const known = found.get(node);
  if (known !== undefined) return known;
  const list: Empty[] = [];
  const add = (part: Node, offset: number): void => {
    const text = part.isTextblock && part.content.size === 0 ? placeholderOf(part) : null;
    if (text !== null) list.push({ offset, size: part.nodeSize, text });
  };
  add(node, 0);
  node.descendants((part, offset) => add(part, offset + 1));
  const result = list.length === 0 ? none : list;
  found.set(node, result);
  return result;
}

const decorate = (state: EditorState): DecorationSet => {
  const decorations: Decoration[] = [];
  const mark = (from: number, size: number, text: string): void => {
    decorations.push(Decoration.node(from, from + size, { class: 'is-empty', 'data-placeholder': text }));
  };
  state.doc.forEach((node, offset) => {
    for (const part of emptyParts(node)) mark(offset + part.offset, part.size, part.text);
  });
  const only = state.doc.childCount === headerLength + 1 ? state.doc.lastChild : null;
  if (only?.type.name === 'paragraph' && only.content.size === 0)
    mark(state.doc.content.size - only.nodeSize, only.nodeSize, emptyBody);
  return DecorationSet.create(state.doc, decorations);
};

const key = new PluginKey<DecorationSet>('placeholders');

/** Names each empty header field and each empty part of a block. */
export const placeholders = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, state) => decorate(state),
      apply: (tr, before, _old, state) => (tr.docChanged ? decorate(state) : before),
    },
    props: { decorations: (state) => key.getState(state) },
  });
