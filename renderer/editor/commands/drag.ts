import { NodeSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { BlockRange } from './blocks.ts';

/** Starts the drag of a block as ProseMirror knows it, so that its drop moves the block. */
export function startDrag(view: EditorView, blocks: BlockRange, data: DataTransfer, image: Element): void {
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, blocks.from)));
  const slice = view.state.selection.content();
  const { dom, text } = view.serializeForClipboard(slice);
  data.clearData();
  data.setData('text/html', dom.innerHTML);
  data.setData('text/plain', text);
  data.effectAllowed = 'copyMove';
  data.setDragImage(image, 0, 0);
  view.dragging = { slice, move: true };
}
