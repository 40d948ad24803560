import { join } from 'node:path';
import { isArticleName } from '../fileNames.ts';
import type { Library } from '../library.ts';
import type { Ports } from '../ports.ts';
import { createLosses, type Vanished } from '../presence.ts';
import { changedFiles, looksAtOnce, type Changes } from './changedFiles.ts';
import { isDamage, type IndexFile } from './indexFile.ts';
import { namesOf, pageOf, type Found, type Wanted } from './indexPage.ts';
import { readIndexed, type Indexed } from './indexText.ts';
import { createLookTurns, type LookTurns } from './lookTurns.ts';
import { openOrMakeIndex, removeIndex } from './openOrMakeIndex.ts';

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
  /** The same for these files only; where they are few, a look at all that is under way lets them go before. */
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
  const turns = createLookTurns();
  let rebuilt = 0;
  const open = (): Promise<IndexFile> => openOrMakeIndex(ports, path, () => (rebuilt += 1));
  let usable = true;
  let index = await open();
  const losses = createLosses();
  /** The whole folder was looked at in this run: what goes from now on is noticed. */
  let whole = false;
  /** What few files were looked at since the look at all began: what it knows of them is older. */
  const newer = new Set<string>();
  let looking = 0;
  let waiting: (() => void)[] = [];
  const begun = (): void => {
    for (const go of waiting) go();
    waiting = [];
  };

  /** With a new index, if the old one is of no use. */
  async function soundLookAtAll(): Promise<Looked> {
    try {
      return await lookAtAll();
    } catch (error) {
      if (!isDamage(error)) throw error;
      await renew();
      return lookAtAll();
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
  async function takeIn(changed: readonly string[], pause: LookTurns['pause'] | null): Promise<number> {
    let taken = 0;
    for (let size = firstPart; taken < changed.length && !ended(); size = Math.min(size * 8, largestPart)) {
      const part = changed.slice(taken, taken + size);
      const indexed: Indexed[] = [];
      for (const [at, name] of part.entries()) {
        if (at % atOnce === 0) {
          if (changed.length > firstPart) progress({ done: taken + at, of: changed.length });
          await pause?.();
        }
        const one = readIndexed(ports, library.root, name);
        if (one !== null) indexed.push(one);
      }
      const current = pause === null ? indexed : indexed.filter(({ entry }) => !newer.has(entry.file));
      index.change(current, []);
      for (const { entry } of current) losses.back(entry.id ?? entry.file);
      taken += part.length;
      begun();
    }
    return taken;
  }

  async function take({ changed, gone }: Changes, pause: LookTurns['pause'] | null): Promise<Looked> {
    const articles = gone.map((file) => index.articleIn(file) ?? file);
    if (gone.length > 0) index.change([], gone);
    if (whole) for (const article of articles) if (!index.holds(article)) losses.gone(article);
    try {
      const read = await takeIn(changed, pause);
      return { read, removed: gone.length, vanished: losses.judge(index.count()) };
    } finally {
      if (changed.length > firstPart) progress(null);
      begun();
    }
  }

  /** The files of the index that the folder has not. Asked only where their numbers differ. */
  async function missing(): Promise<readonly string[]> {
    const absent: string[] = [];
    for (let part = index.filesFrom(-1, looksAtOnce); part.length > 0;) {
      const { gone } = await changedFiles(
        ports,
        library.root,
        part.map(({ file }) => file),
        (names) => new Map(names.map((name) => [name, ''])),
        turns.pause,
      );
      absent.push(...gone);
      part = index.filesFrom(part.at(-1)?.row ?? 0, looksAtOnce);
    }
    return absent;
  }

  // Neither the names of a large folder nor their stamps are held: what a look once took, a process keeps.
  async function lookAtAll(): Promise<Looked> {
    // A folder that is not there, or another one now, says nothing about what was removed.
    await library.verify();
    newer.clear();
    let present = 0;
    const stampsOf: IndexFile['stampsOf'] = (files) => {
      const stamps = index.stampsOf(files);
      present += stamps.size;
      return stamps;
    };
    const names = ports.blocking.names(library.root).filter(isArticleName);
    const { changed, gone } = await changedFiles(ports, library.root, names, stampsOf, turns.pause);
    const all = present === index.count() && newer.size === 0 ? gone : await missing();
    const older = (file: string): boolean => !newer.has(file);
    const found = { changed: changed.filter(older), gone: all.filter(older) };
    const looked = await take(found, turns.pause);
    whole ||= !ended();
    return looked;
  }

  async function lookAt(names: readonly string[], pause: LookTurns['pause'] | null): Promise<Looked> {
    await library.verify();
    for (const name of names) newer.add(name);
    const changes = await changedFiles(
      ports,
      library.root,
      names,
      (files) => index.stampsOf(files),
      () => Promise.resolve(),
    );
    return take(changes, pause);
  }

  async function counted(look: () => Promise<Looked>): Promise<Looked> {
    looking += 1;
    try {
      return await look();
    } finally {
      looking -= 1;
      if (looking === 0) begun();
    }
  }

  return {
    lookAtAll: () => counted(() => turns.long(soundLookAtAll)),
    lookAt: (given) => {
      const names = [...new Set(given)].filter(isArticleName);
      const few = names.length <= firstPart;
      const look = () =>
        few ? turns.short(() => lookAt(names, null)) : turns.long(() => lookAt(names, turns.pause));
      return counted(() =>
        look().catch((error: unknown) => {
          if (!isDamage(error)) throw error;
          return turns.long(soundLookAtAll);
        }),
      );
    },
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
        void turns
          .long(async () => {
            await renew();
            await lookAtAll();
          })
          .catch(() => undefined);
        return { count: 0, entries: [] };
      }
    },
    rebuilt: () => rebuilt,
    close: () => index.close(),
  };
}
