import { hearFrame } from './hearFrame.ts';
import { lendFonts } from './lendFonts.ts';
import { patch } from './patch.ts';
import { childAt, unitAt, type PreviewPage } from './page.ts';
import { showAsPrinted } from './printed.ts';

/** A line beside the current unit, in the frame's view and its CSS pixels. */
export interface Mark {
  readonly top: number;
  readonly height: number;
  /** Its distance from the view's left edge; it stands where the unit's lines begin. */
  readonly left: number;
}

const markGap = 14;

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

/** What a frame shows: a page, the caret's place in its document, on screen or on sheets. */
export interface Shown {
  readonly page: PreviewPage;
  readonly place: number;
  readonly printed: boolean;
}

/** A loaded preview frame: nothing in it runs; this window patches it, scrolls it and hears its clicks and keys. */
export interface LiveFrame {
  /** Patches what differs, and brings the caret's block into view if it changed. Throws if it cannot: load the page again. */
  readonly show: (next: Shown) => void;
  /** The frame has another size. */
  readonly remeasure: () => void;
  readonly close: () => void;
}

/** Which part of its unit a place on the page is, in the order of `Unit.indexes`: the dateline, or the n-th link of an end list. */
function partOf(target: Element): number {
  if (target.closest('.dateline') !== null) return 1;
  const item = target.closest('nav li');
  return Math.max(
    0,
    Array.from(item?.parentElement?.children ?? []).findIndex((one) => one === item),
  );
}

interface Paper {
  /** The theme's sheet: another one after the head was patched, and then print is to be shown anew. */
  readonly sheet: CSSStyleSheet | undefined;
  readonly undo: () => void;
}

/** Takes over a frame that has loaded; null if it shows no page of ours. */
export function createLiveFrame(given: LiveFrameGiven): LiveFrame | null {
  const page = given.frame.contentDocument;
  const view = page?.defaultView ?? null;
  const article = page?.querySelector('article') ?? null;
  if (page === null || view === null || article === null) return null;

  let shown: Shown = { page: given.page, place: -1, printed: false };
  let paper: Paper | null = null;
  const heard = new AbortController();
  const { signal } = heard;

  const current = (): Element | undefined => article.children[unitAt(shown.page.units, shown.place)];

  const measure = (): void => {
    const box = current()?.getBoundingClientRect();
    const left = shown.page.direction === 'rtl' ? (box?.right ?? 0) + markGap : (box?.left ?? 0) - markGap;
    given.onMark(box === undefined ? null : { top: box.top, height: box.height, left });
  };

  const bringIntoView = (isFirst: boolean): void => {
    const box = current()?.getBoundingClientRect();
    const height = view.innerHeight;
    if (box === undefined || (box.top >= 0 && box.bottom <= height)) return;
    // A block taller than the view is in view while it covers the middle.
    if (box.top < height / 2 && box.bottom > height / 2) return;
    const behavior = given.reducedMotion() || isFirst ? 'instant' : 'smooth';
    view.scrollTo({ top: view.scrollY + box.top - height / 3, behavior });
  };

  const pick = (target: Element | null): void => {
    if (target === null) return;
    const at = Array.from(article.children).findIndex((unit) => unit.contains(target));
    const place = childAt(shown.page.units[at], partOf(target));
    if (place === null) return;
    // What was clicked is in view: nothing is to move under the pointer.
    shown = { ...shown, place };
    measure();
    given.onPick(place);
  };

  const pickInView = (): void => {
    const line = view.innerHeight / 3;
    const units = Array.from(article.children);
    pick(units.find((unit) => unit.getBoundingClientRect().bottom >= line) ?? units.at(-1) ?? null);
  };

  hearFrame(page, given.frame, { pick, pickInView }, signal);
  view.addEventListener('scroll', measure, { signal, passive: true });
  // A picture that arrives late moves what stands below it.
  page.addEventListener('load', measure, { signal, capture: true });
  // A page without them is a page still.
  lendFonts(page, given.page.body.textContent).then(measure, () => undefined);

  return {
    show: (next) => {
      const before = shown;
      patch(page, before.page, next.page);
      shown = next;
      const isFresh = paper !== null && paper.sheet !== page.styleSheets[0];
      if (before.printed !== next.printed || isFresh) {
        paper?.undo();
        paper = next.printed ? { sheet: page.styleSheets[0], undo: showAsPrinted(page) } : null;
      }
      const caretMoved =
        before.place !== next.place ||
        before.page.body.maybeChild(next.place) !== next.page.body.maybeChild(next.place);
      if (caretMoved || before.printed !== next.printed) bringIntoView(before.place === -1);
      measure();
    },
    remeasure: measure,
    close: () => heard.abort(),
  };
}
