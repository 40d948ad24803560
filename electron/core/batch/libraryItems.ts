import { join } from 'node:path';
import { CopydeskError } from '../../../shared/error.ts';
import { articleLimit } from '../listing.ts';
import type { OpenLibrary } from '../openLibrary.ts';
import type { Ports } from '../ports.ts';
import { readArticle } from '../readArticle.ts';
import { systemError } from '../systemError.ts';
import type { BatchItem, BatchSource } from './planBatch.ts';

/** The articles of a library as a batch takes them: the files named, or all. A version put aside beside its article fails. */
export async function libraryItems(
  ports: Pick<Ports, 'files'>,
  opened: OpenLibrary,
  files: readonly string[] | null,
): Promise<readonly BatchItem[]> {
  const [names, doubles] = [new Set(await opened.articles.names()), await opened.articles.doubles()];
  return (files ?? [...names]).map((file) => ({
    about: file,
    load: async () => {
      if (!names.has(file)) throw new CopydeskError('not-found', `The library has no file “${file}”`);
      const problem = doubles.get(file)?.problem;
      if (problem) throw new CopydeskError('conflict', problem.message);
      return readItem(ports, opened, file);
    },
  }));
}

async function readItem(
  { files }: Pick<Ports, 'files'>,
  { library, media }: OpenLibrary,
  file: string,
): Promise<BatchSource> {
  const path = join(library.root, file);
  const bytes = await files.read(path, articleLimit).catch((error: unknown) => {
    throw systemError(error, 'read', path);
  });
  const { article, readOnly } = readArticle(bytes);
  const notes = readOnly === null ? [] : [readOnly.message];
  return { article, stem: '', key: article.id, readMedia: media.read, notes, saved: { path, bytes } };
}
