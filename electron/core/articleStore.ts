import { basename, join } from 'node:path';
import { idPattern, newArticle, type Article } from '../../shared/article/article.ts';
import { schemaVersion } from '../../shared/article/migrations.ts';
import { CopydeskError } from '../../shared/error.ts';
import { idInName } from './conflictOf.ts';
import { problemOfStat, type Entry } from './describe.ts';
import { isArticleName } from './fileNames.ts';
import type { Finder } from './finder.ts';
import type { History } from './history.ts';
import type { Library } from './library.ts';
import { articleLimit, createListing, notAFile, type Listing } from './listing.ts';
import type { Ports } from './ports.ts';
import type { Vanished } from './presence.ts';
import { createQueue } from './queue.ts';
import { readArticle, type Problem } from './readArticle.ts';
import { isOfLater, readToShow } from './readLater.ts';
import { saveArticle, type SavedArticle, type SaveOptions } from './saveArticle.ts';
import { hashOf } from './serialise.ts';
import { settleConflict, type Decision } from './settleConflict.ts';
import { standingOf, type Standing } from './standing.ts';
import { systemError } from './systemError.ts';
import { moveBack, moveToTrash, readTrash, trashedAs, trashNames, type Trashed } from './trash.ts';
import type { Reason, Version } from './versionName.ts';
import { aboutArticle, emptyMemory, type Base, type Store } from './versions.ts';

/** An article as it was read. */
export interface OpenedArticle {
  readonly article: Article;
  /** The base of the next save. */
  readonly hash: string;
  readonly file: string;
  /** Why it cannot be saved; null if it can. */
  readonly readOnly: Problem | null;
}

/** The articles of one library. “which” is an article's id, or a file's name for one of several versions. */
export interface ArticleStore {
  /** Every article file, newest first; the unreadable ones with their problem, never hidden. Reads all: not for a window. */
  readonly list: () => Promise<readonly Entry[]>;
  /** The names of every article file, and those of them that are no more than versions, with their problem. */
  readonly names: Listing['names'];
  readonly doubles: Listing['doubles'];
  /** The files that hold an article, the one to open first; throws what listing the library throws. */
  readonly filesOf: (id: string) => Promise<readonly string[]>;
  /** What the list shows of an article; null if it is not known. */
  readonly find: Listing['find'];
  /** Whether there is no article at all. */
  readonly isEmpty: () => Promise<boolean>;
  /** Throws `not-found`, or the file's problem when it cannot be read; changes nothing. */
  readonly open: (which: string) => Promise<OpenedArticle>;
  /** Resolves when it is on the disk; see `saveArticle` for what it refuses. Saves of one article wait for each other. */
  readonly save: (article: Article, base: Base, options?: SaveOptions) => Promise<SavedArticle>;
  /** Saves an article that the library does not have yet, or an empty one in a language; `refused` if it has it. */
  readonly create: (
    given: Article | { readonly language: string },
    options?: SaveOptions,
  ) => Promise<OpenedArticle>;
  /** How the library stands to a text made from `base`; waits for the saves of this article, and changes nothing. */
  readonly standing: (id: string, base: Base) => Promise<Standing>;
  /** Decides between two versions of one article, as `settleConflict` does; answers what to go on with. */
  readonly settle: (decision: Decision) => Promise<OpenedArticle>;
  /** The same text as a new article: new id, no slug or canonical address, never published. */
  readonly duplicate: (which: string) => Promise<OpenedArticle>;
  /** Moves the file to the library's trash; answers its name there. */
  readonly trash: (which: string) => Promise<string>;
  /** Brings back a trashed file by its name in the trash, or the newest one of an article's id. */
  readonly restore: (which: string) => Promise<OpenedArticle>;
  /** Keeps the saved article as a version, for an export; null for a store without a history. */
  readonly keepVersion: (which: string, reason: Reason) => Promise<Version | null>;
  /** The file from which this article was last read, or into which it was saved; null for another one. */
  readonly lastFile: (id: string) => string | null;
  readonly listTrash: () => Promise<readonly Trashed[]>;
  /** How many files lie in the trash. */
  readonly countTrash: () => Promise<number>;
  /** So many articles are gone since they were last listed that a person must say what it means; null if all is well. */
  readonly vanished: () => Vanished | null;
  /** A person says that what is gone was meant to go. */
  readonly acceptVanished: () => void;
  /** A new id for an article. */
  readonly newId: () => string;
}

/** The articles of a library that was opened. */
export function createArticleStore(
  ports: Ports,
  library: Library,
  history: History | null = null,
  finder: Finder | null = null,
): ArticleStore {
  const listing = createListing(ports, library, finder);
  const memory = emptyMemory();
  const store: Store = { ports, library, listing, memory, history };
  const queue = createQueue();
  const newId = () => {
    const id = ports.ids.hex(32);
    memory.made.add(id);
    return id;
  };

  async function isThere(file: string): Promise<boolean> {
    if (basename(file) !== file || file.includes('\0')) return false;
    const path = join(library.root, file);
    if ((await ports.files.stat(path)) === null) return false;
    const real = await ports.files.resolve(path).catch(() => '');
    // Some disks take a name in other letters for the same one: then the folder says what its file is called.
    return basename(real) === file || (await ports.files.list(library.root)).includes(file);
  }

  async function locate(which: string): Promise<string> {
    await library.verify();
    if (isArticleName(which) && (await isThere(which))) return which;
    const [file] = idPattern.test(which) ? await listing.filesOf(which) : [];
    if (file !== undefined) return file;
    throw new CopydeskError('not-found', `The library has no article “${which}”`);
  }

  async function read(file: string): Promise<OpenedArticle> {
    const path = join(library.root, file);
    try {
      const stat = await ports.files.stat(path);
      if (stat !== null && stat.kind !== 'file') throw notAFile(file, stat);
      const bytes = await ports.files.read(path, articleLimit);
      const hash = hashOf(bytes);
      const { article, version, readOnly: ofText } = readToShow(bytes);
      const readOnly = ofText ?? (stat === null ? null : problemOfStat(stat));
      const older = version < schemaVersion;
      memory.last.set(article.id, { ...aboutArticle(article), older, file, hash, readOnly });
      return { article, hash, file, readOnly };
    } catch (error) {
      if (!(error instanceof CopydeskError)) throw systemError(error, 'opened', path);
      const text = `“${file}” cannot be opened, and was left as it is. ${error.message}`;
      throw new CopydeskError(error.code, text, { cause: error });
    }
  }

  async function create(
    given: Article | { readonly language: string },
    options?: SaveOptions,
  ): Promise<OpenedArticle> {
    const created = new Date(ports.clock.now()).toISOString();
    const article = 'body' in given ? given : newArticle({ id: newId(), created, language: given.language });
    return queue(article.id, async () => {
      const [file] = memory.made.has(article.id) ? [] : await listing.nearFilesOf(article.id);
      if (file !== undefined)
        throw new CopydeskError('refused', `The library has this article already, as “${file}”`);
      const saved = await saveArticle(store, article, null, options);
      memory.made.delete(article.id);
      return read(saved.file);
    });
  }

  return {
    newId,
    create,
    list: () => listing.entries(),
    names: listing.names,
    doubles: listing.doubles,
    find: listing.find,
    filesOf: async (id) => {
      await library.verify();
      return listing.filesOf(id);
    },
    isEmpty: async () => {
      await library.verify();
      return finder?.any() !== true && (await listing.names()).length === 0;
    },
    open: async (which) => read(await locate(which)),
    save: (article, base, options) => queue(article.id, () => saveArticle(store, article, base, options)),
    standing: (id, base) =>
      queue(id, async () => {
        await library.verify();
        return standingOf(store, id, base);
      }),
    settle: (decision) =>
      queue(decision.mine.id, async () => {
        if (history === null) throw new CopydeskError('unexpected', 'This library keeps no versions');
        return read(await settleConflict({ store, history, newId }, decision));
      }),
    duplicate: async (which) => {
      const { article, file, readOnly } = await read(await locate(which));
      if (readOnly !== null && isOfLater(readOnly)) {
        const text = `“${file}” was not duplicated: the copy would lack what this Copydesk does not know. ${readOnly.message}`;
        throw new CopydeskError(readOnly.code, text);
      }
      const {
        slug: _slug,
        canonical: _canonical,
        published: _published,
        modified: _modified,
        ...rest
      } = article;
      const created = new Date(ports.clock.now()).toISOString();
      const status = article.status === undefined ? {} : { status: 'draft' as const };
      return create({ ...rest, ...status, id: newId(), rev: 0, created });
    },
    trash: async (which) => {
      const file = await locate(which);
      const id = idInName(file) ?? which;
      const forget = () => {
        for (const article of [id, which, file]) listing.presence.forget(article);
      };
      // Before, as the index may see it gone at once; and after, as a list may have seen it there meanwhile.
      forget();
      const name = await queue(id, () => moveToTrash(ports, library, file));
      forget();
      return name;
    },
    restore: async (which) => {
      await library.verify();
      const trashed =
        (await trashedAs(ports, library, which)) ??
        (await readTrash(ports, library)).find(({ id }) => id === which);
      if (trashed === undefined)
        throw new CopydeskError('not-found', `The trash holds no article “${which}”`);
      return read(await moveBack(ports, library, trashed));
    },
    keepVersion: async (which, reason) => {
      const file = await locate(which);
      const path = join(library.root, file);
      const bytes = await ports.files.read(path, articleLimit).catch((error: unknown) => {
        throw systemError(error, 'read', path);
      });
      const { article } = readArticle(bytes);
      return history?.keep(article.id, { rev: article.rev, bytes, path }, reason) ?? null;
    },
    lastFile: (id) => memory.last.get(id)?.file ?? null,
    listTrash: async () => readTrash(ports, library),
    countTrash: async () => (await trashNames(ports, library)).length,
    vanished: listing.presence.vanished,
    acceptVanished: listing.presence.accept,
  };
}
