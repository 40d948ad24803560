import { articleToJson, parseArticle } from '../../shared/article/article.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { Handlers } from '../../shared/ipc/link.ts';
import type { Application, Context } from './application.ts';
import type { OpenedArticle } from './articleStore.ts';

type Names =
  | 'article:create'
  | 'article:open'
  | 'article:save'
  | 'article:duplicate'
  | 'article:trash'
  | 'article:restore';

type Which = { readonly id: string } | { readonly file: string };
const nameOf = (which: Which): string => ('id' in which ? which.id : which.file);

// The language of this computer if it is one, else English.
const languageOf = (locale: string): string =>
  /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(locale) ? locale : 'en';

/** The calls that make, read, write and remove articles. */
export function articleHandlers(application: Application): Pick<Handlers<Context>, Names> {
  const { library, windows, desktop } = application;
  const articles = async () => (await library.open()).articles;
  const answer = (opened: OpenedArticle, { window }: Context): CallOutput<'article:open'> => ({
    article: articleToJson(opened.article),
    hash: opened.hash,
    file: opened.file,
    readOnly: opened.readOnly,
    elsewhere: windows.elsewhere(opened.article.id, window),
  });
  return {
    'article:create': async ({ article }, context) => {
      const given = article === null ? { language: languageOf(desktop.locale) } : parseArticle(article);
      const opened = await (await articles()).create(given);
      library.changed();
      return answer(opened, context);
    },
    'article:open': async (which, context) => answer(await (await articles()).open(nameOf(which)), context),
    'article:save': async ({ article, base }, { window }) => {
      const draft = parseArticle(article);
      const saved = await (await articles()).save(draft, base === '' ? null : { hash: base });
      windows.broadcast('article:changed', { id: draft.id, hash: saved.hash }, window);
      library.changed();
      return saved;
    },
    'article:duplicate': async (which, context) => {
      const opened = await (await articles()).duplicate(nameOf(which));
      library.changed();
      return answer(opened, context);
    },
    'article:trash': async (which, { window }) => {
      await (await articles()).trash(nameOf(which));
      if ('id' in which) windows.broadcast('article:changed', { id: which.id, hash: '' }, window);
      library.changed();
      return null;
    },
    'article:restore': async (which) => {
      await (await articles()).restore(nameOf(which));
      library.changed();
      return null;
    },
  };
}
