import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

type Cleaner = typeof import('./foreign.ts');

let cleaner: Cleaner | null = null;

/** Loads what reads foreign text and HTML; at once if it is there. */
export const loadCleaner = async (): Promise<void> => {
  cleaner = await import('./foreign.ts');
};

/** What reads foreign text and HTML; null before it is loaded, and then none comes in (`cleanerFirst`). */
export const loadedCleaner = (): Cleaner | null => cleaner;

/** Takes what came before the cleaner, and pastes it once that is there. */
function later(view: EditorView, event: Event, data: DataTransfer | null): boolean {
  if (cleaner !== null || data === null || !view.editable) return false;
  const [text, html] = [data.getData('text/plain'), data.getData('text/html')];
  // A picture that no text comes with is not asked for as HTML (`pictures`).
  const isPicture = data.files.length > 0 && text.trim() === '';
  if (isPicture || (text === '' && html === '')) return false;
  event.preventDefault();
  const paste = (): unknown => {
    if (view.isDestroyed) return undefined;
    return html === '' ? view.pasteText(text) : view.pasteHTML(html);
  };
  void loadCleaner().then(paste);
  return true;
}

/** Loads what reads foreign text and HTML in an idle moment after the sheet is there; what is pasted or dropped sooner waits for it. */
export const cleanerFirst = (): Plugin =>
  new Plugin({
    view: () => {
      const idle = requestIdleCallback(() => void loadCleaner(), { timeout: 2000 });
      return { destroy: () => cancelIdleCallback(idle) };
    },
    props: {
      handleDOMEvents: {
        paste: (view, event) => later(view, event, event.clipboardData),
        drop: (view, event) => {
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (view.dragging !== null || !later(view, event, event.dataTransfer)) return false;
          const place = view.state.doc.resolve(at?.pos ?? view.state.selection.head);
          view.dispatch(view.state.tr.setSelection(TextSelection.near(place)));
          return true;
        },
      },
    },
  });
