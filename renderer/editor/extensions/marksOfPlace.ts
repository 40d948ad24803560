import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { headerLength } from '../../../shared/article/schema.ts';
import { caretBlock } from '../commands/blocks.ts';

/** Above so many blocks the browser lays out only what is in view (`content-visibility`, sheet.css). */
const longFrom = 200;

const isText = (node: Node): boolean => ['paragraph', 'heading'].includes(node.type.name);

/** Marks the block with fields that holds the caret (`is-here`) and a long document (`is-long`) for the style sheet. */
export const marksOfPlace = (): Plugin =>
  new Plugin({
    props: {
      attributes: ({ doc }): Record<string, string> =>
        doc.childCount > longFrom ? { class: 'is-long' } : {},
      decorations: (state) => {
        const here = caretBlock(state);
        // Running text needs no mark, and without one ProseMirror need not ask each block for its decorations.
        if (here === null || here.index < headerLength || isText(state.doc.child(here.index))) return null;
        return DecorationSet.create(state.doc, [Decoration.node(here.from, here.to, { class: 'is-here' })]);
      },
    },
  });
