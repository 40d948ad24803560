import { join } from 'node:path';
import { CopydeskError } from '../../shared/error.ts';
import { exampleArticle } from './exampleArticle.ts';
import { createLibrary, openLibrary, type OpenLibrary } from './openLibrary.ts';
import type { Ports } from './ports.ts';
import { codeOf, systemError } from './systemError.ts';

/** The library of this start. */
export interface StartedLibrary extends OpenLibrary {
  /** The id of the example article, if this start made one. */
  readonly example: string | null;
}

/** What a start knows of its library. */
export interface Start {
  /** The library folder in the settings, '' if none was ever chosen. */
  readonly configured: string;
  /** Whether there were no settings at all: nothing was ever started here, or they were lost. */
  readonly fresh: boolean;
  /** The person's documents folder. */
  readonly documents: string;
}

/** The library folder of a first start. */
export const defaultLibrary = (documents: string): string => join(documents, 'Copydesk');

/**
 * Opens the library of this start. The first start of all makes `Copydesk` in the documents folder, with one example
 * article. A library that was there once is never made anew: `library-missing`.
 */
export async function startLibrary(ports: Ports, start: Start): Promise<StartedLibrary> {
  if (start.configured !== '') return { ...(await openLibrary(start.configured, ports)), example: null };
  const root = defaultLibrary(start.documents);
  const content = await contentOf(ports, root);
  if (content.length > 0) {
    // A library of an earlier Copydesk, or a person's own folder of that name: it becomes the library, and keeps all.
    return { ...(await createLibrary(root, ports)), example: null };
  }
  if (!start.fresh) {
    const text = `The settings name no library folder, and there is none at “${root}”. Choose your library.`;
    throw new CopydeskError('library-missing', text);
  }
  const library = await createLibrary(root, ports);
  const created = new Date(ports.clock.now()).toISOString();
  const example = exampleArticle({ id: library.articles.newId(), created });
  await library.articles.create(example);
  return { ...library, example: example.id };
}

async function contentOf({ files }: Ports, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw systemError(error, 'opened', folder);
  }
}
