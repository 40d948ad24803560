import { CopydeskError } from '../../shared/error.ts';
import type { LibraryPage, LibraryRow } from '../../shared/ipc/searchShapes.ts';
import type { Connection } from '../../shared/ipc/link.ts';
import type { Sort } from '../../shared/search/sort.ts';
import type { Clock } from '../article/clock.ts';
import { createStore, type Store } from '../ui/store.ts';

/** What was looked for, and what of it is here by now. */
export interface Found extends Omit<LibraryPage, 'rows'> {
  readonly typed: string;
  readonly sort: Sort;
  readonly rows: readonly LibraryRow[];
}

/** A search of the library by its index, as a store: null while nothing is looked for, or no answer came. */
export interface LibrarySearch extends Store<Found | null> {
  /** Has the index brought up to date, before anybody looks for something. */
  readonly warm: () => void;
  /** Looks for something else; '' lists everything in another order, or ends the search in the first one. What was found stays until the answer. */
  readonly look: (typed: string, sort: Sort) => void;
  /** Fetches the next rows, if there are any. */
  readonly more: () => void;
  readonly stop: () => void;
}

/** Rows that are fetched at a time. */
const part = 100;

/** The index tells of every file that it takes in: it is asked again so many milliseconds after the first. */
const pause = 300;

/** A search that follows the index. */
export function createSearch(connection: Connection, clock: Clock): LibrarySearch {
  const store = createStore<Found | null>(null);
  let wanted: { readonly typed: string; readonly sort: Sort } | null = null;
  let asked = 0;
  let callOff: (() => void) | null = null;

  async function ask(offset: number, limit: number): Promise<void> {
    const its = wanted;
    if (its === null) return;
    const turn = (asked += 1);
    try {
      const page = await connection.call('library:page', { ...its, typing: true, offset, limit });
      if (turn !== asked) return;
      const before = offset === 0 ? [] : (store.get()?.rows ?? []);
      store.set({ ...page, ...its, rows: [...before, ...page.rows] });
    } catch (error) {
      if (turn !== asked || (error instanceof CopydeskError && error.code === 'cancelled')) return;
      // The list finds titles by itself.
      store.set(null);
    }
  }

  const unlisten = connection.on('index:changed', () => {
    if (wanted === null) return;
    callOff ??= clock.after(pause, () => {
      callOff = null;
      void ask(0, Math.min(200, Math.max(part, store.get()?.rows.length ?? 0)));
    });
  });

  return {
    warm: () => {
      if (wanted !== null) return;
      const nothing = { typed: '', typing: false, sort: 'best', offset: 0, limit: 1 } as const;
      // Whoever looks for something hears what is wrong.
      connection.call('library:page', nothing).catch(() => undefined);
    },
    get: store.get,
    subscribe: store.subscribe,
    look: (typed, sort) => {
      if (typed.trim() === '' && sort === 'best') {
        wanted = null;
        asked += 1;
        store.set(null);
        return;
      }
      wanted = { typed: typed.slice(0, 2000), sort };
      void ask(0, part);
    },
    more: () => {
      const found = store.get();
      if (found !== null && found.typed === wanted?.typed && found.rows.length < found.count)
        void ask(found.rows.length, part);
    },
    stop: () => {
      wanted = null;
      asked += 1;
      callOff?.();
      unlisten();
    },
  };
}
