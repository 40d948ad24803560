import { sumOfChanges, type Tracked, type TrackedChanges } from '../../shared/importing/tracked.ts';
import { createStore, type Store } from '../ui/store.ts';
import type { Services } from '../window/services.ts';
import type { Waiting } from './importRun.ts';

/** How far the looking for tracked changes is, or what a person is asked about them. */
export type TrackedQuestion =
  | {
      readonly kind: 'looking';
      readonly done: number;
      readonly of: number;
      readonly name: string;
      readonly cancel: () => void;
    }
  | {
      readonly kind: 'asking';
      /** The changes of all the documents together. */
      readonly changes: TrackedChanges;
      /** The documents that hold changes. */
      readonly names: readonly string[];
      /** Null imports nothing. */
      readonly answer: (way: Tracked | null) => void;
    };

const question = createStore<TrackedQuestion | null>(null);

/** What is on the screen about tracked changes. */
export const trackedQuestion: Store<TrackedQuestion | null> = question;

const askWay = (changes: TrackedChanges, names: readonly string[]): Promise<Tracked | null> =>
  new Promise((resolve) =>
    question.set({
      kind: 'asking',
      changes,
      names,
      answer: (way) => {
        question.set(null);
        resolve(way);
      },
    }),
  );

/**
 * Asks once, before anything is imported, how the tracked changes of all these files come in. `none` if they hold none;
 * null if the person called the import off. A file that cannot be looked into is left to the import, which says why.
 */
export async function askTracked(
  { connection }: Services,
  files: readonly Waiting[],
): Promise<Tracked | 'none' | null> {
  const documents = files.filter(({ name }) => /\.docx$/iu.test(name));
  const found: { readonly name: string; readonly changes: TrackedChanges }[] = [];
  const cancelled = new AbortController();
  const cancel = (): void => {
    cancelled.abort();
    connection.call('import:stop', null).catch(() => undefined);
  };
  for (const [done, { name, source }] of documents.entries()) {
    if (documents.length > 1) question.set({ kind: 'looking', done, of: documents.length, name, cancel });
    try {
      // oxlint-disable-next-line no-await-in-loop -- one file after the other, as they are imported
      const changes = await connection.call('import:look', await source());
      if (changes !== null) found.push({ name, changes });
    } catch {
      // The import will meet the same error, and tell it.
    }
    if (cancelled.signal.aborted) break;
  }
  question.set(null);
  if (cancelled.signal.aborted) return null;
  if (found.length === 0) return 'none';
  return askWay(
    sumOfChanges(found.map(({ changes }) => changes)),
    found.map(({ name }) => name),
  );
}
