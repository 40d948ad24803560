import { join } from 'node:path';
import type { Article } from '../../shared/article/article.ts';
import { schemaVersion } from '../../shared/article/migrations.ts';
import { headerText } from '../../shared/article/text.ts';
import { CopydeskError } from '../../shared/error.ts';
import { conflictOf } from './conflictOf.ts';
import { problemOfStat } from './describe.ts';
import type { History } from './history.ts';
import type { Library } from './library.ts';
import { articleLimit, type Listing } from './listing.ts';
import type { Ports } from './ports.ts';
import { readArticle, type Problem } from './readArticle.ts';
import { hashOf } from './serialise.ts';
import { extentOf, type Extent } from './shrinkGuard.ts';
import { codeOf, systemError } from './systemError.ts';

/** The version that a draft was made from: the hash of its file's bytes, and which file that was. Null for an article never saved. */
export type Base = { readonly hash: string; readonly file?: string } | null;

/** A file of the library as it lies on the disk. */
export interface Found {
  readonly file: string;
  readonly hash: string;
  readonly stamp: string;
  /** The permission bits. */
  readonly mode: number;
  readonly rev: number;
  /** Whether an older Copydesk wrote it, in an earlier schema version: then it is kept as it is before a save lifts it. */
  readonly older: boolean;
  /** Whether its article has a headline: then the file's name is fixed. */
  readonly named: boolean;
  readonly status: string;
  readonly extent: Extent;
  readonly readOnly: Problem | null;
}

/** What a store wants to know of an article on the disk. */
export const aboutArticle = (article: Article): Pick<Found, 'rev' | 'named' | 'status' | 'extent'> => ({
  rev: article.rev,
  named: headerText(article.body, 'headline') !== '',
  status: article.status ?? '',
  extent: extentOf(article.body),
});

/** What a store remembers between two saves: shortcuts only, the disk decides. */
export interface Memory {
  /** By id: the file last opened or saved. */
  readonly last: Map<string, Omit<Found, 'stamp' | 'mode'>>;
  /** By id and base: the copy that a conflict made; typing on replaces it instead of adding another. */
  readonly copies: Map<string, { readonly file: string; readonly hash: string }>;
  /** By id and base: the hash of what was written but perhaps never acknowledged; our own bytes are no conflict. */
  readonly unconfirmed: Map<string, string>;
  /** By id: the hash of what this store wrote last; anything else on the disk is somebody's, and is kept as a version. */
  readonly written: Map<string, string>;
  /** Ids that this store has made up and not saved yet: no file can have them. */
  readonly made: Set<string>;
  /** By id: when the last version was kept, or the first save of this run was made, by the clock that does not jump. */
  readonly keptAt: Map<string, number>;
}

/** A memory of nothing. */
export const emptyMemory = (): Memory => ({
  last: new Map(),
  copies: new Map(),
  unconfirmed: new Map(),
  written: new Map(),
  made: new Set(),
  keptAt: new Map(),
});

/** What a save works with. */
export interface Store {
  readonly ports: Ports;
  readonly library: Library;
  readonly listing: Listing;
  readonly memory: Memory;
  /** Where versions are kept; null for a store without a history. */
  readonly history: History | null;
}

/** Looks at one file of the library, as the version of article `id`; null if it is gone, `refused` for a link or folder. */
export async function findFile(store: Store, id: string, file: string): Promise<Found | null> {
  const { files } = store.ports;
  const path = join(store.library.root, file);
  try {
    const { bytes, stat } = await files.readWithStat(path, articleLimit);
    const hash = hashOf(bytes);
    const place = { file, hash, stamp: stat.stamp, mode: stat.mode };
    const last = store.memory.last.get(id);
    // The same bytes were read or written before: no need to parse them again.
    if (last?.hash === hash && last.readOnly === null)
      return { ...last, ...place, readOnly: problemOfStat(stat) };
    return { ...place, ...judge(bytes, problemOfStat(stat)) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw systemError(error, 'read', path, 'Nothing was written.');
  }
}

function judge(bytes: Uint8Array, ofFile: Problem | null) {
  try {
    const { article, version, readOnly } = readArticle(bytes);
    const older = version < schemaVersion;
    return { ...aboutArticle(article), older, readOnly: readOnly ?? ofFile };
  } catch (error) {
    if (!(error instanceof CopydeskError)) throw error;
    const nothing = { rev: 0, older: false, named: true, status: '', extent: { text: 0, positions: 0 } };
    return { ...nothing, readOnly: { code: error.code, message: error.message } };
  }
}

/** Where a save goes: over the version it was made from, to a new file, or beside a version it does not know. */
export type Target =
  | { readonly kind: 'base'; readonly found: Found }
  | { readonly kind: 'new' }
  /** `aside`: where the draft's own base lies now, if a sync tool has put it there. */
  | { readonly kind: 'conflict'; readonly found: Found; readonly aside?: Found };

/** A draft's place in `Memory`. */
export const keyOf = (id: string, base: Base): string => `${id} ${base?.hash ?? ''}`;

/** Finds where a draft made from `base` goes, by comparing content: neither names nor times decide. */
export async function findTarget(store: Store, id: string, base: Base): Promise<Target> {
  const { made, unconfirmed } = store.memory;
  // Nobody else can have it, unless a first save was written and not answered.
  if (base === null && made.has(id) && !unconfirmed.has(keyOf(id, base))) return { kind: 'new' };
  const ours = unconfirmed.get(keyOf(id, base));
  const isBase = ({ hash }: Found) => hash === base?.hash || hash === ours;
  const opened = base?.file ?? store.memory.last.get(id)?.file;
  // What was put aside under a conflict copy's name is the article only for those who opened it under that name.
  const isArticle = ({ file }: Found) => conflictOf(file) === null;
  const near = opened === undefined ? null : await findFile(store, id, opened);
  if (near !== null && isBase(near)) return { kind: 'base', found: near };
  const all: Found[] = [];
  // Nobody looks through the whole folder for an article that was never saved.
  const files = await (base === null ? store.listing.nearFilesOf(id) : store.listing.filesOf(id, opened));
  for (const file of files) {
    const found = await findFile(store, id, file);
    if (found !== null) all.push(found);
  }
  const match = all.find((found) => isBase(found) && isArticle(found)) ?? all.find(isBase);
  // The file that was opened, before copies that are sound but beside it.
  const other = all.find(({ file }) => file === opened) ?? all[0];
  if (match !== undefined && other !== undefined && !isArticle(match) && isArticle(other))
    return { kind: 'conflict', found: other, aside: match };
  if (match !== undefined) return { kind: 'base', found: match };
  return other === undefined ? { kind: 'new' } : { kind: 'conflict', found: other };
}
