import { describe, expect, test } from 'vitest';
import { body, first, idOf, opened, second, setUp, stored } from '../../support/draftDesk.ts';
import { settle } from '../../support/fakeClock.ts';

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
});
