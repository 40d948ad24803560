import { closeHistory } from '@tiptap/pm/history';
import type { Slice } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { headerLength } from '../../../shared/article/schema.ts';
import { blockAt, type BlockRange } from './blocks.ts';
import { bodyStart } from './fields.ts';

const dragged = new WeakMap<Slice, number>();

/** Starts the drag of a block as ProseMirror knows it, so that it may also be dropped into other windows. */
export function startDrag(view: EditorView, blocks: BlockRange, data: DataTransfer, image: Element): void {
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, blocks.from)));
  const slice = view.state.selection.content();
  const { dom, text } = view.serializeForClipboard(slice);
  data.clearData();
  data.setData('text/html', dom.innerHTML);
  data.setData('text/plain', text);
  data.effectAllowed = 'copyMove';
  data.setDragImage(image, 0, 0);
  dragged.set(slice, blocks.from);
  view.dragging = { slice, move: true };
}

/** The block that is being dragged by its handle; null if there is none. */
export function draggedBlock(view: EditorView): BlockRange | null {
  const position = view.dragging === null ? undefined : dragged.get(view.dragging.slice);
  return position === undefined ? null : blockAt(view.state.doc, position);
}

/** The top-level element of the sheet at the height of a point of the window; null above and below the text. */
export function elementAt({ dom }: EditorView, top: number): Element | null {
  const box = dom.getBoundingClientRect();
  let found = document.elementFromPoint(box.left + box.width / 2, top);
  while (found !== null && found.parentElement !== dom) found = found.parentElement;
  return found;
}

/** The position of the top-level node that an element of the sheet shows; null if it is shown no more. */
export function positionOf(view: EditorView, shown: Element): number | null {
  if (!shown.isConnected) return null;
  const $inside = view.state.doc.resolve(view.posAtDOM(shown, 0));
  return $inside.depth === 0 ? $inside.pos : $inside.before(1);
}

/** A place between two blocks of the body, and its height in the window. */
export interface Gap {
  readonly position: number;
  readonly top: number;
}

/** The gap nearest to a height of the window: where a block that is dropped there goes. */
export function gapAt(view: EditorView, top: number): Gap {
  const { doc } = view.state;
  const shown = elementAt(view, top);
  const position = shown === null ? null : positionOf(view, shown);
  const bounds = (at: number): DOMRect | null => {
    const found = view.nodeDOM(at);
    return found instanceof Element ? found.getBoundingClientRect() : null;
  };
  if (position === null || shown === null) {
    const last = doc.content.size - (doc.lastChild?.nodeSize ?? 0);
    return { position: doc.content.size, top: bounds(last)?.bottom ?? top };
  }
  const node = doc.nodeAt(position);
  const box = shown.getBoundingClientRect();
  if (doc.resolve(position).index(0) < headerLength)
    return { position: bodyStart(doc), top: bounds(bodyStart(doc))?.top ?? box.bottom };
  const upper = top < box.top + box.height / 2;
  return upper ? { position, top: box.top } : { position: position + (node?.nodeSize ?? 0), top: box.bottom };
}

/** Moves a block to a gap between others; false if it is there already. */
export function dropBlock(view: EditorView, blocks: BlockRange, gap: number): boolean {
  if (gap >= blocks.from && gap <= blocks.to) return false;
  const { tr, doc } = view.state;
  const { content } = doc.slice(blocks.from, blocks.to);
  tr.delete(blocks.from, blocks.to);
  const place = tr.mapping.map(gap);
  tr.insert(place, content).setSelection(NodeSelection.create(tr.doc, place));
  view.dispatch(closeHistory(tr).setMeta('uiEvent', 'drop').scrollIntoView());
  return true;
}
