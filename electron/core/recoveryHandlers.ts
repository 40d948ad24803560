import { articleToJson, parseArticle } from '../../shared/article/article.ts';
import { titleOf, wordsOf } from '../../shared/article/text.ts';
import { CopydeskError } from '../../shared/error.ts';
import type { Drafted, RecoveredDraft } from '../../shared/ipc/contract.ts';
import type { Handlers } from '../../shared/ipc/link.ts';
import type { Application, Context } from './application.ts';
import { openedAnswer } from './openedAnswer.ts';
import type { Problem } from './readArticle.ts';
import { recoverDrafts, type Recovered, type Recovery } from './recovery.ts';

type Names = 'journal:write' | 'recovery:list' | 'recovery:read' | 'recovery:take' | 'recovery:discard';

/** The calls that keep what is typed on this computer, and give it back after a crash. */
export function recoveryHandlers(application: Application): Pick<Handlers<Context>, Names> {
  const { library, windows, sessions, drafts, journalOf } = application;
  const answer = openedAnswer(windows);

  async function open() {
    const { library: own, articles } = await library.open();
    return { own, articles, journal: journalOf(own.id) };
  }

  async function recover(window: number, own: string | null): Promise<Recovery> {
    const { own: of, articles, journal } = await open();
    const live = new Set([...sessions.elsewhere(window), ...(own === null ? [] : [own])]);
    return recoverDrafts(journal, of, articles, live);
  }

  async function find({ id, session }: Drafted, window: number): Promise<Recovered> {
    const { recovered } = await recover(window, null);
    const found = recovered.find((one) => one.id === id && one.session === session);
    if (found !== undefined) return found;
    throw new CopydeskError('not-found', 'This draft is open in another window, or was dealt with already.');
  }

  const describe = (found: Recovered, window: number): RecoveredDraft => {
    const { id, session, edit, draft, at, saved, base } = found;
    const problem = problemOfFile(found);
    return {
      id,
      session,
      edit,
      title: titleOf(draft.body),
      words: wordsOf(draft.body),
      at,
      saved:
        saved === null
          ? null
          : {
              words: wordsOf(saved.article.body),
              at: Date.parse(saved.article.modified ?? saved.article.created),
            },
      problem,
      here: sessions.isOf(session, window) && problem === null && (saved?.hash ?? null) === base,
    };
  };

  return {
    'journal:write': async ({ article, kept, base, session, edit }, { window }) => {
      const whole = drafts.whole(session, article, kept);
      const draft = parseArticle(whole);
      sessions.claim(session, window);
      drafts.take(session, edit, whole);
      const { journal } = await open();
      await journal.append(draft, { session, edit, base: base === '' ? null : base });
      return null;
    },
    'recovery:list': async ({ own }, { window }) => {
      const recovery = await recover(window, own);
      return {
        recovered: recovery.recovered.map((found) => describe(found, window)),
        notices: noticesOf(recovery),
      };
    },
    'recovery:read': async (which, { window }) => {
      const { draft, saved } = await find(which, window);
      return { draft: articleToJson(draft), saved: saved === null ? null : articleToJson(saved.article) };
    },
    'recovery:take': async (which, context) => {
      const { window } = context;
      const found = await find(which, window);
      const { draft, session, edit, saved } = found;
      const { articles, journal } = await open();
      sessions.claim(session, window);
      if (problemOfFile(found) === null) {
        const { rev } = saved?.article ?? draft;
        const article = parseArticle(articleToJson({ ...draft, rev }));
        const place = { hash: saved?.hash ?? '', file: saved?.file ?? '', readOnly: null };
        return { opened: answer({ article, ...place }, context), mark: { session, edit } };
      }
      const opened = await articles.create({ ...draft, id: articles.newId(), rev: 0 });
      // What cannot be put aside now is offered once more.
      await journal.discard(draft.id, session).catch(() => undefined);
      library.changed();
      return { opened: answer(opened, context), mark: null };
    },
    'recovery:discard': async ({ id, session }, { window }) => {
      if (sessions.elsewhere(window).has(session))
        throw new CopydeskError('refused', 'This text is open in another window. It stays in the journal.');
      await (await open()).journal.discard(id, session);
      return null;
    },
  };
}

// A damaged copy beside a sound file hinders nobody.
const problemOfFile = ({ saved, problem }: Recovered): Problem | null =>
  saved === null ? problem : saved.readOnly;

function noticesOf({ quarantined, unreadable, problems }: Recovery): string[] {
  return [
    ...quarantined.map(
      (path) =>
        `What was typed just before Copydesk stopped may be missing. Every draft that is whole is offered. The damaged journal was not deleted: “${path}”.`,
    ),
    ...unreadable.map(
      ({ id, problem }) =>
        `A draft of the article ${id} cannot be read, and stays in the recovery journal. ${problem.message}`,
    ),
    ...problems.map(({ message }) => message),
  ];
}
