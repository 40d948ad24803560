import { describe, expect, test } from 'vitest';
import { CopydeskError } from '../../../shared/error.ts';
import { body, first, opened, second, setUp, stored } from '../../support/draftDesk.ts';
import { settle } from '../../support/fakeClock.ts';

describe('draft, beside other versions, the journal and the history', () => {
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
