import { conflictOf, type ConflictMaker } from './conflictOf.ts';
import type { Problem } from './readArticle.ts';
import { findFile, type Base, type Found, type Store } from './versions.ts';

/** How the library stands to a text that a window has. */
export interface Standing {
  /** `same`: the file is what the text was made from. `changed`: it is not. `gone`: no file has this article. */
  readonly disk: 'same' | 'changed' | 'gone';
  /** The article's file and the hash of its bytes now; both '' when it is gone. */
  readonly file: string;
  readonly hash: string;
  /** This process wrote it, for another window: after comparing it with what was there. */
  readonly ours: boolean;
  /** Why the file cannot be read or written. */
  readonly problem: Problem | null;
  /** Other versions of the article that lie beside it and can be read. */
  readonly beside: readonly { readonly file: string; readonly hash: string; readonly maker: ConflictMaker }[];
}

/** Looks, by content alone, whether the library still has what a text was made from; times and names decide nothing. */
export async function standingOf(store: Store, id: string, base: Base): Promise<Standing> {
  const all: Found[] = [];
  for (const file of await store.listing.filesOf(id, base?.file)) {
    const found = await findFile(store, id, file).catch(() => null);
    if (found !== null) all.push(found);
  }
  const [first] = all;
  if (first === undefined)
    return { disk: 'gone', file: '', hash: '', ours: false, problem: null, beside: [] };
  const isBase = ({ hash }: Found) => hash === base?.hash;
  const same =
    all.find((found) => isBase(found) && found.file === base?.file) ??
    all.find((found) => isBase(found) && conflictOf(found.file) === null);
  // The file that was opened, before copies that are sound but beside it.
  const now = same ?? all.find(({ file }) => file === base?.file) ?? first;
  const beside =
    conflictOf(now.file) !== null
      ? []
      : all.filter(({ hash, readOnly }) => hash !== now.hash && readOnly === null);
  return {
    disk: same === undefined ? 'changed' : 'same',
    file: now.file,
    hash: now.hash,
    ours: now.hash === store.memory.written.get(id),
    problem: now.readOnly,
    beside: beside.map(({ file, hash }) => ({ file, hash, maker: conflictOf(file)?.maker ?? 'Copydesk' })),
  };
}
