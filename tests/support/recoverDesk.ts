import { join } from 'node:path';
import { createJournal } from '../../electron/core/journal.ts';
import { journalFolders } from '../../electron/core/journalFiles.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import type { Article } from '../../shared/article/article.ts';
import { rewritten, someArticle } from './someArticle.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { testPorts } from './testPorts.ts';

/** The article that is saved and typed on. */
export const article = someArticle();

/** A library with one saved article, the journal of this computer, and a folder to come for what is recovered. */
export async function recoverDesk() {
  const ports = testPorts();
  const folder = temporaryFolder();
  const [root, userData, out] = [join(folder, 'library'), join(folder, 'data'), join(folder, 'out')];
  const { articles, library, media } = await createLibrary(root, ports);
  const saved = await articles.save(article, null);
  const journal = createJournal(ports, userData, library.id);
  const path = join(journalFolders(userData, library.id).own, `${article.id}.journal`);
  /** Journals a draft: the article with another text, if it is given a text. */
  const type = async (what: string | Article, edit = 1, session = 'one') => {
    const draft = typeof what === 'string' ? rewritten(article, what) : what;
    await journal.append(draft, { session, edit, base: saved.hash });
  };
  return { ports, folder, root, userData, out, articles, library, media, journal, path, saved, type };
}
