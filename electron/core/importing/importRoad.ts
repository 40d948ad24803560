import { Worker } from 'node:worker_threads';
import { parseArticle } from '../../../shared/article/article.ts';
import { CopydeskError } from '../../../shared/error.ts';
import type { TrackedChanges } from '../../../shared/importing/tracked.ts';
import { createQueue } from '../queue.ts';
import { codeOf } from '../systemError.ts';
import type { ImportDefaults, ImportedFile } from './importFile.ts';
import type { ImportAnswer, ImportRequest } from './worker.ts';

/** The one road by which foreign files become articles: read in a worker that is ended when a file asks too much of it. */
export interface ImportRoad {
  /** One file after the other. Rejects with the reason, in one sentence that names the file; `cancelled` after `stop`. */
  readonly read: (name: string, bytes: Uint8Array, defaults: ImportDefaults) => Promise<ImportedFile>;
  /** What a person must decide about a file before it is read; rejects as `read` does. */
  readonly look: (name: string, bytes: Uint8Array) => Promise<TrackedChanges | null>;
  /** Ends the worker at once, whatever it is doing; the next file gets a new one. */
  readonly stop: () => void;
}

/** What one file may cost: milliseconds from when the worker is ready, and megabytes of its heap. */
export interface RoadLimits {
  readonly time: number;
  readonly memory: number;
}

/** Ten seconds, and a heap of 192 MB: files of 28 MB made to cost much took 400 MB in all (`reliability.md` X5). */
export const roadLimits: RoadLimits = { time: 10_000, memory: 192 };

/** How long a worker without work is kept for the next file. */
const idle = 5000;

interface Running {
  readonly worker: Worker;
  readonly ready: Promise<void>;
}

/** The import road whose worker is this script. */
export function createImportRoad(script: URL, limits: RoadLimits = roadLimits): ImportRoad {
  const queue = createQueue();
  let running: Running | null = null;
  let stopped: (() => void) | null = null;
  let requests = 0;
  let rest: NodeJS.Timeout | undefined;

  function end(): void {
    clearTimeout(rest);
    void running?.worker.terminate();
    running = null;
  }

  function begin(): Running {
    clearTimeout(rest);
    if (running !== null) return running;
    const worker = new Worker(script, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    });
    const ready = new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
      worker.once('exit', () => reject(new CopydeskError('cancelled', 'Nothing was imported.')));
    });
    // Whoever reads hears of it, too.
    ready.catch(() => undefined);
    worker.once('exit', () => {
      if (running?.worker === worker) running = null;
    });
    running = { worker, ready };
    return running;
  }

  async function ask(
    name: string,
    bytes: Uint8Array,
    defaults: ImportDefaults | null,
  ): Promise<ImportAnswer> {
    const { worker, ready } = begin();
    worker.ref();
    await ready;
    const request = (requests += 1);
    let timer: NodeJS.Timeout | undefined;
    let hear: ((answer: ImportAnswer) => void) | undefined;
    let fail: ((error: unknown) => void) | undefined;
    try {
      return await new Promise<ImportAnswer>((resolve, reject) => {
        const refuse = (text: string): void => reject(new CopydeskError('refused', `“${name}” ${text}`));
        hear = (heard) => 'request' in heard && heard.request === request && resolve(heard);
        fail = (error) =>
          refuse(
            codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY'
              ? 'needs more memory to be read than a story does, so it was not read. It is untouched.'
              : 'could not be read: what reads it has failed. It is untouched.',
          );
        stopped = () =>
          reject(new CopydeskError('cancelled', `“${name}” was not imported: it was called off.`));
        timer = setTimeout(() => {
          refuse(
            `takes longer than ${limits.time / 1000} seconds to be read, so it was not read. It is untouched.`,
          );
          end();
        }, limits.time);
        worker.on('message', hear);
        worker.once('error', fail);
        worker.once('exit', fail);
        worker.postMessage({ request, name, bytes, defaults } satisfies ImportRequest);
      });
    } finally {
      clearTimeout(timer);
      stopped = null;
      if (hear !== undefined) worker.off('message', hear);
      if (fail !== undefined) worker.off('error', fail).off('exit', fail);
      // A worker at rest keeps no program running.
      worker.unref();
      rest = setTimeout(end, idle).unref();
    }
  }

  return {
    read: (name, bytes, defaults) => queue('', async () => readAnswer(await ask(name, bytes, defaults))),
    look: (name, bytes) => queue('', async () => lookedAnswer(await ask(name, bytes, null))),
    stop: () => {
      stopped?.();
      end();
    },
  };
}

function lookedAnswer(answer: ImportAnswer): TrackedChanges | null {
  if ('failed' in answer) throw new CopydeskError(answer.failed.code, answer.failed.message);
  if (!('looked' in answer)) throw new CopydeskError('unexpected', 'The importer answered nothing');
  return answer.looked;
}

// The door: what the worker says is checked like a file.
function readAnswer(answer: ImportAnswer): ImportedFile {
  if ('failed' in answer) throw new CopydeskError(answer.failed.code, answer.failed.message);
  if (!('read' in answer)) throw new CopydeskError('unexpected', 'The importer answered nothing');
  return { ...answer.read, article: parseArticle(answer.read.article) };
}
