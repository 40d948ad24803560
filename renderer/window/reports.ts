import { CopydeskError, messageOf } from '../../shared/error.ts';
import { createStore, type Store } from '../ui/store.ts';

/** Something to tell above the sheet: what happened, to which file, what is safe, what to do next. */
export interface Report {
  readonly key: number;
  readonly tone: 'info' | 'warning' | 'error';
  readonly title: string;
  readonly text?: string;
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
}

/** The reports to be seen, newest last, at most three. */
export interface Reports extends Store<readonly Report[]> {
  readonly add: (report: Omit<Report, 'key'>) => void;
  /** An error of something the person asked for; a cancelled dialog is none. */
  readonly error: (title: string, thrown: unknown) => void;
  readonly dismiss: (key: number) => void;
  /** Another article is on the sheet: what failed before it is past. */
  readonly forgetErrors: () => void;
}

/** No reports yet. */
export function createReports(): Reports {
  const store = createStore<readonly Report[]>([]);
  let last = 0;
  const add = (report: Omit<Report, 'key'>) => {
    last += 1;
    const others = store.get().filter(({ title, text }) => title !== report.title || text !== report.text);
    store.set([...others.slice(-2), { ...report, key: last }]);
  };
  return {
    get: store.get,
    subscribe: store.subscribe,
    add,
    error: (title, thrown) => {
      if (thrown instanceof CopydeskError && thrown.code === 'cancelled') return;
      add({ tone: 'error', title, text: messageOf(thrown) });
    },
    forgetErrors: () => store.set(store.get().filter(({ tone }) => tone !== 'error')),
    dismiss: (key) => store.set(store.get().filter((report) => report.key !== key)),
  };
}
