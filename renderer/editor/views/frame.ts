import { redo, undo } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorView, NodeView, ViewMutationRecord } from '@tiptap/pm/view';

type GetPosition = () => number | undefined;

/** Sets attributes of a node. A step around the node, not an attribute step: so a word typed is one step of undo. */
export function setAttributes(
  view: EditorView,
  getPosition: GetPosition,
  attributes: Readonly<Record<string, unknown>>,
): void {
  const position = view.editable ? getPosition() : undefined;
  const node = position === undefined ? null : view.state.doc.nodeAt(position);
  if (position === undefined || node === null) return;
  if (Object.entries(attributes).every(([name, value]) => node.attrs[name] === value)) return;
  view.dispatch(view.state.tr.setNodeMarkup(position, null, { ...node.attrs, ...attributes }));
}

/** The places that Tab visits in a block: its controls and its text, in the order of the page. */
export const stopsOf = (block: Element): readonly HTMLElement[] =>
  [...block.querySelectorAll<HTMLElement>('[data-control], [data-content]')].filter(
    (stop) => stop.closest('[hidden]') === null && !stop.hasAttribute('disabled'),
  );

/** Goes from a place in a block to the next one; past its ends to the blocks around. False if there is nothing. */
export function goFrom(view: EditorView, position: number, from: Element, direction: 1 | -1): boolean {
  const block = view.nodeDOM(position);
  const node = view.state.doc.nodeAt(position);
  if (!(block instanceof Element) || node === null) return false;
  const stops = stopsOf(block);
  const here = stops.findIndex((stop) => stop === from || stop.contains(from));
  const next = stops[here + direction];
  if (next !== undefined && !next.hasAttribute('data-content')) {
    next.focus();
    if (next instanceof HTMLInputElement && next.type === 'text') next.select();
    return true;
  }
  const outside = direction === 1 ? position + node.nodeSize : position;
  const target = next === undefined ? outside : direction === 1 ? position : position + node.nodeSize;
  const selection = TextSelection.findFrom(
    view.state.doc.resolve(target),
    direction === 1 || next === undefined ? direction : -1,
    true,
  );
  if (selection === null) return false;
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
  view.focus();
  return true;
}

/** What every view with controls shares: keys in its controls, events and mutations that ProseMirror leaves alone. */
export function frame(
  node: Node,
  view: EditorView,
  getPosition: GetPosition,
  dom: HTMLElement,
  contentDOM: HTMLElement,
): Pick<NodeView, 'dom' | 'contentDOM' | 'stopEvent' | 'ignoreMutation'> {
  contentDOM.setAttribute('data-content', '');
  const placeholder: unknown = node.type.spec['placeholder'];
  if (typeof placeholder === 'string') contentDOM.setAttribute('data-placeholder', placeholder);
  const inControl = (target: EventTarget | null): target is Element =>
    target instanceof Element && target.closest('[data-control], [data-outside]') !== null;
  dom.addEventListener('keydown', (event) => {
    const { target } = event;
    const position = getPosition();
    if (!inControl(target) || position === undefined || event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    const typed = target instanceof HTMLInputElement && target.type === 'text';
    if (event.key === 'Tab' && goFrom(view, position, target, event.shiftKey ? -1 : 1))
      event.preventDefault();
    else if (event.key === 'Enter' && typed && goFrom(view, position, target, 1)) event.preventDefault();
    else if (event.key === 'Escape') view.focus();
    else if (command && (key === 'z' || key === 'y')) {
      // One history for text and attributes: the input's own would know nothing of the rest.
      event.preventDefault();
      (key === 'y' || event.shiftKey ? redo : undo)(view.state, view.dispatch);
    } else return;
    event.stopPropagation();
  });
  return {
    dom,
    contentDOM,
    stopEvent: (event) => inControl(event.target) && !event.type.startsWith('drag') && event.type !== 'drop',
    ignoreMutation: (mutation: ViewMutationRecord) => !contentDOM.contains(mutation.target),
  };
}
