import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { paragraphAfter } from '../commands/parts.ts';
import type { EditorContext } from '../context.ts';

/** A click below an article that ends with a closed block (a figure, a table) starts a paragraph there. */
function startBelow(view: EditorView, event: MouseEvent): boolean {
  const { state } = view;
  const { lastChild } = state.doc;
  if (!view.editable || lastChild === null || lastChild.type.spec.isolating !== true) return false;
  const shown = view.nodeDOM(state.doc.content.size - lastChild.nodeSize);
  if (!(shown instanceof Element) || event.clientY <= shown.getBoundingClientRect().bottom) return false;
  view.dispatch(paragraphAfter(state, state.doc.childCount - 1));
  view.focus();
  return true;
}

/** Clicks: one below the last block, and those on links (Ctrl or Cmd opens; where nothing can be edited, any). */
export const clicks = (context: EditorContext): Plugin =>
  new Plugin({
    props: {
      handleClick: (view, _position, event) => startBelow(view, event),
      handleDOMEvents: {
        click: (view, event) => {
          const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
          if (link === null) return false;
          event.preventDefault();
          if (event.ctrlKey || event.metaKey || !view.editable)
            context.services().openLink(link.getAttribute('href') ?? '');
          return false;
        },
        auxclick: (_view, event) => {
          if (event.target instanceof Element && event.target.closest('a[href]') !== null)
            event.preventDefault();
          return false;
        },
      },
    },
  });
