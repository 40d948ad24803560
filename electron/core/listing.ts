import { join } from 'node:path';
import { CopydeskError } from '../../shared/error.ts';
import { conflictOf, idInName } from './conflictOf.ts';
import { describeFile, unreadEntry, type Entry } from './describe.ts';
import { isArticleName } from './fileNames.ts';
import type { Finder } from './finder.ts';
import type { Library } from './library.ts';
import type { FileStat, Ports } from './ports.ts';
import { createPresence, type Presence } from './presence.ts';
import { mapSideBySide } from './queue.ts';
import { systemError } from './systemError.ts';

/** Articles beyond this many bytes are not read: a thousand times a long story. */
export const articleLimit = 64 * 1024 * 1024;

/** What is in a library folder, read again only where a file changed. */
export interface Listing {
  /** Every article file, readable or not, newest first. Reads all that it has not read before: not for a window. */
  readonly entries: () => Promise<readonly Entry[]>;
  /** The names of every article file. */
  readonly names: () => Promise<readonly string[]>;
  /**
   * The files that hold this article, or claim its id in their name and cannot be read; the one to open comes first. `opened`
   * is where it was last. That no file has it is certain; other versions that have just come may be missing for a moment.
   */
  readonly filesOf: (id: string, opened?: string) => Promise<readonly string[]>;
  /** The same in a moment: a file without the id in its name that has just come may be missing. */
  readonly nearFilesOf: (id: string) => Promise<readonly string[]>;
  /** What the list would show of this article, in a moment; null if nothing is known of it. */
  readonly find: (id: string) => Promise<Entry | null>;
  /** The files that are no more than another version of an article, with their problem. */
  readonly doubles: () => Promise<ReadonlyMap<string, Entry>>;
  /** Which articles are known to be there. */
  readonly presence: Presence;
}

/** The listing of a library; nothing is kept beyond the process. A finder spares it the reading of the whole folder. */
export function createListing(ports: Ports, library: Library, finder: Finder | null = null): Listing {
  const { files } = ports;
  const own = createPresence();
  const presence = finder === null ? own : { ...finder.presence, see: () => undefined };
  let known = new Map<string, { readonly stamp: string; readonly entry: Entry }>();

  async function look(file: string): Promise<Entry | null> {
    const path = join(library.root, file);
    try {
      const stat = await files.stat(path);
      if (stat === null) return null;
      const before = known.get(file);
      if (before?.stamp === stat.stamp) return before.entry;
      const entry = await readEntry(file, path, stat);
      known.set(file, { stamp: stat.stamp, entry });
      return entry;
    } catch (error) {
      return unreadEntry(file, 0, systemError(error, 'read', path));
    }
  }

  async function readEntry(file: string, path: string, stat: FileStat): Promise<Entry> {
    if (stat.kind !== 'file') return unreadEntry(file, stat.modified, notAFile(file, stat));
    return describeFile(file, await files.read(path, articleLimit), stat);
  }

  async function names(): Promise<readonly string[]> {
    const listed = await files.list(library.root).catch((error: unknown) => {
      throw systemError(error, 'read', library.root);
    });
    return listed.filter(isArticleName);
  }

  const lookInto = async (which: readonly string[]): Promise<readonly Entry[]> =>
    (await mapSideBySide(which, 8, look)).filter((entry) => entry !== null);

  async function all(): Promise<readonly Entry[]> {
    const there = await names();
    const entries = await lookInto(there);
    const present = new Set(there);
    known = new Map([...known].filter(([name]) => present.has(name)));
    presence.see(entries.map(({ id, file }) => id ?? file));
    return entries;
  }

  // Whatever named the files, what they hold decides.
  const of = (id: string, entries: readonly Entry[]): readonly Entry[] =>
    entries
      .filter((entry) => entry.id === id || (entry.problem !== null && idInName(entry.file) === id))
      .toSorted(firstToOpen);

  const isArticle = ({ file }: Entry): boolean => conflictOf(file) === null;

  async function near(id: string, opened?: string): Promise<readonly Entry[]> {
    if (finder === null) return of(id, await all());
    const likely = new Set([...(opened === undefined ? [] : [opened]), ...finder.filesOf(id)]);
    const found = of(id, await lookInto([...likely]));
    // Copies alone are not to be taken for the article.
    if (found.some(isArticle)) return found;
    for (const name of await names()) if (name.includes(id)) likely.add(name);
    return of(id, await lookInto([...likely]));
  }

  async function sure(id: string, opened?: string): Promise<readonly Entry[]> {
    const found = await near(id, opened);
    if (found.some(isArticle) || finder === null) return found;
    const looked = await finder.lookAtAll().then(
      () => true,
      () => false,
    );
    return looked ? near(id, opened) : of(id, await all());
  }

  const filesOf = (entries: readonly Entry[]): readonly string[] => entries.map(({ file }) => file);

  return {
    presence,
    names,
    entries: async () => {
      await library.verify();
      return newestFirst(markVersions(await all()));
    },
    filesOf: async (id, opened) => filesOf(await sure(id, opened)),
    nearFilesOf: async (id) => filesOf(await near(id)),
    find: async (id) => markVersions(await near(id))[0] ?? null,
    doubles: async () => {
      await library.verify();
      const entries = finder === null ? await all() : await lookInto(finder.doubles().flat());
      const marked = markVersions(entries).filter(({ problem }) => problem?.code === 'conflict');
      return new Map(marked.map((entry) => [entry.file, entry]));
    },
  };
}

/** Entries as they are listed: the last changed first, those of one moment by name. */
export const newestFirst = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted((a, b) => b.modified - a.modified || (a.file < b.file ? -1 : 1));

/** The refusal of a link, folder or pipe that has an article's name. */
export function notAFile(file: string, stat: FileStat): CopydeskError {
  const what = { link: 'a link', directory: 'a folder', other: 'no ordinary file', file: 'a file' }[
    stat.kind
  ];
  return new CopydeskError('refused', `“${file}” is ${what}: Copydesk neither reads nor writes it`);
}

// A sound file before a damaged one, an article before a conflict copy of it, then the higher rev; never the clock.
const firstToOpen = (a: Entry, b: Entry): number =>
  Number(a.problem !== null) - Number(b.problem !== null) ||
  Number(conflictOf(a.file) !== null) - Number(conflictOf(b.file) !== null) ||
  b.rev - a.rev ||
  (a.file < b.file ? -1 : 1);

/** The entries with those that are no more than another version of an article marked as such. */
export function markVersions(entries: readonly Entry[]): readonly Entry[] {
  const byId = new Map<string, readonly Entry[]>();
  for (const entry of entries) {
    if (entry.id !== null) byId.set(entry.id, [...(byId.get(entry.id) ?? []), entry]);
  }
  return entries.map((entry) => {
    const same = entry.id === null ? [] : (byId.get(entry.id) ?? []).toSorted(firstToOpen);
    const [first] = same;
    if (first === undefined || same.length === 1) return entry;
    const versions = same.map(({ file }) => file);
    if (entry === first || entry.problem !== null) return { ...entry, versions };
    const maker = conflictOf(entry.file)?.maker ?? 'Copydesk';
    const who = maker === 'Copydesk' ? 'Another version' : `A version that ${maker} put aside`;
    const message = `${who} of the article in “${first.file}”: compare them, and delete the one you do not need.`;
    return { ...entry, versions, problem: { code: 'conflict', message } };
  });
}
