import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isArticleName } from '../fileNames.ts';
import type { Library } from '../library.ts';
import type { Ports } from '../ports.ts';
import { createLosses, type Vanished } from '../presence.ts';
import { createQueue } from '../queue.ts';
import { codeOf } from '../systemError.ts';
import { changedFiles, type Changes } from './changedFiles.ts';
import { isDamage, openIndexFile, type IndexFile } from './indexFile.ts';
import { namesOf, pageOf, type Found, type Wanted } from './indexPage.ts';
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
  /** So many articles are gone since the first whole look of this run that a person must say what it means. */
  readonly vanished: Vanished | null;
}

/** Keeps the index of one library as its folder is. */
export interface IndexKeeper {
  /** Compares the whole folder with the index (names and stamps) and reads what changed, newest first. */
  readonly lookAtAll: () => Promise<Looked>;
  /** The same for these files only. */
  readonly lookAt: (files: readonly string[]) => Promise<Looked>;
  /** Looks a part up, in what the index has by now. */
  readonly page: (wanted: Wanted) => Found;
  /** The names of the files of a part, in order. */
  readonly names: (wanted: Wanted) => readonly string[];
  /** Resolves when there is something to show: at once, or when the look that is under way has taken in its first files. */
  readonly begun: () => Promise<void>;
  /** Copydesk itself moves this article away (its id, or its file's name). */
  readonly forget: (article: string) => void;
  /** A person has said that what is gone was meant to go. */
  readonly accept: () => void;
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

/** Files that are taken in at a time: the first ones are found soon, later ones cost less. */
const firstPart = 32;
const largestPart = 2048;
/** So many are read before whoever waits for an answer gets it. */
const atOnce = 16;

/** Opens or makes the index of a library; what cannot be used is removed and made anew. */
export async function createIndexKeeper(options: KeeperOptions): Promise<IndexKeeper> {
  const { ports, library, path, progress = () => undefined, ended = () => false } = options;
  const { files } = ports;
  const queue = createQueue();
  let rebuilt = 0;
  let usable = true;
  let index = await open();
  const losses = createLosses();
  /** The whole folder was looked at in this run: what goes from now on is noticed. */
  let whole = false;
  let looking = 0;
  let waiting: (() => void)[] = [];
  const begun = (): void => {
    for (const go of waiting) go();
    waiting = [];
  };

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

  /** Reads files and takes them in, part by part; the newest are found first. */
  async function takeIn(changed: readonly string[]): Promise<number> {
    let taken = 0;
    for (let size = firstPart; taken < changed.length && !ended(); size = Math.min(size * 8, largestPart)) {
      const part = changed.slice(taken, taken + size);
      const indexed: Indexed[] = [];
      for (const [at, name] of part.entries()) {
        if (at % atOnce === 0) {
          if (changed.length > firstPart) progress({ done: taken + at, of: changed.length });
          await setImmediate();
        }
        const one = readIndexed(ports, library.root, name);
        if (one !== null) indexed.push(one);
      }
      index.change(indexed, []);
      for (const { entry } of indexed) losses.back(entry.id ?? entry.file);
      taken += part.length;
      begun();
    }
    return taken;
  }

  async function take({ changed, gone }: Changes): Promise<Looked> {
    const articles = gone.map((file) => index.articleIn(file) ?? file);
    if (gone.length > 0) index.change([], gone);
    if (whole) for (const article of articles) if (!index.holds(article)) losses.gone(article);
    try {
      const read = await takeIn(changed);
      return { read, removed: gone.length, vanished: losses.judge(index.count()) };
    } finally {
      if (changed.length > firstPart) progress(null);
      begun();
    }
  }

  async function lookAtAll(): Promise<Looked> {
    // A folder that is not there, or another one now, says nothing about what was removed.
    await library.verify();
    const names = (await files.list(library.root)).filter(isArticleName);
    const stamps = index.stamps();
    const { changed, gone } = await changedFiles(
      ports,
      library.root,
      names,
      (name) => stamps.get(name) ?? null,
    );
    const present = new Set(names);
    const missing = [...stamps.keys()].filter((name) => !present.has(name));
    const looked = await take({ changed, gone: [...gone, ...missing] });
    whole ||= !ended();
    return looked;
  }

  async function lookAt(given: readonly string[]): Promise<Looked> {
    await library.verify();
    const names = [...new Set(given)].filter(isArticleName);
    return take(await changedFiles(ports, library.root, names, (name) => index.stampOf(name)));
  }

  async function inTurn(look: () => Promise<Looked>): Promise<Looked> {
    looking += 1;
    try {
      return await queue('', () => sound(look));
    } finally {
      looking -= 1;
      if (looking === 0) begun();
    }
  }

  return {
    lookAtAll: () => inTurn(lookAtAll),
    lookAt: (names) => inTurn(() => lookAt(names)),
    begun: async () => {
      if (looking > 0 && index.count() === 0) await new Promise<void>((go) => waiting.push(go));
    },
    forget: losses.forget,
    accept: losses.accept,
    names: (wanted) => (usable ? namesOf(index, wanted) : []),
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
