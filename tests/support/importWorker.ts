/** The script of the worker that reads foreign files, as Node runs it from the source. */
export const importWorker = new URL('../../electron/core/importing/worker.ts', import.meta.url);
