import { parentPort } from 'node:worker_threads';
import { CopydeskError, messageOf, type ErrorCode } from '../../../shared/error.ts';
import type { PageQuestion } from '../../../shared/ipc/searchShapes.ts';
import { parseQuery } from '../../../shared/search/query.ts';
import { openLibraryFolder } from '../library.ts';
import { nodePorts } from '../nodePorts.ts';
import { foundRows, type FoundRow } from './foundRows.ts';
import { createIndexKeeper, type IndexKeeper, type Progress } from './indexKeeper.ts';

/** A part of the library as a window shows it. */
export interface IndexPage {
  readonly count: number;
  readonly rows: readonly FoundRow[];
  /** What of the query was not understood. */
  readonly unclear: readonly string[];
  /** The index is still being filled: there may be more. */
  readonly progress: Progress | null;
}

/** What the worker is told. */
export type IndexRequest =
  | { readonly follow: { readonly root: string; readonly path: string } }
  /** Null: anything may have changed. */
  | { readonly look: readonly string[] | null; readonly request: number }
  | { readonly page: PageQuestion; readonly request: number };

/** What it tells. */
export type IndexAnswer =
  | { readonly progress: Progress | null }
  /** The index has other rows than before. */
  | { readonly changed: true }
  | { readonly request: number; readonly page: IndexPage }
  | { readonly request: number; readonly looked: true }
  | { readonly request: number; readonly failed: { readonly code: ErrorCode; readonly message: string } };

const port = parentPort;
const tell = (value: IndexAnswer): void => port?.postMessage(value);

interface Followed {
  readonly root: string;
  readonly keeper: IndexKeeper;
}

let followed: Promise<Followed> | null = null;
let progress: Progress | null = null;
let told = 0;

function follow(root: string, path: string): void {
  followed = (async () => {
    const library = await openLibraryFolder(nodePorts, root);
    const keeper = await createIndexKeeper({
      ports: nodePorts,
      library,
      path,
      progress: (now) => {
        progress = now;
        // Often enough to be seen moving.
        if (now !== null && performance.now() - told < 200) return;
        told = performance.now();
        tell({ progress });
        if (now !== null) tell({ changed: true });
      },
    });
    return { root, keeper };
  })();
  // Whoever asks hears of it.
  followed.catch(() => undefined);
}

async function current(): Promise<Followed> {
  if (followed === null) throw new CopydeskError('unexpected', 'No library is open yet');
  return followed;
}

async function look(files: readonly string[] | null): Promise<void> {
  const { keeper } = await current();
  if (files === null) tell({ progress: (progress ??= { done: 0, of: 0 }) });
  try {
    const { read, removed } = files === null ? await keeper.lookAtAll() : await keeper.lookAt(files);
    if (read + removed > 0) tell({ changed: true });
  } finally {
    if (files === null) tell({ progress: (progress = null) });
  }
}

async function page({ typed, typing, ...part }: PageQuestion): Promise<IndexPage> {
  const { root, keeper } = await current();
  const query = parseQuery(typed, typing);
  const { count, entries } = keeper.page({ ...part, query });
  const rows = await foundRows(nodePorts, root, entries, query);
  return { count, rows, unclear: query.unclear, progress };
}

const fail = (request: number) => (error: unknown) => {
  const code = error instanceof CopydeskError ? error.code : 'unexpected';
  tell({ request, failed: { code, message: messageOf(error) } });
};

port?.on('message', (message: IndexRequest) => {
  if ('follow' in message) follow(message.follow.root, message.follow.path);
  else if ('page' in message)
    page(message.page).then(
      (found) => tell({ request: message.request, page: found }),
      fail(message.request),
    );
  else look(message.look).then(() => tell({ request: message.request, looked: true }), fail(message.request));
});
