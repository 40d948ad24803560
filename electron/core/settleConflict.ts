import { join } from 'node:path';
import type { Article } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import type { History } from './history.ts';
import { articleLimit } from './listing.ts';
import { readArticle } from './readArticle.ts';
import { saveArticle } from './saveArticle.ts';
import { articleToBytes, hashOf } from './serialise.ts';
import { moveToTrash } from './trash.ts';
import { findFile, findTarget, keyOf, type Base, type Found, type Store } from './versions.ts';

/** A person's decision between the text of a window and another version of the article. */
export interface Decision {
  readonly mine: Article;
  /** What `mine` was made from. */
  readonly base: Base;
  /** The version that the person saw: by its content, so that a later one is never decided about unseen. */
  readonly theirs: { readonly file: string; readonly hash: string };
  /** `both` makes two articles of them. */
  readonly keep: 'mine' | 'theirs' | 'both';
}

/** What a decision works with. */
export interface Settling {
  readonly store: Store;
  readonly history: History;
  readonly newId: () => string;
}

/**
 * Carries out a decision, and answers the file to go on with. What is not kept as the article is a version in its history
 * first, or nothing is changed; copies that are needed no longer go to the trash. Throws `conflict` when the other version is not
 * the one that the person saw.
 */
export async function settleConflict(settling: Settling, decision: Decision): Promise<string> {
  const { store } = settling;
  const { mine, base, theirs } = decision;
  await store.library.verify();
  const other = await findFile(store, mine.id, theirs.file);
  if (other === null || other.hash !== theirs.hash) {
    const text = `“${theirs.file}” was changed again since you looked at it. Nothing was changed: compare once more.`;
    throw new CopydeskError('conflict', text);
  }
  const target = await findTarget(store, mine.id, base);
  return target.kind === 'base' && target.found.file !== other.file
    ? settleCopy(settling, decision, target.found, other)
    : settleFile(settling, decision, other);
}

/** The article's own file was changed: `mine` lies beside it, or in the window alone. */
async function settleFile(settling: Settling, { mine, base, keep }: Decision, other: Found): Promise<string> {
  const { store, newId } = settling;
  if (keep === 'theirs') {
    await keepText(settling, mine);
    await trashCopy(store, mine.id, base);
    return other.file;
  }
  if (keep === 'both') return trashAfter(store, mine, base, () => saveNew(store, mine, newId()));
  let over: Found | null = other;
  if (other.readOnly?.code === 'damaged') {
    await keepText(settling, mine);
    await trashDamaged(settling, mine.id, other);
    await trashCopy(store, mine.id, base);
    over = null;
  }
  return trashAfter(store, mine, base, async () => {
    return (await saveArticle(store, mine, over, { reason: 'conflict' })).file;
  });
}

/** Another version lies beside the article, which has `mine`. */
async function settleCopy(
  { store, history, newId }: Settling,
  { mine, base, keep }: Decision,
  file: Found,
  other: Found,
): Promise<string> {
  const { ports, library } = store;
  const path = join(library.root, other.file);
  const bytes = await ports.files.read(path, articleLimit);
  if (hashOf(bytes) !== other.hash) throw new CopydeskError('conflict', `“${other.file}” was changed again.`);
  const { article } = readArticle(bytes);
  let shown = file.file;
  if (keep === 'mine') await history.keep(mine.id, { rev: other.rev, bytes, path }, 'before');
  else if (keep === 'both') await saveNew(store, article, newId());
  else shown = (await saveArticle(store, article, base, { reason: 'conflict' })).file;
  await trashIfStill(store, mine.id, other);
  return shown;
}

// What can be read of it is a version too.
async function trashDamaged(
  { store, history }: Settling,
  id: string,
  { file, hash, rev }: Found,
): Promise<void> {
  const { ports, library } = store;
  const path = join(library.root, file);
  const bytes = await ports.files.read(path, articleLimit);
  if (hashOf(bytes) !== hash) throw new CopydeskError('conflict', `“${file}” was changed again.`);
  if (rev > 0) await history.keep(id, { rev, bytes, path }, 'before');
  await moveToTrash(ports, library, file);
}

const saveNew = async (store: Store, article: Article, id: string): Promise<string> =>
  (await saveArticle(store, { ...article, id, rev: 0 }, null, { reason: 'conflict' })).file;

async function keepText({ history }: Settling, mine: Article): Promise<void> {
  await history.keep(mine.id, { rev: mine.rev, bytes: articleToBytes(mine), path: '' }, 'before');
}

async function trashAfter(
  store: Store,
  { id }: Article,
  base: Base,
  save: () => Promise<string>,
): Promise<string> {
  const file = await save();
  await trashCopy(store, id, base);
  return file;
}

// The copy that a refused save of this text made beside the file.
async function trashCopy(store: Store, id: string, base: Base): Promise<void> {
  const { copies } = store.memory;
  const copy = copies.get(keyOf(id, base));
  copies.delete(keyOf(id, base));
  if (copy !== undefined) await trashIfStill(store, id, copy);
}

// What somebody changed meanwhile is not ours to take away; what cannot be moved stays beside, and is told as such.
async function trashIfStill(
  store: Store,
  id: string,
  { file, hash }: Pick<Found, 'file' | 'hash'>,
): Promise<void> {
  const found = await findFile(store, id, file).catch(() => null);
  if (found?.hash === hash) await moveToTrash(store.ports, store.library, file).catch(() => undefined);
}
