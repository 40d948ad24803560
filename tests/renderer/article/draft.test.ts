import { describe, expect, test } from 'vitest';
import { createDraft, type OpenDraft } from '../../../renderer/article/draft.ts';
import { articleToJson, newArticle, type ArticleJson } from '../../../shared/article/article.ts';
import { schema } from '../../../shared/article/schema.ts';
import { headerText } from '../../../shared/article/text.ts';
import { CopydeskError, type ErrorCode } from '../../../shared/error.ts';
import type { CallInput, OpenedArticle } from '../../../shared/ipc/contract.ts';
import { createFakeClock, settle } from '../../support/fakeClock.ts';
import { createFakeConnection, type Answers } from '../../support/fakeConnection.ts';

const first = 'a'.repeat(32);
const second = 'b'.repeat(32);

const body = (headline: string) => {
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

const idOf = (which: CallInput<'article:open'>): string => ('id' in which ? which.id : '');

const stored = (id: string, headline: string): ArticleJson =>
  articleToJson(newArticle({ id, created: '2026-01-02T03:04:05Z', language: 'en', body: body(headline) }));

const opened = (article: ArticleJson, change: Partial<OpenedArticle> = {}): OpenedArticle => ({
  article,
  hash: 'h0',
  file: `${article.id}.copydesk`,
  readOnly: null,
  elsewhere: 0,
  ...change,
});

/** A draft over a library of two articles, and the saves it received. */
function setUp(more: Answers = {}) {
  const clock = createFakeClock();
  const saves: { readonly article: ArticleJson; readonly base: string }[] = [];
  let failure: ErrorCode | null = null;
  const connection = createFakeConnection({
    'journal:write': () => null,
    'recovery:discard': () => null,
    'article:open': (which) => opened(stored(idOf(which), idOf(which) === first ? 'First' : 'Second')),
    // The draft sends articles as JSON.
    'article:create': ({ article }) => opened((article ?? stored(second, '')) as ArticleJson),
    'article:save': ({ article, base }) => {
      if (failure !== null) throw new CopydeskError(failure, 'The disk said no');
      saves.push({ article: article as ArticleJson, base });
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

describe('draft', () => {
  test('starts with no article', () => {
    expect(setUp().draft.get()).toEqual({ kind: 'none' });
  });

  test('opens an article as it is on disk', async () => {
    const { draft, present, headline } = setUp();
    await draft.open({ id: first });
    expect(headline()).toBe('First');
    expect(present()).toMatchObject({ hash: 'h0', saveState: { kind: 'saved', at: null } });
  });

  test('saves an edit with the hash it was made from, then with that of its own save', async () => {
    const { draft, clock, saves, present } = setUp();
    await draft.open({ id: first });
    draft.edit(body('One'));
    await clock.advance(1000);
    draft.edit(body('Two'));
    await clock.advance(1000);
    expect(saves.map(({ base, article }) => [base, article.rev])).toEqual([
      ['h0', 0],
      ['h1', 1],
    ]);
    expect(present()).toMatchObject({ hash: 'h2', file: 'story.copydesk', saveState: { kind: 'saved' } });
  });

  test('a document that did not change is no edit', async () => {
    const { draft, present } = setUp();
    await draft.open({ id: first });
    draft.edit(present().article.body);
    expect(present().saveState.kind).toBe('saved');
  });

  test('edits metadata, and removes a field that is set to undefined', async () => {
    const { draft, clock, saves } = setUp();
    await draft.open({ id: first });
    draft.editEnvelope({ section: 'World', slugline: 'talks' });
    draft.editEnvelope({ slugline: undefined });
    await clock.advance(1000);
    expect(saves[0]?.article.section).toBe('World');
    expect(Object.hasOwn(saves[0]?.article ?? {}, 'slugline')).toBe(false);
  });

  test('saves before it opens another article', async () => {
    const { draft, saves, headline } = setUp();
    await draft.open({ id: first });
    draft.edit(body('Changed'));
    await draft.open({ id: second });
    expect(saves).toHaveLength(1);
    expect(headline()).toBe('Second');
  });

  test('stays with an article that cannot be saved, and says why', async () => {
    const { draft, fail, headline } = setUp();
    await draft.open({ id: first });
    draft.edit(body('Precious'));
    fail('disk-full');
    await expect(draft.open({ id: second })).rejects.toMatchObject({ code: 'disk-full' });
    expect(headline()).toBe('Precious');
  });

  test('keeps what was typed while the other article was on its way', async () => {
    let go = () => {};
    const { draft, saves, headline } = setUp({
      'article:open': async (which) => {
        const id = idOf(which);
        if (id === second) await new Promise<void>((resolve) => (go = resolve));
        return opened(stored(id, id === first ? 'First' : 'Second'));
      },
    });
    await draft.open({ id: first });
    const switched = draft.open({ id: second });
    await settle();
    draft.edit(body('Typed at the last moment'));
    go();
    await switched;
    expect(headline()).toBe('Second');
    expect(JSON.stringify(saves.at(-1)?.article.body)).toContain('Typed at the last moment');
  });

  test('of two articles opened at once the last one wins', async () => {
    const waiting = new Map<string, () => void>();
    const { draft, headline } = setUp({
      'article:open': async (which) => {
        const id = idOf(which);
        await new Promise<void>((resolve) => waiting.set(id, resolve));
        return opened(stored(id, id === first ? 'First' : 'Second'));
      },
    });
    const both = [draft.open({ id: first }), draft.open({ id: second })];
    await settle();
    waiting.get(second)?.();
    waiting.get(first)?.();
    await Promise.all(both);
    expect(headline()).toBe('Second');
  });

  test('a read-only article takes no edit', async () => {
    const readOnly = { code: 'newer', message: 'Written by a newer Copydesk' };
    const { draft, clock, saves, headline } = setUp({
      'article:open': (which) => opened(stored(idOf(which), 'First'), { readOnly }),
    });
    await draft.open({ id: first });
    draft.edit(body('Changed'));
    await clock.advance(10_000);
    expect(headline()).toBe('First');
    expect(saves).toEqual([]);
  });

  test('shows a failed save and keeps the text', async () => {
    const { draft, clock, fail, present, headline } = setUp();
    await draft.open({ id: first });
    fail('disk-full');
    draft.edit(body('Precious'));
    await clock.advance(1000);
    expect(present().saveState).toEqual({ kind: 'failed', code: 'disk-full', message: 'The disk said no' });
    expect(headline()).toBe('Precious');
  });

  test('loads what another window saved, if nothing is unsaved here', async () => {
    let headlineOnDisk = 'First';
    const { draft, headline, present } = setUp({
      'article:open': (which) => opened(stored(idOf(which), headlineOnDisk)),
    });
    await draft.open({ id: first });
    const before = present().generation;
    headlineOnDisk = 'From the other window';
    await draft.refresh('h9');
    expect(headline()).toBe('From the other window');
    expect(present().generation).not.toBe(before);
  });

  test('does not load it over something unsaved', async () => {
    const { draft, headline } = setUp();
    await draft.open({ id: first });
    draft.edit(body('Mine'));
    await draft.refresh('h9');
    expect(headline()).toBe('Mine');
  });

  test('its own save is nothing to load', async () => {
    const { draft, connection, clock } = setUp();
    await draft.open({ id: first });
    draft.edit(body('Mine'));
    await clock.advance(1000);
    await draft.refresh('h1');
    expect(connection.sent.filter(({ name }) => name === 'article:open')).toHaveLength(1);
  });

  test.each(['mine', 'theirs', 'both'] as const)(
    'a conflict is decided by main, with all that was typed: %s',
    async (keep) => {
      const theirs = { file: `${first}.copydesk`, hash: 'h9' };
      const { draft, clock, connection, fail, headline } = setUp({
        'article:settle': () => opened(stored(first, 'Settled'), { hash: 'h10' }),
      });
      await draft.open({ id: first });
      const session = draft.session();
      fail('conflict');
      draft.edit(body('Mine'));
      await clock.advance(1000);
      draft.edit(body('Mine, and more'));
      await draft.settle(theirs, keep);
      const names = connection.sent.map(({ name }) => name);
      expect(names.lastIndexOf('article:save')).toBeLessThan(names.indexOf('article:settle'));
      const asked = connection.sent.find(({ name }) => name === 'article:settle');
      expect(asked?.input).toMatchObject({ base: 'h0', file: `${first}.copydesk`, theirs, keep });
      expect(JSON.stringify(asked)).toContain('Mine, and more');
      expect(headline()).toBe('Settled');
      expect(connection.sent.at(-1)).toEqual({ name: 'recovery:discard', input: { id: first, session } });
    },
  );

  test('what is typed while main decides stays on the sheet', async () => {
    const { draft, headline } = setUp({
      'article:settle': () => {
        draft.edit(body('Typed on'));
        return opened(stored(first, 'Settled'), { hash: 'h10' });
      },
    });
    await draft.open({ id: first });
    await draft.settle({ file: `${first}.copydesk`, hash: 'h9' }, 'theirs');
    expect(headline()).toBe('Typed on');
  });

  test('a text that the file lost is saved again, and only one that was typed in is touched', async () => {
    const { draft, clock, saves } = setUp();
    await draft.open({ id: first });
    expect(draft.touched()).toBe(false);
    draft.edit(body('Mine'));
    await clock.advance(1000);
    expect(draft.touched()).toBe(true);
    expect(await draft.contest()).toBe(null);
    expect(saves).toHaveLength(2);
  });

  test('a recovered draft opens as an unsaved change, and goes on in its session', async () => {
    const mark = { session: 'before', edit: 7 };
    const { draft, clock, connection, headline, present } = setUp({
      'recovery:take': ({ id }) => ({ opened: opened(stored(id, 'Typed before the crash')), mark }),
    });
    await draft.recover({ id: first, session: 'before' });
    expect(headline()).toBe('Typed before the crash');
    expect(present().saveState.kind).toBe('edited');
    expect(draft.session()).toBe('before');
    await clock.advance(1000);
    expect(connection.sent.find(({ name }) => name === 'article:save')?.input).toMatchObject({
      session: 'before',
      edit: 8,
      reason: 'recovered',
    });
    expect(present().saveState.kind).toBe('saved');
  });

  test('a recovered draft that was saved as an article of its own is nothing to save', async () => {
    const { draft, clock, saves, present } = setUp({
      'recovery:take': () => ({ opened: opened(stored(second, 'Rescued')), mark: null }),
    });
    await draft.recover({ id: first, session: 'before' });
    await clock.advance(10_000);
    expect(present()).toMatchObject({ saveState: { kind: 'saved' } });
    expect(saves).toEqual([]);
  });

  test('a journal that fails is told, typing goes on, and it is told when it works again', async () => {
    let full = true;
    const { draft, clock, headline, present, fail } = setUp({
      'journal:write': () => {
        if (full) throw new CopydeskError('disk-full', 'No room');
        return null;
      },
    });
    await draft.open({ id: first });
    fail('disk-full');
    draft.edit(body('One'));
    await clock.advance(250);
    expect(present().unjournalled).toBe('No room');
    draft.edit(body('Two'));
    expect(headline()).toBe('Two');
    full = false;
    await clock.advance(3000);
    expect(present()).toMatchObject({ unjournalled: null, saveState: { kind: 'failed' } });
  });

  test('a version that could not be kept is told, until the next save keeps one', async () => {
    let unkept: { code: string; message: string } | null = { code: 'disk-full', message: 'No room' };
    const { draft, clock, present } = setUp({
      'article:save': () => ({ rev: 1, hash: 'h1', savedAt: 1, file: 'a.copydesk', unkept }),
    });
    await draft.open({ id: first });
    draft.edit(body('One'));
    await clock.advance(1000);
    expect(present()).toMatchObject({ unkept: { message: 'No room' }, saveState: { kind: 'saved' } });
    unkept = null;
    draft.edit(body('Two'));
    await clock.advance(1000);
    expect(present().unkept).toBe(null);
  });

  test('a save that ends after its article was left changes nothing', async () => {
    let go = () => {};
    const { draft, headline } = setUp({
      'article:save': async () => {
        await new Promise<void>((resolve) => (go = resolve));
        return { rev: 9, hash: 'late', savedAt: 1, file: 'late.copydesk', unkept: null };
      },
    });
    await draft.open({ id: first });
    draft.edit(body('Mine'));
    void draft.flush();
    await settle();
    draft.abandon();
    await draft.open({ id: second });
    go();
    await settle();
    expect(headline()).toBe('Second');
    expect(draft.get()).toMatchObject({ hash: 'h0' });
  });

  test('closing saves and shows no article', async () => {
    const { draft, saves } = setUp();
    await draft.open({ id: first });
    draft.edit(body('Mine'));
    await draft.close();
    expect(saves).toHaveLength(1);
    expect(draft.get()).toEqual({ kind: 'none' });
  });
});
