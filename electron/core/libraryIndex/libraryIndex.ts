import { Worker } from 'node:worker_threads';
import { CopydeskError } from '../../../shared/error.ts';
import type { Finder } from '../finder.ts';
import type { Vanished } from '../presence.ts';
import { gathered } from '../watchFolder.ts';
import { createLookUp } from './lookUp.ts';
import { indexPath, type Progress } from './indexKeeper.ts';
import { newestFirst } from './newestFirst.ts';
import type { IndexAnswer, IndexPage, IndexQuestion, IndexRequest } from './worker.ts';

/** The index of the library that is open, kept and asked in a worker: nothing of it waits in main. */
export interface LibraryIndex {
  /** Takes up a library: what it has is read in the background, pages are answered meanwhile. The same one again is nothing new. */
  readonly follow: (library: { readonly root: string; readonly id: string }) => void;
  /** Something changed: this file, or anything (null). Does nothing before a library is followed. */
  readonly look: (file: string | null) => void;
  /** What finds the articles of a library by what the index of it knows. */
  readonly finderOf: (library: { readonly root: string; readonly id: string }) => Finder;
  /**
   * A part of the list. `asker` is who asks, for whom a newer search ends an older one (`cancelled`). Rejects with the
   * reason when the library or its index cannot be used.
   */
  readonly page: (question: IndexQuestion, asker: string) => Promise<IndexPage>;
  /** The names of the files of a part of the list, in its order; `limit` is as large as the caller wants. */
  readonly names: (question: IndexQuestion) => Promise<readonly string[]>;
  /** Resolves when every look that was asked for is done. */
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What the index needs. */
export interface LibraryIndexOptions {
  /** The worker's script. */
  readonly script: URL;
  /** The folder of Copydesk's own data. */
  readonly userData: string;
  readonly progress: (progress: Progress | null) => void;
  /** The list has other rows than before. */
  readonly changed: () => void;
  /** A look that found something has ended, or articles have vanished, or are back. */
  readonly looked: () => void;
}

/** Names of files that changed are gathered for so many milliseconds: what goes or comes together is looked at together. */
const gather = 100;

/** A whole look waits this many times as long as the last one took: a folder that changes all the time costs little. */
const restTimes = 20;

type Followed = Parameters<LibraryIndex['follow']>[0];

interface Pending {
  readonly resolve: (answer: IndexAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** The library index; the worker begins with the first library. */
export function createLibraryIndex({
  script,
  userData,
  progress,
  changed,
  looked,
}: LibraryIndexOptions): LibraryIndex {
  let vanished: Vanished | null = null;
  let worker: Worker | null = null;
  let followed: Followed | null = null;
  let requests = 0;
  const pending = new Map<number, Pending>();
  const looks = new Set<Promise<unknown>>();
  const inTurn = newestFirst();

  function begin(): Worker {
    if (worker !== null) return worker;
    const begun = new Worker(script, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 512 } });
    begun.unref();
    begun.on('message', hear);
    // What was asked is told that it failed; the next question gets a new worker.
    begun.on('error', () => undefined);
    begun.on('exit', () => {
      if (worker === begun) worker = null;
      const lost = [...pending.values()];
      pending.clear();
      for (const { reject } of lost)
        reject(
          new CopydeskError('unexpected', 'The search has failed. No article was touched: search again.'),
        );
    });
    worker = begun;
    if (followed !== null) {
      send({ follow: { root: followed.root, path: indexPath(userData, followed.id) } });
      void lookNow(null);
    }
    return begun;
  }

  function hear(answer: IndexAnswer): void {
    if ('request' in answer) {
      const asked = pending.get(answer.request);
      pending.delete(answer.request);
      asked?.resolve(answer);
    } else if ('changed' in answer) changed();
    else progress(answer.progress);
  }

  const send = (request: IndexRequest): void => worker?.postMessage(request);

  function ask(request: Extract<IndexRequest, { readonly request: number }>): Promise<IndexAnswer> {
    const answer = new Promise<IndexAnswer>((resolve, reject) =>
      pending.set(request.request, { resolve, reject }),
    );
    send(request);
    return answer;
  }

  const number = (): number => (requests += 1);

  /** Rejects when the library or its index cannot be used. */
  async function lookAndHear(files: readonly string[] | null): Promise<void> {
    const answer = await ask({ look: files, request: number() });
    if ('failed' in answer) throw new CopydeskError(answer.failed.code, answer.failed.message);
    if (!('looked' in answer)) return;
    const { read, removed, vanished: now } = answer.looked;
    const before = vanished?.gone ?? 0;
    vanished = now;
    if (read + removed > 0 || before !== (now?.gone ?? 0)) looked();
  }

  async function lookNow(files: readonly string[] | null): Promise<void> {
    // A library that cannot be looked at is told by those who open it.
    const looking = lookAndHear(files).catch(() => undefined);
    looks.add(looking);
    await looking.finally(() => looks.delete(looking));
  }

  const heard = new Set<string>();
  function lookAtHeard(): void {
    if (heard.size === 0) return;
    void lookNow([...heard]);
    heard.clear();
  }
  const gathering = gathered(lookAtHeard, gather);

  let rest: NodeJS.Timeout | undefined;
  let restUntil = 0;
  function lookAtAll(): void {
    if (rest !== undefined) return;
    rest = setTimeout(
      () => {
        rest = undefined;
        const begun = performance.now();
        void lookNow(null).then(
          () => (restUntil = performance.now() + restTimes * (performance.now() - begun)),
        );
      },
      Math.max(0, restUntil - performance.now()),
    );
    rest.unref();
  }

  function follow(library: Followed): void {
    if (followed?.root === library.root && followed.id === library.id) return;
    followed = library;
    vanished = null;
    heard.clear();
    if (worker === null) {
      begin();
      return;
    }
    send({ follow: { root: library.root, path: indexPath(userData, library.id) } });
    void lookNow(null);
  }

  return {
    follow,
    finderOf: (library) => ({
      ...createLookUp(indexPath(userData, library.id)),
      lookAtAll: async () => {
        follow(library);
        begin();
        await lookAndHear(null);
      },
      presence: {
        forget: (article) => send({ forget: article }),
        vanished: () => vanished,
        accept: () => {
          vanished = null;
          send({ accept: true });
        },
      },
    }),
    look: (file) => {
      if (followed === null) return;
      begin();
      if (file === null) lookAtAll();
      else {
        heard.add(file);
        gathering.call();
      }
    },
    page: async (question, asker) => {
      if (followed === null) throw new CopydeskError('unexpected', 'No library is open yet');
      begin();
      const answer = await inTurn(asker, `${question.sort} ${question.typed}`, () =>
        ask({ page: question, request: number() }),
      );
      if ('failed' in answer) throw new CopydeskError(answer.failed.code, answer.failed.message);
      if (!('page' in answer)) throw new CopydeskError('unexpected', 'The index answered nothing');
      return answer.page;
    },
    names: async (question) => {
      if (followed === null) throw new CopydeskError('unexpected', 'No library is open yet');
      begin();
      const answer = await ask({ names: question, request: number() });
      if ('failed' in answer) throw new CopydeskError(answer.failed.code, answer.failed.message);
      if (!('names' in answer)) throw new CopydeskError('unexpected', 'The index answered nothing');
      return answer.names;
    },
    settled: async () => {
      lookAtHeard();
      while (looks.size > 0) await Promise.all(looks);
    },
    stop: async () => {
      clearTimeout(rest);
      gathering.stop();
      followed = null;
      await worker?.terminate();
    },
  };
}
