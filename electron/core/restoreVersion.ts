import type { Article } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import type { ArticleStore, OpenedArticle } from './articleStore.ts';
import type { History } from './history.ts';
import type { SavedArticle } from './saveArticle.ts';

type Articles = Pick<ArticleStore, 'open' | 'save' | 'trash' | 'keepVersion'>;

/** A version that is the article's newest state again. */
export interface RestoredArticle extends SavedArticle {
  /** The version that holds what was replaced, to take it back; null where nothing, or nothing readable, was. */
  readonly replaced: string | null;
}

/**
 * Saves a version as the article's newest state: body and metadata as they were, under a new rev. What it replaces is kept
 * first, as a version (a damaged file: in the trash), or nothing is restored. An article that was deleted is there again.
 */
export async function restoreVersion(
  { articles, history }: { readonly articles: Articles; readonly history: History },
  id: string,
  name: string,
): Promise<RestoredArticle> {
  const { article } = await history.read(id, name);
  const current = await openCurrent(articles, id);
  if (current === 'nothing') return { ...(await save(articles, article, null)), replaced: null };
  if (current === 'damaged') {
    await articles.trash(id);
    return { ...(await save(articles, article, null)), replaced: null };
  }
  const { readOnly } = current;
  if (readOnly === null) {
    const saved = await save(articles, article, current);
    return { ...saved, replaced: await nameOf(history, current) };
  }
  if (readOnly.code !== 'damaged') {
    const text = `“${current.file}” was not written: ${readOnly.message} Duplicate the version to go on with it.`;
    throw new CopydeskError('read-only', text);
  }
  // Its text can be read, and belongs in the history too.
  const kept = await articles.keepVersion(current.file, 'before');
  await articles.trash(current.file);
  return { ...(await save(articles, article, null)), replaced: kept?.name ?? null };
}

// The version with these very bytes: the save kept one, or found one.
async function nameOf(history: History, { article, hash }: OpenedArticle): Promise<string | null> {
  for (const { name, rev } of await history.list(article.id)) {
    if (rev !== article.rev) continue;
    const version = await history.read(article.id, name).catch(() => null);
    if (version?.hash === hash) return name;
  }
  return null;
}

async function openCurrent(articles: Articles, id: string): Promise<OpenedArticle | 'nothing' | 'damaged'> {
  try {
    return await articles.open(id);
  } catch (error) {
    if (error instanceof CopydeskError && error.code === 'not-found') return 'nothing';
    if (error instanceof CopydeskError && error.code === 'damaged') return 'damaged';
    throw error;
  }
}

const save = (articles: Articles, article: Article, base: OpenedArticle | null): Promise<SavedArticle> =>
  articles.save(article, base, { reason: 'restore' });
