import { createTakenDrafts } from '../../electron/core/takenDrafts.ts';
import { createDraft, type OpenDraft } from '../../renderer/article/draft.ts';
import { articleToJson, newArticle, type ArticleJson } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';
import { headerText } from '../../shared/article/text.ts';
import { CopydeskError, type ErrorCode } from '../../shared/error.ts';
import type { CallInput, OpenedArticle } from '../../shared/ipc/contract.ts';
import { createFakeClock } from './fakeClock.ts';
import { createFakeConnection, type Answers } from './fakeConnection.ts';

/** The ids of the two articles. */
export const first = 'a'.repeat(32);
export const second = 'b'.repeat(32);

/** A body with a headline and an empty paragraph. */
export const body = (headline: string) => {
  const field = (name: string, text = '') => schema.node(name, null, text === '' ? [] : schema.text(text));
  return schema.node('doc', null, [
    field('kicker'),
    field('headline', headline),
    field('standfirst'),
    field('byline'),
    field('dateline'),
    schema.node('paragraph'),
  ]);
};

/** The id that an article is asked for by; '' where it is asked for by its file. */
export const idOf = (which: CallInput<'article:open'>): string => ('id' in which ? which.id : '');

/** An article of the library as it is stored. */
export const stored = (id: string, headline: string): ArticleJson =>
  articleToJson(newArticle({ id, created: '2026-01-02T03:04:05Z', language: 'en', body: body(headline) }));

/** What main answers when such an article is opened. */
export const opened = (article: ArticleJson, change: Partial<OpenedArticle> = {}): OpenedArticle => ({
  article,
  hash: 'h0',
  file: `${article.id}.copydesk`,
  readOnly: null,
  elsewhere: 0,
  ...change,
});

/** A draft over a library of two articles, and the saves it received. */
export function setUp(more: Answers = {}) {
  const clock = createFakeClock();
  const saves: { readonly article: ArticleJson; readonly base: string }[] = [];
  const drafts = createTakenDrafts();
  let failure: ErrorCode | null = null;
  const connection = createFakeConnection({
    'journal:write': ({ article, kept, session, edit }) => {
      drafts.take(session, edit, drafts.whole(session, article, kept ?? null));
      return null;
    },
    'recovery:discard': () => null,
    'article:open': (which) => opened(stored(idOf(which), idOf(which) === first ? 'First' : 'Second')),
    // The draft sends articles as JSON.
    'article:create': ({ article }) => opened((article ?? stored(second, '')) as ArticleJson),
    'article:save': ({ article, kept, base, session, edit }) => {
      if (failure !== null) throw new CopydeskError(failure, 'The disk said no');
      const whole = drafts.whole(session, article, kept ?? null);
      drafts.take(session, edit, whole);
      saves.push({ article: whole as ArticleJson, base });
      const rev = saves.length;
      return { rev, hash: `h${String(rev)}`, savedAt: clock.now(), file: 'story.copydesk', unkept: null };
    },
    ...more,
  });
  const draft = createDraft(connection, clock);
  return {
    clock,
    connection,
    draft,
    saves,
    fail: (code: ErrorCode | null) => (failure = code),
    present: (): OpenDraft => {
      const state = draft.get();
      if (state.kind !== 'open') throw new Error('No article is open');
      return state;
    },
    headline: () => {
      const state = draft.get();
      return state.kind === 'open' ? headerText(state.article.body, 'headline') : null;
    },
  };
}
