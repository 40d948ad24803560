import { dirname, join } from 'node:path';
import { isArticleName } from '../fileNames.ts';
import type { Library } from '../library.ts';
import type { FileStat, Ports } from '../ports.ts';
import { createQueue, mapSideBySide } from '../queue.ts';
import { codeOf } from '../systemError.ts';
import { isDamage, openIndexFile, type IndexFile } from './indexFile.ts';
import { pageOf, type Found, type Wanted } from './indexPage.ts';
import { readIndexed, type Indexed } from './indexText.ts';

/** How far a look at the library has come, in files that had to be read. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** What a look found to do. */
export interface Looked {
  readonly read: number;
  readonly removed: number;
}

/** Keeps the index of one library as its folder is. */
export interface IndexKeeper {
  /** Compares the whole folder with the index (names and stamps) and reads what changed, newest first. */
  readonly lookAtAll: () => Promise<Looked>;
  /** The same for these files only. */
  readonly lookAt: (files: readonly string[]) => Promise<Looked>;
  /** Looks a part up, in what the index has by now. */
  readonly page: (wanted: Wanted) => Found;
  /** How often a damaged index, or one of another version, was built anew. */
  readonly rebuilt: () => number;
  readonly close: () => void;
}

/** What a keeper works on. */
export interface KeeperOptions {
  readonly ports: Ports;
  readonly library: Library;
  /** Where the index is; its folder is made. `:memory:` for one that ends with the process. */
  readonly path: string;
  /** Told while a look reads files, and null at its end. */
  readonly progress?: (progress: Progress | null) => void;
  /** True once nobody waits for a look any more: it ends after the files it is at. */
  readonly ended?: () => boolean;
}

/** Where the index of a library is, inside the folder of Copydesk's own data. */
export const indexPath = (userData: string, library: string): string =>
  join(userData, 'index', `${library.replaceAll(/[^0-9a-z-]/giu, '_')}.sqlite`);

/** Files that are read and written at a time: the first ones are found soon, later ones cost less. */
const firstBatch = 32;
const batch = 256;

/** Opens or makes the index of a library; what cannot be used is removed and made anew. */
export async function createIndexKeeper(options: KeeperOptions): Promise<IndexKeeper> {
  const { ports, library, path, progress = () => undefined, ended = () => false } = options;
  const { files } = ports;
  const queue = createQueue();
  let rebuilt = 0;
  let usable = true;
  let index = await open();

  async function open(): Promise<IndexFile> {
    if (path !== ':memory:') await makeRoom(ports, path);
    try {
      return openIndexFile(path);
    } catch (error) {
      if (!isDamage(error)) throw error;
      rebuilt += 1;
      await removeIndex(ports, path);
      await makeRoom(ports, path);
      return openIndexFile(path);
    }
  }

  /** Once more with a new index, if the old one is of no use. */
  async function sound<T>(task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      if (!isDamage(error)) throw error;
      await renew();
      return task();
    }
  }

  async function renew(): Promise<void> {
    usable = false;
    index.close();
    rebuilt += 1;
    await removeIndex(ports, path);
    index = await open();
    usable = true;
  }

  async function changesOf(names: readonly string[], known: (name: string) => string | null) {
    const changed: { readonly name: string; readonly stat: FileStat }[] = [];
    const gone: string[] = [];
    await mapSideBySide(names, 16, async (name) => {
      const stat = await files.stat(join(library.root, name)).catch(() => null);
      const before = known(name);
      if (stat === null) {
        if (before !== null) gone.push(name);
      } else if (stat.stamp !== before) changed.push({ name, stat });
    });
    // The newest first, as they are looked for first.
    return { changed: changed.toSorted((a, b) => b.stat.modified - a.stat.modified), gone };
  }

  async function take({ changed, gone }: Awaited<ReturnType<typeof changesOf>>): Promise<Looked> {
    if (gone.length > 0) index.change([], gone);
    let read = 0;
    try {
      while (read < changed.length && !ended()) {
        if (changed.length > firstBatch) progress({ done: read, of: changed.length });
        const part = changed.slice(read, read + (read === 0 ? firstBatch : batch));
        const indexed: readonly Indexed[] = await mapSideBySide(part, 8, ({ name, stat }) =>
          readIndexed(ports, library.root, name, stat),
        );
        index.change(indexed, []);
        read += part.length;
      }
    } finally {
      if (changed.length > firstBatch) progress(null);
    }
    return { read, removed: gone.length };
  }

  async function lookAtAll(): Promise<Looked> {
    // A folder that is not there, or another one now, says nothing about what was removed.
    await library.verify();
    const names = (await files.list(library.root)).filter(isArticleName);
    const stamps = index.stamps();
    const { changed, gone } = await changesOf(names, (name) => stamps.get(name) ?? null);
    const present = new Set(names);
    const missing = [...stamps.keys()].filter((name) => !present.has(name));
    return take({ changed, gone: [...gone, ...missing] });
  }

  async function lookAt(given: readonly string[]): Promise<Looked> {
    await library.verify();
    const names = [...new Set(given)].filter(isArticleName);
    return take(await changesOf(names, (name) => index.stampOf(name)));
  }

  return {
    lookAtAll: () => queue('', () => sound(lookAtAll)),
    lookAt: (names) => queue('', () => sound(() => lookAt(names))),
    page: (wanted) => {
      if (!usable) return { count: 0, entries: [] };
      try {
        return pageOf(index, wanted);
      } catch (error) {
        if (!isDamage(error)) throw error;
        // It is empty for a moment, and filled in the background.
        void queue('', async () => {
          await renew();
          await lookAtAll();
        }).catch(() => undefined);
        return { count: 0, entries: [] };
      }
    },
    rebuilt: () => rebuilt,
    close: () => index.close(),
  };
}

// Nobody else on this computer reads an index of what one person writes.
async function makeRoom({ files }: Ports, path: string): Promise<void> {
  await files.makeFolder(dirname(path));
  await (await files.append(path, 0o600)).close();
}

async function removeIndex({ files }: Ports, path: string): Promise<void> {
  for (const part of [path, `${path}-wal`, `${path}-shm`]) {
    await files.remove(part).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
    });
  }
}
