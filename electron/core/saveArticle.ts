import { join } from 'node:path';
import type { Article } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import { atomicWrite, renamePatiently } from './atomicWrite.ts';
import { articleName, conflictName, namelessName } from './fileNames.ts';
import type { SaveReason } from './historyRule.ts';
import { ChangedMeanwhile, keepAfter, keepBefore } from './keepVersions.ts';
import { articleLimit } from './listing.ts';
import { readBack, type Problem } from './readArticle.ts';
import type { FileStat } from './ports.ts';
import { articleToBytes, hashOf, hashOfBody, minReader } from './serialise.ts';
import { extentOf, looksEmptied, type UserEdit } from './shrinkGuard.ts';
import { systemError } from './systemError.ts';
import { refuseUnavailable } from './unavailable.ts';
import { aboutArticle, findFile, findTarget, keyOf, type Base, type Found, type Store } from './versions.ts';

/** A save that is on the disk. */
export interface SavedArticle {
  readonly rev: number;
  /** The base of the next save. */
  readonly hash: string;
  /** Milliseconds since 1970; also the article's `modified`. */
  readonly savedAt: number;
  readonly file: string;
  /** Why a version that was due could not be kept in the history; null if all is well. The article is saved. */
  readonly unkept: Problem | null;
}

/** How a save came about. */
export interface SaveOptions {
  /** Without it, `autosave`. */
  readonly reason?: SaveReason;
  /** What the person's own edits took out since the base; without it, the caller is no editor and nothing is guarded. */
  readonly edited?: UserEdit;
  /** What must have ended before a file is replaced or made: everything up to there is done meanwhile. Never rejects. */
  readonly after?: Promise<unknown>;
}

/**
 * Saves over the version it was made from, and over nothing else. Throws `conflict` when the file changed: then the
 * draft lies beside it in a copy that the message names. Throws `read-only` for what must not be written, `refused` for an
 * automatic save of a text that vanished by itself.
 */
export async function saveArticle(
  store: Store,
  article: Article,
  base: Base,
  options: SaveOptions = {},
): Promise<SavedArticle> {
  await store.library.verify();
  for (let tries = 5; ; tries -= 1) {
    const target = await findTarget(store, article.id, base);
    refuseUnavailable(store, target, base);
    if (target.kind === 'conflict') {
      const { found, aside } = target;
      // A sync tool that put the base aside has made the copy already.
      if (aside !== undefined && aside.readOnly === null) takeAside(store, article.id, base, aside);
      await options.after;
      throw await keepBoth(store, article, base, found);
    }
    try {
      const found = target.kind === 'base' ? target.found : null;
      return await replace(store, article, base, found, options);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile) || tries === 1) throw error;
    }
  }
}

async function replace(
  store: Store,
  article: Article,
  base: Base,
  found: Found | null,
  options: SaveOptions,
): Promise<SavedArticle> {
  const { ports, library, memory } = store;
  if (found !== null && found.readOnly !== null) {
    const text = `“${found.file}” was not written: ${found.readOnly.message} Duplicate the article to go on.`;
    throw new CopydeskError('read-only', text);
  }
  refuseEmptied(article, found, options);
  // A name that is taken may end in a copy beside.
  if (found === null) await options.after;
  const file = found?.file ?? (await freeName(store, article, base));
  const path = join(library.root, file);
  const last = (await store.history?.lastRev(article.id)) ?? 0;
  const { bytes, hash, rev, savedAt } = prepare(store, article, Math.max(found?.rev ?? 0, last));
  const reason = options.reason ?? 'autosave';
  const before = found === null ? null : await keepBefore(store, article.id, found, reason);
  memory.unconfirmed.set(keyOf(article.id, base), hash);
  await atomicWrite(ports, path, bytes, {
    owner: article.id,
    old: found,
    beforeRename: async () => {
      await options.after;
      const now = await ports.files.stat(path);
      if (now?.stamp !== found?.stamp) throw new ChangedMeanwhile(file);
    },
  });
  const other = await replacedBy(store, article.id, file, bytes);
  if (other !== null) throw await keepBoth(store, article, base, other);
  memory.unconfirmed.delete(keyOf(article.id, base));
  memory.written.set(article.id, hash);
  const about = { ...aboutArticle(article), rev };
  const fixed = about.named && found?.named !== true ? await giveName(store, article, file) : file;
  memory.last.set(article.id, {
    ...about,
    older: false,
    file: fixed,
    hash,
    readOnly: null,
  });
  const statusChanged = found !== null && found.status !== about.status;
  const what = { rev, bytes, path: join(library.root, fixed) };
  const after = await keepAfter(store, article.id, what, { reason, statusChanged });
  return { rev, hash, savedAt, file: fixed, unkept: before ?? after };
}

// Two computers may pass the last look in the same moment: then the later rename stands, and the earlier text is kept beside.
async function replacedBy(store: Store, id: string, file: string, bytes: Uint8Array): Promise<Found | null> {
  const path = join(store.library.root, file);
  const stands = await store.ports.files.read(path, articleLimit).catch(() => null);
  if (stands === null || Buffer.compare(stands, bytes) === 0) return null;
  return findFile(store, id, file).catch(() => null);
}

function refuseEmptied(article: Article, found: Found | null, { reason, edited }: SaveOptions): void {
  if (found === null || edited === undefined || (reason ?? 'autosave') !== 'autosave') return;
  const after = extentOf(article.body);
  if (!looksEmptied(found.extent, after, edited)) return;
  const lost = `${found.extent.text - after.text} of ${found.extent.text} characters`;
  const text =
    `“${found.file}” was not saved by itself: ${lost} are gone from the window, and nobody took them out. The file ` +
    'still has them. Open it again to go on; if you do want the short text, save it yourself.';
  throw new CopydeskError('refused', text);
}

/** The bytes of the next version, read back and compared: what cannot be opened again is never written. */
function prepare(store: Store, article: Article, rev: number) {
  const savedAt = store.ports.clock.now();
  const modified = new Date(savedAt).toISOString();
  const next: Article = { ...article, rev: Math.max(article.rev, rev) + 1, modified };
  const bytes = articleToBytes(next);
  const back = readBack(bytes);
  // What each writing sets anew is no difference: an article that came from a file may still hold the file's.
  const rest = ({ body: _body, ...envelope }: Article) => hashOfBody({ ...envelope, minReader, sha256: '' });
  if (!back.body.eq(next.body) || rest(back) !== rest(next)) {
    const text =
      'The article could not be written so that it reads back the same. The file was left as it is.';
    throw new CopydeskError('unexpected', text);
  }
  return { bytes, hash: hashOf(bytes), rev: next.rev, savedAt };
}

// An article is named once, when it is first saved with a headline; a name that a person gave stays.
async function giveName(store: Store, article: Article, file: string): Promise<string> {
  const name = articleName(article);
  if (file !== namelessName(article) || name === file) return file;
  const { files, clock } = store.ports;
  const { root } = store.library;
  try {
    if ((await files.stat(join(root, name))) !== null) return file;
    await renamePatiently(files, clock, join(root, file), join(root, name));
  } catch {
    // The article is saved; that its name stays plain harms nothing.
    return file;
  }
  // Under which of the two names a power cut leaves it does not matter.
  await files.syncFolder(root).catch(() => undefined);
  return name;
}

async function takenBy({ ports, library }: Store, name: string): Promise<FileStat | null> {
  const path = join(library.root, name);
  return ports.files.stat(path).catch((error: unknown) => {
    throw systemError(error, 'looked at', path);
  });
}

async function freeName(store: Store, article: Article, base: Base): Promise<string> {
  const name = articleName(article);
  const taken = await takenBy(store, name);
  if (taken === null) return name;
  // What was opened was not there, and is there again: as when a sync tool replaces a file.
  const other = base === null || taken.kind !== 'file' ? null : await findFile(store, article.id, name);
  if (other === null) return freeCopyName(store, article);
  if (other.hash === base?.hash) throw new ChangedMeanwhile(name);
  throw await keepBoth(store, article, base, other);
}

async function freeCopyName(store: Store, article: Article): Promise<string> {
  const { clock, host } = store.ports;
  for (let moment = clock.now(); ; moment += 1) {
    const name = conflictName(article, moment, host);
    if ((await takenBy(store, name)) === null) return name;
  }
}

function takeAside({ memory }: Store, id: string, base: Base, { file, hash }: Found): void {
  const key = keyOf(id, base);
  if (!memory.copies.has(key)) memory.copies.set(key, { file, hash });
}

async function keepBoth(store: Store, article: Article, base: Base, other: Found): Promise<CopydeskError> {
  const { copies } = store.memory;
  const key = keyOf(article.id, base);
  const before = copies.get(key);
  const lies = before === undefined ? null : await findFile(store, article.id, before.file);
  const again = before !== undefined && lies?.hash === before.hash;
  const file = again ? before.file : await freeCopyName(store, article);
  const { bytes, hash } = prepare(store, article, Math.max(other.rev, lies?.rev ?? 0));
  await atomicWrite(store.ports, join(store.library.root, file), bytes, { owner: article.id });
  copies.set(key, { file, hash });
  const what =
    other.readOnly === null
      ? `“${other.file}” is not the version you started from: another window or program changed it.`
      : `“${other.file}” cannot be written: ${other.readOnly.message}`;
  return new CopydeskError('conflict', `${what} It was left as it is, and your text was kept as “${file}”.`);
}
