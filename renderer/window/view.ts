import type { Sort } from '../../shared/search/sort.ts';
import { createStore, type WritableStore } from '../ui/store.ts';

/** A part of the window, in the order of F6. */
export type Zone = 'library' | 'sheet' | 'panel' | 'status';

/** What lies over the window. */
export type Overlay =
  | 'palette'
  | 'keys'
  | 'safety'
  | 'about'
  | 'export'
  | 'batch'
  | 'trash'
  | 'trashSelected'
  | 'saveSearch'
  | 'searches'
  | 'byline';

/** What this window shows for now; what outlasts it is in the settings. */
export interface View {
  /** The window's article is known, or that it has none. */
  readonly started: boolean;
  /** Too narrow for three columns: library and panel lie over the sheet. */
  readonly narrow: boolean;
  /** Of a narrow window: which of them is drawn out. */
  readonly drawer: 'library' | 'panel' | null;
  readonly focusMode: boolean;
  readonly overlay: Overlay | null;
  readonly tab: string;
  /** Whose versions the panel shows if not those of the article on the sheet: one that cannot be opened. */
  readonly historyOf: { readonly id: string; readonly title: string } | null;
  /** What the library lists: a query as it is typed, and the order. */
  readonly search: { readonly typed: string; readonly sort: Sort };
  /** The files that are selected in the library, for what is done with several. */
  readonly selected: readonly string[];
  /** What the overlay `batch` exports: files of the library, null for all. */
  readonly batch: readonly string[] | null;
  /** The two versions of a conflict are compared. */
  readonly conflict: boolean;
}

/** The view as a store. */
export interface ViewStore extends WritableStore<View> {
  readonly change: (change: Partial<View>) => void;
}

/** The view of a window that has just opened. */
export function createView(): ViewStore {
  const store = createStore<View>({
    started: false,
    narrow: false,
    drawer: null,
    focusMode: false,
    overlay: null,
    tab: 'preview',
    historyOf: null,
    search: { typed: '', sort: 'best' },
    selected: [],
    batch: null,
    conflict: false,
  });
  return { ...store, change: (change) => store.set({ ...store.get(), ...change }) };
}

/** Whether library or panel is to be seen; `open` is what the settings say of a wide window. */
export const isShown = (
  view: Pick<View, 'narrow' | 'drawer' | 'focusMode'>,
  zone: 'library' | 'panel',
  open: boolean,
): boolean => !view.focusMode && (view.narrow ? view.drawer === zone : open);
