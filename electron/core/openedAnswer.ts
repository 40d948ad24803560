import { articleToJson } from '../../shared/article/article.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { Context } from './application.ts';
import type { OpenedArticle } from './articleStore.ts';
import type { OpenWindows } from './openWindows.ts';

/** An opened article as a window gets it. */
export const openedAnswer =
  (windows: Pick<OpenWindows, 'elsewhere'>) =>
  (opened: OpenedArticle, { window }: Context): CallOutput<'article:open'> => ({
    article: articleToJson(opened.article),
    hash: opened.hash,
    file: opened.file,
    readOnly: opened.readOnly,
    elsewhere: windows.elsewhere(opened.article.id, window),
  });
