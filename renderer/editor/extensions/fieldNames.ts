import { Plugin } from '@tiptap/pm/state';
import { fieldLabel } from '../commands/fields.ts';
import type { EditorContext } from '../context.ts';

/** Says which header field the caret came into: to a screen reader the sheet is one text. */
export const fieldNames = (context: EditorContext): Plugin =>
  new Plugin({
    view: () => ({
      update: (view, before) => {
        const { $head } = view.state.selection;
        const index = $head.index(0);
        if (index === before.selection.$head.index(0) || $head.depth === 0 || !view.hasFocus()) return;
        const node = $head.node(1);
        const label = fieldLabel(node);
        if (label !== null) context.services().announce(node.content.size === 0 ? `${label}, empty` : label);
      },
    }),
  });
