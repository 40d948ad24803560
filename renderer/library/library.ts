import { messageOf } from '../../shared/error.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { Connection } from '../../shared/ipc/link.ts';
import type { Clock } from '../article/clock.ts';
import { createStore, type Store } from '../ui/store.ts';

/** The library's list as main last told it; null before the first answer. */
export type LibraryState = CallOutput<'library:list'> | null;

/** The library's list as a store. */
export interface LibraryStore extends Store<LibraryState> {
  readonly refresh: () => Promise<void>;
}

/** Many files often change at once (git, a sync tool): one reading then. */
const pause = 150;

/** Keeps the library's list fresh: read again whenever main says that it changed, one reading at a time. */
export function createLibrary(connection: Connection, clock: Clock): LibraryStore {
  const store = createStore<LibraryState>(null);
  let running: Promise<void> | null = null;
  let again = false;
  let planned = false;

  const read = async () => {
    do {
      again = false;
      try {
        store.set(await connection.call('library:list', null));
      } catch (error) {
        const problem = { code: 'unexpected', message: messageOf(error) };
        store.set({ root: '', entries: [], trashed: 0, ...store.get(), problem });
      }
    } while (again);
  };

  const refresh = () => {
    if (running !== null) {
      again = true;
      return running;
    }
    running = read().finally(() => (running = null));
    return running;
  };

  connection.on('library:changed', () => {
    if (planned) return;
    planned = true;
    clock.after(pause, () => {
      planned = false;
      void refresh();
    });
  });

  return { get: store.get, subscribe: store.subscribe, refresh };
}
