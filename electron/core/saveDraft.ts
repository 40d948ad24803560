import type { Article } from '../../shared/article/article.ts';
import { CopydeskError, messageOf } from '../../shared/error.ts';
import type { ArticleStore } from './articleStore.ts';
import type { Journal } from './journal.ts';
import type { DraftMark } from './journalRecord.ts';
import type { SavedArticle, SaveOptions } from './saveArticle.ts';
import type { Base } from './versions.ts';

/**
 * Saves a draft as the protocol has it: journalled before the file is replaced (so that after a crash the file is
 * recognised as the draft, and a save that fails has lost nothing), saved, acknowledged, and only then cut from the journal. Throws what
 * `save` throws; a journal that fails stops no save.
 */
export async function saveDraft(
  { journal, articles }: { readonly journal: Journal; readonly articles: Pick<ArticleStore, 'save'> },
  draft: Article,
  base: Base,
  mark: DraftMark,
  options: SaveOptions = {},
): Promise<SavedArticle> {
  const journalled = journal.append(draft, { ...mark, base: base?.hash ?? null }).then(
    () => true,
    () => false,
  );
  let saved: SavedArticle;
  try {
    saved = await articles.save(draft, base, { ...options, after: journalled });
  } catch (error) {
    if ((await journalled) || !(error instanceof CopydeskError) || error.code === 'conflict') throw error;
    const text = `${messageOf(error)} The recovery journal cannot take it either: your text is in this window only.`;
    throw new CopydeskError(error.code, text, { cause: error });
  }
  // Nobody waits for the cut: what is not cut by the end equals the file, and the next start recognises it.
  void journal.cut(draft.id, mark).catch(() => undefined);
  return saved;
}
