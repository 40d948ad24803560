import { patch } from './patch.ts';
import { childAt, unitAt, type PreviewPage } from './page.ts';
import { showAsPrinted } from './printed.ts';

/** Where the current unit stands in the frame's view, in the frame's own CSS pixels. */
export interface Mark {
  readonly top: number;
  readonly left: number;
  readonly height: number;
}

export interface LiveFrameGiven {
  readonly frame: HTMLIFrameElement;
  /** The page that the frame has loaded. */
  readonly page: PreviewPage;
  readonly reducedMotion: () => boolean;
  /** A child of the document was chosen, by its index. */
  readonly onPick: (index: number) => void;
  /** The mark moved; null when nothing is to be marked. */
  readonly onMark: (mark: Mark | null) => void;
}

/** A loaded preview frame: nothing in it runs; this window patches it, scrolls it and hears its clicks and keys. */
export interface LiveFrame {
  /** Patches the page to this state; throws if it cannot, and the page is to be loaded again. */
  readonly update: (page: PreviewPage) => void;
  /** The caret is in this child of the document: marks its unit and brings it into view. */
  readonly follow: (index: number) => void;
  readonly showPrinted: (printed: boolean) => void;
  /** The frame has another size. */
  readonly remeasure: () => void;
  readonly close: () => void;
}

// Events and nodes of the frame belong to its realm: `instanceof` of this window would be false.
const elementOf = (target: EventTarget | null): Element | null =>
  target !== null && 'closest' in target ? (target as Element) : null; // only elements have `closest`

/** Which part of its unit a place on the page is, in the order of `Unit.indexes`: the dateline, or the n-th link of an end list. */
function partOf(target: Element): number {
  if (target.closest('.dateline') !== null) return 1;
  const item = target.closest('nav li');
  return item?.parentElement == null ? 0 : Array.from(item.parentElement.children).indexOf(item);
}

/** Takes over a frame that has loaded; null if it shows no page of ours. */
export function createLiveFrame(given: LiveFrameGiven): LiveFrame | null {
  const page = given.frame.contentDocument;
  const view = page?.defaultView ?? null;
  const article = page?.querySelector('article') ?? null;
  if (page === null || view === null || article === null) return null;

  let shown = given.page;
  let place = 0;
  let undoPrinted: (() => void) | undefined;
  const heard = new AbortController();
  const { signal } = heard;

  const current = (): Element | undefined => article.children[unitAt(shown.units, place)];

  const measure = (): void => {
    const box = current()?.getBoundingClientRect();
    given.onMark(box === undefined ? null : { top: box.top, left: box.left, height: box.height });
  };

  const bringIntoView = (): void => {
    const box = current()?.getBoundingClientRect();
    const height = view.innerHeight;
    if (box === undefined || (box.top >= 0 && box.bottom <= height)) return;
    // A block taller than the view is in view while it covers the middle.
    if (box.top < height / 2 && box.bottom > height / 2) return;
    const behavior = given.reducedMotion() ? 'instant' : 'smooth';
    view.scrollTo({ top: view.scrollY + box.top - height / 3, behavior });
  };

  const pick = (target: Element | null): void => {
    if (target === null) return;
    const at = Array.from(article.children).findIndex((unit) => unit.contains(target));
    const index = childAt(shown.units[at], partOf(target));
    if (index !== null) given.onPick(index);
  };

  page.addEventListener(
    'click',
    (event) => {
      // Links are part of the picture here: they do not lead away.
      event.preventDefault();
      if (page.getSelection()?.isCollapsed !== false) pick(elementOf(event.target));
    },
    { signal },
  );
  page.addEventListener('auxclick', (event) => event.preventDefault(), { signal });
  page.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
  page.addEventListener(
    'keydown',
    (event) => {
      // A link takes Enter itself, as a click.
      if (event.key === 'Enter' && elementOf(event.target)?.closest('a') == null) {
        event.preventDefault();
        pick(page.elementFromPoint(view.innerWidth / 2, view.innerHeight / 3));
        return;
      }
      // The application's keys work here too: a frame's keys do not bubble into the window.
      const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (!ctrlKey && !metaKey && !altKey && !/^(F\d+|Escape)$/.test(key)) return;
      const copy = new KeyboardEvent('keydown', {
        ...{ key, code, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true },
      });
      if (!given.frame.dispatchEvent(copy)) event.preventDefault();
    },
    { signal },
  );
  view.addEventListener('scroll', measure, { signal, passive: true });
  // A picture that arrives late moves what stands below it.
  page.addEventListener('load', measure, { signal, capture: true });
  measure();

  return {
    update: (next) => {
      const before = shown;
      patch(page, before, next);
      shown = next;
      if (before.body.maybeChild(place) !== next.body.maybeChild(place)) bringIntoView();
      measure();
    },
    follow: (index) => {
      place = index;
      bringIntoView();
      measure();
    },
    showPrinted: (printed) => {
      undoPrinted?.();
      undoPrinted = printed ? showAsPrinted(page) : undefined;
      bringIntoView();
      measure();
    },
    remeasure: measure,
    close: () => heard.abort(),
  };
}
