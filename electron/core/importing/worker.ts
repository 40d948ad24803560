import { parentPort } from 'node:worker_threads';
import { articleToJson } from '../../../shared/article/article.ts';
import { CopydeskError, messageOf, type ErrorCode } from '../../../shared/error.ts';
import type { TrackedChanges } from '../../../shared/importing/tracked.ts';
import { importFile, lookIntoFile, type ImportDefaults, type ImportedFile } from './importFile.ts';

/** What the worker is asked: to read a file, or without `defaults` to look what a person must decide about it. */
export interface ImportRequest {
  readonly request: number;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly defaults: ImportDefaults | null;
}

/** What it answers: the article as JSON, which the other side reads as it reads any file. */
export type ImportAnswer =
  | { readonly ready: true }
  | {
      readonly request: number;
      readonly read: Omit<ImportedFile, 'article'> & { readonly article: unknown };
    }
  | { readonly request: number; readonly looked: TrackedChanges | null }
  | { readonly request: number; readonly failed: { readonly code: ErrorCode; readonly message: string } };

const port = parentPort;
const answer = (value: ImportAnswer): void => port?.postMessage(value);

port?.on('message', ({ request, name, bytes, defaults }: ImportRequest) => {
  const work =
    defaults === null
      ? lookIntoFile(name, bytes).then((looked) => answer({ request, looked }))
      : importFile(name, bytes, defaults).then(({ article, ...read }) =>
          answer({ request, read: { ...read, article: articleToJson(article) } }),
        );
  work.catch((error: unknown) => {
    const code = error instanceof CopydeskError ? error.code : 'unexpected';
    answer({ request, failed: { code, message: messageOf(error) } });
  });
});
answer({ ready: true });
