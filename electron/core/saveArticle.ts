import { join } from 'node:path';
import type { Article } from '../../shared/article/article.ts';
import { headerText } from '../../shared/article/text.ts';
import { CopydeskError } from '../../shared/error.ts';
import { atomicWrite, renamePatiently } from './atomicWrite.ts';
import { articleName, conflictName, namelessName } from './fileNames.ts';
import { readArticle } from './readArticle.ts';
import { articleToBytes, hashOf } from './serialise.ts';
import { findFile, findTarget, keyOf, type Base, type Found, type Store } from './versions.ts';

/** A save that is on the disk. */
export interface SavedArticle {
  readonly rev: number;
  /** The base of the next save. */
  readonly hash: string;
  /** Milliseconds since 1970; also the article's `modified`. */
  readonly savedAt: number;
  readonly file: string;
}

/** Thrown between writing and replacing when the target is not the one that was compared: look again. */
class ChangedMeanwhile extends CopydeskError {
  constructor(file: string) {
    super(
      'write-failed',
      `“${file}” keeps being changed by another program. It was left as it is: save again.`,
    );
  }
}

/**
 * Saves over the version it was made from, and over nothing else. Throws `conflict` when the file changed: then the
 * draft lies beside it in a copy that the message names. Throws `read-only` for what must not be written.
 */
export async function saveArticle(store: Store, article: Article, base: Base): Promise<SavedArticle> {
  await store.library.verify();
  for (let tries = 5; ; tries -= 1) {
    const target = await findTarget(store, article.id, base);
    if (target.kind === 'conflict') throw await keepBoth(store, article, base, target.found);
    try {
      return await replace(store, article, base, target.kind === 'base' ? target.found : null);
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
): Promise<SavedArticle> {
  const { ports, library, memory } = store;
  if (found !== null && found.readOnly !== null) {
    const text = `“${found.file}” was not written: ${found.readOnly.message} Duplicate the article to go on.`;
    throw new CopydeskError('read-only', text);
  }
  const file = found?.file ?? (await freeName(store, article));
  const path = join(library.root, file);
  const { bytes, hash, rev, savedAt } = prepare(store, article, found?.rev ?? 0);
  memory.unconfirmed.set(keyOf(article.id, base), hash);
  await atomicWrite(ports, path, bytes, {
    owner: article.id,
    beforeRename: async () => {
      const now = await ports.files.stat(path);
      if (now?.stamp !== found?.stamp) throw new ChangedMeanwhile(file);
    },
  });
  memory.unconfirmed.delete(keyOf(article.id, base));
  const headline = headerText(article.body, 'headline') !== '';
  const fixed = headline && found?.named !== true ? await giveName(store, article, file) : file;
  memory.last.set(article.id, { file: fixed, hash, stamp: '', rev, named: headline, readOnly: null });
  return { rev, hash, savedAt, file: fixed };
}

/** The bytes of the next version, read back and compared: what cannot be opened again is never written. */
function prepare(store: Store, article: Article, rev: number) {
  const savedAt = store.ports.clock.now();
  const modified = new Date(savedAt).toISOString();
  const next: Article = { ...article, rev: Math.max(article.rev, rev) + 1, modified };
  const bytes = articleToBytes(next);
  const back = readArticle(bytes).article;
  if (!back.body.eq(next.body) || hashOf(articleToBytes(back)) !== hashOf(bytes)) {
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

async function freeName(store: Store, article: Article): Promise<string> {
  const name = articleName(article);
  const taken = await store.ports.files.stat(join(store.library.root, name));
  return taken === null ? name : freeCopyName(store, article);
}

async function freeCopyName(store: Store, article: Article): Promise<string> {
  const { files, clock, host } = store.ports;
  for (let moment = clock.now(); ; moment += 1) {
    const name = conflictName(article, moment, host);
    if ((await files.stat(join(store.library.root, name))) === null) return name;
  }
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
