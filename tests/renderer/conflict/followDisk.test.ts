import { describe, expect, test } from 'vitest';
import { followDisk } from '../../../renderer/conflict/followDisk.ts';
import { createServices } from '../../../renderer/window/services.ts';
import { articleToJson } from '../../../shared/article/article.ts';
import { CopydeskError } from '../../../shared/error.ts';
import type { OpenedArticle, Standing } from '../../../shared/ipc/contract.ts';
import { createFakeClock, settle } from '../../support/fakeClock.ts';
import { createFakeConnection } from '../../support/fakeConnection.ts';
import { rewritten, someArticle } from '../../support/someArticle.ts';

const id = 'a'.repeat(32);
const file = `story-${id}.copydesk`;
const same: Standing = { disk: 'same', file, hash: 'h0', ours: false, problem: null, beside: [] };
const changed: Standing = { ...same, disk: 'changed', hash: 'h9' };
const opened = (words: string, hash: string): OpenedArticle => ({
  article: articleToJson(rewritten(someArticle(), words)),
  hash,
  file,
  readOnly: null,
  elsewhere: 0,
});

/** A window with one article open over a disk that a test describes. */
async function setUp() {
  const clock = createFakeClock();
  const disk = { standing: same, holdSave: Promise.resolve() };
  const conflict = () => disk.standing.disk === 'changed' && !disk.standing.ours;
  let saves = 0;
  const connection = createFakeConnection({
    'settings:set': () => {
      throw new CopydeskError('cancelled', 'Not kept in this test');
    },
    'journal:write': () => null,
    'recovery:discard': () => null,
    'article:open': () => opened('From the disk.', disk.standing.hash),
    'article:standing': () => disk.standing,
    'article:settle': ({ theirs }) => opened('Theirs.', theirs.hash),
    'article:save': async () => {
      await disk.holdSave;
      if (conflict()) throw new CopydeskError('conflict', 'It was kept beside');
      saves += 1;
      disk.standing = { ...same, hash: `h${String(saves)}` };
      return { rev: saves, hash: `h${String(saves)}`, savedAt: 1, file, unkept: null };
    },
  });
  const services = createServices(connection, clock);
  let focus = (): void => undefined;
  const page = { addEventListener: (_event: string, then: () => void) => (focus = then) };
  // Of a window only this is used.
  followDisk(services, page as unknown as Window);
  await services.draft.open({ id });
  await settle();
  return {
    ...services,
    clock,
    disk,
    focus: () => focus(),
    calls: (name: string) => connection.sent.filter((one) => one.name === name).length,
    type: (words: string) => services.draft.edit(rewritten(someArticle(), words).body),
    tell: async () => {
      connection.emit('library:changed', {});
      await settle();
    },
    kind: () => services.other.get().other?.kind ?? null,
  };
}

describe('the sheet and the disk', () => {
  test('what was only read follows, once', async () => {
    const { disk, tell, calls, draft, kind } = await setUp();
    disk.standing = changed;
    await tell();
    disk.standing = { ...same, hash: 'h9' };
    await tell();
    expect(calls('article:settle')).toBe(1);
    expect(draft.get()).toMatchObject({ hash: 'h9' });
    expect(kind()).toBe(null);
  });

  test('what was typed in is saved beside and told, and gone on with', async () => {
    const { clock, disk, tell, calls, type, draft, kind } = await setUp();
    type('Mine.');
    await clock.advance(1000);
    disk.standing = changed;
    await tell();
    await clock.advance(0);
    expect(kind()).toBe('changed');
    expect(calls('article:settle')).toBe(0);
    expect(draft.get()).toMatchObject({ saveState: { kind: 'failed', code: 'conflict' } });
  });

  test('a save that runs is no other writer, whatever was found of it', async () => {
    const { clock, disk, tell, calls, type, kind } = await setUp();
    let go = (): void => undefined;
    disk.holdSave = new Promise((resolve) => (go = resolve));
    type('Mine.');
    await clock.advance(1000);
    // Main has written it, and its answer is on its way.
    disk.standing = { ...changed, ours: true };
    await tell();
    go();
    await settle();
    await clock.advance(1000);
    expect(kind()).toBe(null);
    expect(calls('article:save')).toBe(1);
    expect(calls('article:settle')).toBe(0);
  });

  test('another window of this Copydesk is followed without a question, typed in or not', async () => {
    const { clock, disk, tell, type, draft, kind } = await setUp();
    type('Mine.');
    await clock.advance(1000);
    disk.standing = { ...changed, ours: true };
    await tell();
    expect(draft.get()).toMatchObject({ hash: 'h9', saveState: { kind: 'saved' } });
    expect(kind()).toBe(null);
  });

  test('a file that is missing or half written for a moment is nothing to tell', async () => {
    const { clock, disk, tell, calls, kind } = await setUp();
    for (const moment of [
      { ...same, disk: 'gone' as const, file: '', hash: '' },
      { ...changed, hash: 'half', problem: { code: 'damaged', message: 'It ends in the middle' } },
    ]) {
      disk.standing = moment;
      await tell();
      disk.standing = same;
      await clock.advance(3000);
      expect(kind()).toBe(null);
    }
    expect(calls('article:settle') + calls('article:save')).toBe(0);
  });

  test('a file that stays missing is told, and saved again only if it was typed in', async () => {
    const gone = { ...same, disk: 'gone' as const, file: '', hash: '' };
    const read = await setUp();
    read.disk.standing = gone;
    await read.tell();
    await read.clock.advance(2000);
    expect([read.kind(), read.calls('article:save')]).toEqual(['gone', 0]);
    const typed = await setUp();
    typed.type('Mine.');
    await typed.clock.advance(1000);
    typed.disk.standing = gone;
    await typed.tell();
    await typed.clock.advance(2000);
    expect([typed.kind(), typed.calls('article:save')]).toEqual([null, 2]);
    expect(typed.reports.get()).toHaveLength(1);
  });

  test('a version beside is told until it is put off or gone, and by the focus too', async () => {
    const { disk, focus, other, kind } = await setUp();
    disk.standing = { ...same, beside: [{ file: `copy-${id}.copydesk`, hash: 'h7', maker: 'Dropbox' }] };
    focus();
    await settle();
    expect(other.get().other).toMatchObject({ kind: 'beside', maker: 'Dropbox' });
    disk.standing = same;
    focus();
    await settle();
    expect(kind()).toBe(null);
  });
});
