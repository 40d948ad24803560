/** The script of the worker that keeps the library's index, as Node runs it from the source. */
export const indexWorker = new URL('../../electron/core/libraryIndex/worker.ts', import.meta.url);
