import { messageOf } from '../../shared/error.ts';
import type { ImportSource } from '../../shared/ipc/contract.ts';
import { announce } from '../ui/announce.tsx';
import { createStore, type Store } from '../ui/store.ts';
import type { Services } from '../window/services.ts';

/** A file that waits to be imported; dropped ones are read from the disk when their turn comes. */
export interface Waiting {
  readonly name: string;
  readonly source: () => Promise<ImportSource>;
}

/** An import of many files: how far it is, and what became of each. */
export interface ImportRun {
  readonly done: number;
  readonly of: number;
  /** The file that is being read. */
  readonly name: string;
  readonly state: 'running' | 'cancelled' | 'finished';
  readonly made: readonly {
    readonly name: string;
    readonly id: string;
    readonly title: string;
    readonly doubts: number;
  }[];
  readonly refused: readonly { readonly name: string; readonly why: string }[];
  /** Files of other kinds that lay in a dropped folder. */
  readonly others: number;
}

const run = createStore<ImportRun | null>(null);

/** The import of many files that this window runs or has run last; null when its summary was closed. */
export const importRun: Store<ImportRun | null> = run;

const patch = (given: Partial<ImportRun>): void => {
  const now = run.get();
  if (now !== null) run.set({ ...now, ...given });
};

/** Stops after what is in the library; the file that is being read is left out. */
export function cancelImport({ connection, reports }: Services): void {
  if (run.get()?.state !== 'running') return;
  patch({ state: 'cancelled' });
  connection.call('import:stop', null).catch((error: unknown) => reports.error('The import goes on', error));
}

export const closeImport = (): void => {
  if (run.get()?.state !== 'running') run.set(null);
};

async function importNext({ connection }: Services, { name, source }: Waiting): Promise<void> {
  try {
    const { id, title, doubts } = await connection.call('import:keep', await source());
    patch({ made: [...(run.get()?.made ?? []), { name, id, title, doubts }] });
  } catch (error) {
    // What was called off is not refused: it was not reached.
    if (run.get()?.state === 'cancelled') return;
    patch({ refused: [...(run.get()?.refused ?? []), { name, why: messageOf(error) }] });
  }
}

/** Imports files one after the other, each as an article of the library; one import at a time. */
export async function importMany(services: Services, files: readonly Waiting[], others = 0): Promise<void> {
  if (run.get()?.state === 'running') {
    services.reports.error('Another import is still running', new Error('Wait for it, or cancel it first.'));
    return;
  }
  run.set({
    done: 0,
    of: files.length,
    name: '',
    state: 'running',
    made: [],
    refused: [],
    others,
  });
  for (const [at, file] of files.entries()) {
    if (run.get()?.state !== 'running') break;
    patch({ name: file.name });
    await importNext(services, file);
    patch({ done: at + 1 });
  }
  const { made = [], refused = [], state } = run.get() ?? {};
  if (state === 'running') patch({ state: 'finished' });
  announce(
    `Imported ${String(made.length)} of ${String(files.length)} files, ${String(refused.length)} refused`,
  );
  await services.library.refresh();
}
