import { parseArticle } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import type { Handlers } from '../../shared/ipc/link.ts';
import type { Application, Context } from './application.ts';
import { languageOf } from './languageOf.ts';
import { saveDraft } from './saveDraft.ts';
import { openedAnswer } from './openedAnswer.ts';
import { several } from './several.ts';
import type { Base } from './versions.ts';

type Names =
  | 'article:create'
  | 'article:open'
  | 'article:save'
  | 'article:standing'
  | 'article:settle'
  | 'article:duplicate'
  | 'article:trash'
  | 'article:restore'
  | 'article:several';

type Which = { readonly id: string } | { readonly file: string };
/** Windows that are opened at once. */
const mostWindows = 12;

// '' for an article that no file has.
const baseOf = (hash: string, file?: string): Base =>
  hash === '' ? null : { hash, ...(file === undefined ? {} : { file }) };

const nameOf = (which: Which): string => ('id' in which ? which.id : which.file);

/** The calls that make, read, write and remove articles. */
export function articleHandlers(application: Application): Pick<Handlers<Context>, Names> {
  const { library, windows, desktop, journalOf, sessions, drafts } = application;
  const articles = async () => (await library.open()).articles;
  const answer = openedAnswer(windows);
  return {
    'article:create': async ({ article }, context) => {
      const given = article === null ? { language: languageOf(desktop.locale) } : parseArticle(article);
      const opened = await (await articles()).create(given);
      library.changed();
      return answer(opened, context);
    },
    'article:open': async (which, context) => answer(await (await articles()).open(nameOf(which)), context),
    'article:save': async ({ article, kept, base, file, session, edit, reason, removed }, { window }) => {
      const whole = drafts.whole(session, article, kept);
      const draft = parseArticle(whole);
      sessions.claim(session, window);
      drafts.take(session, edit, whole);
      const { articles: store, library: of } = await library.open();
      const saved = await saveDraft(
        { journal: journalOf(of.id), articles: store },
        draft,
        baseOf(base, file),
        { session, edit },
        { reason: reason === 'auto' ? 'autosave' : reason, edited: { removed } },
      );
      windows.broadcast('article:changed', { id: draft.id, hash: saved.hash }, window);
      library.changed();
      return saved;
    },
    'article:standing': async ({ id, base, file }) => {
      const { beside, ...standing } = await (await articles()).standing(id, baseOf(base, file));
      return { ...standing, beside: [...beside] };
    },
    'article:settle': async ({ article, base, file, theirs, keep }, context) => {
      const decision = { mine: parseArticle(article), base: baseOf(base, file), theirs, keep };
      const opened = await (await articles()).settle(decision);
      // Where the file has what it had, no other window needs to look.
      if (opened.article.id === decision.mine.id && opened.hash !== theirs.hash)
        windows.broadcast('article:changed', { id: opened.article.id, hash: opened.hash }, context.window);
      library.changed();
      return answer(opened, context);
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
    'article:several': async ({ deed, files }) => {
      const store = await articles();
      const deeds: Readonly<Record<typeof deed, (file: string) => Promise<string>>> = {
        open: async (file) => {
          const { article } = await store.open(file);
          desktop.openWindow(article.id);
          return article.id;
        },
        duplicate: async (file) => (await store.duplicate(file)).file,
        trash: (file) => store.trash(file),
        restore: async (name) => (await store.restore(name)).file,
      };
      if (deed === 'open' && files.length > mostWindows) {
        const text = `${files.length} articles are too many to open at once: select at most ${mostWindows}`;
        throw new CopydeskError('refused', text);
      }
      const { done, failed } = await several(files, deeds[deed]);
      library.changed();
      return { done: [...done], failed: [...failed] };
    },
  };
}
