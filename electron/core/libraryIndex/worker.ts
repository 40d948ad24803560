import { parentPort } from 'node:worker_threads';
import { CopydeskError, messageOf, type ErrorCode } from '../../../shared/error.ts';
import type { PageQuestion } from '../../../shared/ipc/searchShapes.ts';
import { parseQuery } from '../../../shared/search/query.ts';
import { openLibraryFolder } from '../library.ts';
import { nodePorts } from '../nodePorts.ts';
import { foundRows, type FoundRow } from './foundRows.ts';
import { cannotWrite } from './indexFile.ts';
import { createIndexKeeper, type IndexKeeper, type Looked, type Progress } from './indexKeeper.ts';

/** A part of the library as a window shows it. */
export interface IndexPage {
  readonly count: number;
  readonly rows: readonly FoundRow[];
  /** What of the query was not understood. */
  readonly unclear: readonly string[];
  /** The index is still being filled: there may be more. */
  readonly progress: Progress | null;
}

/** A part of the list that is asked for, and who asks: `me` is the byline that `by:me` means. */
export interface IndexQuestion extends Omit<PageQuestion, 'purpose'> {
  readonly me: string;
}

/** What the worker is told. */
export type IndexRequest =
  | { readonly follow: { readonly root: string; readonly path: string } }
  /** Null: anything may have changed. */
  | { readonly look: readonly string[] | null; readonly request: number }
  /** Copydesk itself moves an article away. */
  | { readonly forget: string }
  /** What is gone was meant to go. */
  | { readonly accept: true }
  | { readonly page: IndexQuestion; readonly request: number }
  | { readonly names: IndexQuestion; readonly request: number };

/** What it tells. */
export type IndexAnswer =
  | { readonly progress: Progress | null }
  /** The index has other rows than before. */
  | { readonly changed: true }
  | { readonly request: number; readonly page: IndexPage }
  | { readonly request: number; readonly names: readonly string[] }
  | { readonly request: number; readonly looked: Looked }
  | { readonly request: number; readonly failed: { readonly code: ErrorCode; readonly message: string } };

const port = parentPort;
const tell = (value: IndexAnswer): void => port?.postMessage(value);

interface Followed {
  readonly root: string;
  readonly keeper: IndexKeeper;
}

let wanted: { readonly root: string; readonly path: string } | null = null;
let followed: Promise<Followed> | null = null;
let progress: Progress | null = null;
let told = 0;

function tellProgress(now: Progress | null): void {
  progress = now;
  // Often enough to be seen moving.
  if (now !== null && performance.now() - told < 200) return;
  told = performance.now();
  tell({ progress });
  if (now !== null) tell({ changed: true });
}

async function keep(root: string, path: string): Promise<Followed> {
  const library = await openLibraryFolder(nodePorts, root);
  const keeper = await createIndexKeeper({ ports: nodePorts, library, path, progress: tellProgress });
  return { root, keeper };
}

function follow(root: string, path: string): Promise<Followed> {
  wanted = { root, path };
  // Where no index can be written, the library is listed all the same: from one in memory.
  const following = keep(root, path).catch((error: unknown) => {
    if (error instanceof CopydeskError) throw error;
    return keep(root, ':memory:');
  });
  followed = following;
  // Whoever asks hears of it, and the next one tries again: the disk may be back.
  following.catch(() => {
    if (followed === following) followed = null;
  });
  return following;
}

async function current(): Promise<Followed> {
  if (followed !== null) return followed;
  if (wanted === null) throw new CopydeskError('unexpected', 'No library is open yet');
  return follow(wanted.root, wanted.path);
}

async function look(files: readonly string[] | null): Promise<Looked> {
  if (files === null) tell({ progress: (progress ??= { done: 0, of: 0 }) });
  try {
    const { root, keeper } = await current();
    const looking = files === null ? keeper.lookAtAll() : keeper.lookAt(files);
    const looked = await looking.catch(async (error: unknown) => {
      if (!cannotWrite(error)) throw error;
      keeper.close();
      return (await follow(root, ':memory:')).keeper.lookAtAll();
    });
    if (looked.read + looked.removed > 0) tell({ changed: true });
    return looked;
  } finally {
    if (files === null) tell({ progress: (progress = null) });
  }
}

async function page({ typed, typing, me, ...part }: IndexQuestion): Promise<IndexPage> {
  const { root, keeper } = await current();
  await keeper.begun();
  const query = parseQuery(typed, typing, me);
  const { count, entries } = keeper.page({ ...part, query });
  const rows = foundRows(nodePorts, root, entries, query);
  return { count, rows, unclear: query.unclear, progress };
}

async function names({ typed, typing, me, ...part }: IndexQuestion): Promise<readonly string[]> {
  const { keeper } = await current();
  return keeper.names({ ...part, query: parseQuery(typed, typing, me) });
}

const fail = (request: number) => (error: unknown) => {
  const code = error instanceof CopydeskError ? error.code : 'unexpected';
  tell({ request, failed: { code, message: messageOf(error) } });
};

function answer(message: Extract<IndexRequest, { readonly request: number }>): Promise<IndexAnswer> {
  const { request } = message;
  if ('page' in message) return page(message.page).then((found) => ({ request, page: found }));
  if ('names' in message) return names(message.names).then((found) => ({ request, names: found }));
  return look(message.look).then((looked) => ({ request, looked }));
}

port?.on('message', (message: IndexRequest) => {
  if ('follow' in message) void follow(message.follow.root, message.follow.path);
  else if ('forget' in message)
    void current().then(
      ({ keeper }) => keeper.forget(message.forget),
      () => undefined,
    );
  else if ('accept' in message)
    void current().then(
      ({ keeper }) => keeper.accept(),
      () => undefined,
    );
  else answer(message).then(tell, fail(message.request));
});
