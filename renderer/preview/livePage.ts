import { CopydeskError, messageOf } from '../../shared/error.ts';
import type { Article } from '../../shared/article/article.ts';
import type { Theme } from '../../shared/formats/format.ts';
import { renderPage } from '../../shared/formats/html.ts';
import type { Connection } from '../../shared/ipc/link.ts';
import type { DraftState } from '../article/draft.ts';
import { createSchedule, type Pace } from '../ui/schedule.ts';
import { createStore, type Store } from '../ui/store.ts';
import { createLiveFrame, type LiveFrame, type Mark } from './liveFrame.ts';
import { previewPage, type PreviewPage } from './page.ts';
import { loadPageTheme } from './pageTheme.ts';

/** What the frame is to show. */
export interface LivePageState {
  /** The frame's address, relative to the window's; null while there is nothing to show. */
  readonly path: string | null;
  /** Why there is nothing to show; '' if all is well. */
  readonly problem: string;
  /** Why the page is not in the theme that was chosen; '' if it is. */
  readonly themeProblem: string;
}

/** What the person looks at, and with what. */
export interface LivePageView {
  readonly themeId: string;
  /** Index of the document's child that holds the caret. */
  readonly place: number;
  readonly printed: boolean;
  /** A child of the document was chosen, by its index. */
  readonly onPick: (index: number) => void;
}

/** The draft's page: loaded once per article and theme, then patched after each edit, off the key path. */
export interface LivePage extends Store<LivePageState> {
  /** The line beside the block with the caret. */
  readonly mark: Store<Mark | null>;
  /** Follows the draft until the answered function is called. */
  readonly start: () => () => void;
  readonly look: (view: LivePageView) => void;
  /** The frame has loaded its address. */
  readonly loaded: (frame: HTMLIFrameElement) => void;
  /** The frame has another size. */
  readonly remeasure: () => void;
  readonly reload: () => void;
}

/**
 * At most 150 ms behind the first change (`architecture.md`, data flow 4), 100 ms behind the last: a pause of two quick
 * keys, so while somebody types on, one update shows several of them.
 */
export const previewPace: Pace = { pause: 100, limit: 110, frameFrom: 60, idle: 40 };

// Laying out the page of a long article costs a key more than the key itself.
const longFrom = 400;

/** Of an article of more than 400 blocks: as soon as the typing pauses, and while it does not at most 400 ms behind. */
export const longPace: Pace = { pause: 100, limit: 360, frameFrom: 250, idle: 40 };

const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

const isSameMark = (one: Mark | null, other: Mark | null): boolean =>
  one?.top === other?.top && one?.height === other?.height && one?.left === other?.left;

/** Makes the live page of a window's draft; it does nothing before `start` and `look`. */
export function createLivePage(connection: Connection, draft: Store<DraftState>): LivePage {
  const state = createStore<LivePageState>({ path: null, problem: '', themeProblem: '' });
  const mark = createStore<Mark | null>(null);
  let view: LivePageView | null = null;
  let frame: LiveFrame | null = null;
  let sent: { readonly page: PreviewPage; readonly theme: Theme } | null = null;
  let asked = '';
  let turn = 0;

  const article = (): Article | null => {
    const now = draft.get();
    return now.kind === 'open' ? now.article : null;
  };

  const leave = (): void => {
    frame?.close();
    frame = null;
    turn += 1;
  };

  const load = async (themeId: string): Promise<void> => {
    leave();
    const own = turn;
    const { theme, problem } = await loadPageTheme(connection, themeId);
    const current = article();
    if (own !== turn || current === null) return;
    const page = previewPage(current, { theme });
    const { path } = await connection.call('preview:load', { html: renderPage(page) });
    if (own !== turn) return;
    sent = { page, theme };
    state.set({ path, problem: '', themeProblem: problem });
  };

  const reload = (): void => {
    if (view === null) return;
    load(view.themeId).catch((error: unknown) => state.set({ ...state.get(), problem: messageOf(error) }));
  };

  /** Loads another article or theme; patches what is loaded; brings the caret's block into view. */
  const work = (): void => {
    const current = article();
    const wanted = current === null || view === null ? '' : `${current.id} ${view.themeId}`;
    if (wanted !== asked) {
      asked = wanted;
      if (wanted !== '') return reload();
      leave();
      return state.set({ path: null, problem: '', themeProblem: '' });
    }
    if (current === null || view === null || frame === null || sent === null) return undefined;
    try {
      const { place, printed } = view;
      return frame.show({ page: previewPage(current, { theme: sent.theme }), place, printed });
    } catch (error) {
      // A page that cannot be patched is loaded again, whole; anything else is a mistake to hear of.
      if (error instanceof CopydeskError) return reload();
      throw error;
    }
  };

  const schedule = createSchedule(work, () =>
    (article()?.body.childCount ?? 0) > longFrom ? longPace : previewPace,
  );

  /** Reads the theme again: its files may have changed. The page stays where it is, and takes the new look. */
  const refresh = async (): Promise<void> => {
    if (view === null || sent === null) return;
    const own = turn;
    const { theme, problem } = await loadPageTheme(connection, view.themeId);
    if (own !== turn) return;
    if (problem !== state.get().themeProblem) state.set({ ...state.get(), themeProblem: problem });
    if (JSON.stringify(theme) === JSON.stringify(sent.theme)) return;
    sent = { ...sent, theme };
    schedule.request();
  };
  const refreshed = (): void => {
    refresh().catch((error: unknown) => state.set({ ...state.get(), themeProblem: messageOf(error) }));
  };

  return {
    get: state.get,
    subscribe: state.subscribe,
    mark: { get: mark.get, subscribe: mark.subscribe },
    start: () => {
      const stops = [
        draft.subscribe(schedule.request),
        connection.on('theme:changed', refreshed),
        connection.on('library:changed', refreshed),
      ];
      schedule.request();
      return () => {
        for (const stop of stops) stop();
        schedule.cancel();
        leave();
        asked = '';
      };
    },
    look: (next) => {
      view = next;
      schedule.request();
    },
    loaded: (element) => {
      frame?.close();
      if (sent === null) return;
      frame = createLiveFrame({
        frame: element,
        page: sent.page,
        reducedMotion,
        onPick: (index) => view?.onPick(index),
        onMark: (next) => (isSameMark(mark.get(), next) ? undefined : mark.set(next)),
      });
      if (frame === null)
        state.set({ ...state.get(), path: null, problem: 'The page did not load. The article is safe.' });
      else work();
    },
    remeasure: () => frame?.remeasure(),
    reload,
  };
}
