import { createArticleStore, type ArticleStore } from './articleStore.ts';
import type { Finder } from './finder.ts';
import { createHistory, type History } from './history.ts';
import { makeLibraryFolder, openLibraryFolder, type Library } from './library.ts';
import { createMediaStore, type MediaStore } from './mediaStore.ts';
import type { Ports } from './ports.ts';
import { sweepTemporaries } from './sweep.ts';

/** A library that is open: its folder, its articles, their versions and pictures. */
export interface OpenLibrary {
  readonly library: Library;
  readonly articles: ArticleStore;
  readonly history: History;
  readonly media: MediaStore;
  /** Removes what a crash left behind: temp files of ours, older than an hour. */
  readonly sweep: () => Promise<readonly string[]>;
}

/** What finds the articles of a library without reading all of it; null where nothing does. */
export type FinderOf = (library: Library) => Finder | null;

/** What works on a library folder, whoever opened it. */
export function libraryIn(ports: Ports, library: Library, finderOf: FinderOf = () => null): OpenLibrary {
  const history = createHistory(ports, library);
  return {
    library,
    articles: createArticleStore(ports, library, history, finderOf(library)),
    history,
    media: createMediaStore(ports, library),
    sweep: () => sweepTemporaries(ports, library),
  };
}

/** Opens the library in a folder; throws `library-missing` where there is none, and makes nothing. */
export const openLibrary = async (root: string, ports: Ports, finderOf?: FinderOf): Promise<OpenLibrary> =>
  libraryIn(ports, await openLibraryFolder(ports, root), finderOf);

/** Makes a folder a library (or keeps the one it is), and opens it: for a folder that a person chose. */
export const createLibrary = async (root: string, ports: Ports, finderOf?: FinderOf): Promise<OpenLibrary> =>
  libraryIn(ports, await makeLibraryFolder(ports, root), finderOf);
