import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { headerLength } from '../../../shared/article/schema.ts';
import { blockName } from '../commands/blocks.ts';
import { draggedBlock, dropBlock, gapAt } from '../commands/drag.ts';
import type { EditorContext } from '../context.ts';

const wholeBlock = (view: EditorView, event: DragEvent): boolean =>
  draggedBlock(view) !== null ||
  (view.dragging === null && event.dataTransfer?.types.includes('Files') === true);

/** Blocks dragged by their handle, and files, go between blocks: shows where, and moves the block there. */
export const blockDrop = (context: EditorContext): Plugin => {
  const line = document.createElement('div');
  line.className = 'block-gap';
  const hide = (): false => {
    line.remove();
    return false;
  };
  return new Plugin({
    view: () => ({ destroy: () => line.remove() }),
    props: {
      handleDOMEvents: {
        dragover: (view, event) => {
          const holder = view.dom.parentElement;
          if (holder === null || !view.editable || !wholeBlock(view, event)) return hide();
          const { top } = gapAt(view, event.clientY);
          line.style.top = `${top - holder.getBoundingClientRect().top}px`;
          if (line.parentElement !== holder) holder.append(line);
          return false;
        },
        dragleave: (view, event) =>
          event.relatedTarget instanceof Node && view.dom.contains(event.relatedTarget) ? false : hide(),
        dragend: hide,
        drop: hide,
      },
      handleDrop: (view, event) => {
        const blocks = draggedBlock(view);
        if (blocks === null) return false;
        event.preventDefault();
        const name = blockName(view.state.doc.child(blocks.first));
        if (dropBlock(view, blocks, gapAt(view, event.clientY).position)) {
          const place = view.state.selection.$from.index(0) - headerLength + 1;
          const count = view.state.doc.childCount - headerLength;
          context.services().announce(`Moved ${name}, ${place} of ${count}`);
        }
        view.focus();
        return true;
      },
    },
  });
};
