import type { Article } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import type { ArticleStore, OpenedArticle } from './articleStore.ts';
import type { History } from './history.ts';
import type { SavedArticle } from './saveArticle.ts';

type Articles = Pick<ArticleStore, 'open' | 'save' | 'trash' | 'keepVersion'>;

/**
 * Saves a version as the article's newest state: body and metadata as they were, under a new rev. What it replaces is kept
 * first, as a version (a damaged file: in the trash), or nothing is restored. An article that was deleted is there again.
 */
export async function restoreVersion(
  { articles, history }: { readonly articles: Articles; readonly history: History },
  id: string,
  name: string,
): Promise<SavedArticle> {
  const { article } = await history.read(id, name);
  const current = await openCurrent(articles, id);
  if (current === 'nothing') return save(articles, article, null);
  if (current === 'damaged') {
    await articles.trash(id);
    return save(articles, article, null);
  }
  const { readOnly } = current;
  if (readOnly === null) return save(articles, article, current);
  if (readOnly.code !== 'damaged') {
    const text = `“${current.file}” was not written: ${readOnly.message} Duplicate the version to go on with it.`;
    throw new CopydeskError('read-only', text);
  }
  // Its text can be read, and belongs in the history too.
  await articles.keepVersion(current.file, 'before');
  await articles.trash(current.file);
  return save(articles, article, null);
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
