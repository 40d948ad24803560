import { messageOf } from '../../shared/error.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { Connection } from '../../shared/ipc/link.ts';
import type { Clock } from '../article/clock.ts';
import { createStore, type Store } from '../ui/store.ts';

/** How the library is, as main last told it; null before the first answer. */
export type LibraryState = CallOutput<'library:state'> | null;

/** The state of the library as a store. */
export interface LibraryStore extends Store<LibraryState> {
  readonly refresh: () => Promise<void>;
}

/** A library that cannot be used is looked for again after so many milliseconds: the disk may be back. */
const lookAgain = 5000;

/** Many files often change at once (git, a sync tool): one reading then. */
const pause = 150;

/** Keeps the state of the library fresh: read again whenever main says that it changed, one reading at a time. */
export function createLibrary(connection: Connection, clock: Clock): LibraryStore {
  const store = createStore<LibraryState>(null);
  let running: Promise<void> | null = null;
  let again = false;

  const read = async () => {
    do {
      again = false;
      try {
        const state = await connection.call('library:state', null);
        // Every save asks; nothing is drawn for what says the same.
        if (JSON.stringify(state) !== JSON.stringify(store.get())) store.set(state);
      } catch (error) {
        const problem = { code: 'unexpected', message: messageOf(error) };
        store.set({ root: '', id: '', empty: false, trashed: 0, vanished: null, ...store.get(), problem });
      }
    } while (again);
    if (store.get()?.problem) plan(lookAgain);
  };

  const refresh = () => {
    if (running !== null) {
      again = true;
      return running;
    }
    running = read().finally(() => (running = null));
    return running;
  };

  // One reading is planned at most, the earliest that was asked for.
  let due = Infinity;
  let callOff = (): void => undefined;
  function plan(delay: number): void {
    const at = clock.now() + delay;
    if (at >= due) return;
    callOff();
    due = at;
    callOff = clock.after(delay, () => {
      due = Infinity;
      void refresh();
    });
  }

  connection.on('library:changed', () => plan(pause));

  return { get: store.get, subscribe: store.subscribe, refresh };
}
