import { expect, test } from 'vitest';
import { createTakenDrafts } from '../../../electron/core/takenDrafts.ts';
import { createKeeper } from '../../../renderer/article/keeper.ts';
import type { QueueState } from '../../../renderer/article/saveQueue.ts';
import type { Article } from '../../../shared/article/article.ts';
import { schema } from '../../../shared/article/schema.ts';
import { CopydeskError } from '../../../shared/error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { createFakeClock, settle } from '../../support/fakeClock.ts';
import { createFakeConnection } from '../../support/fakeConnection.ts';
import { someArticle } from '../../support/someArticle.ts';

/** A keeper over a library and a journal that can be held up or made to fail. */
function setUp({ slow = false, reads = { count: 0 }, given = someArticle() } = {}) {
  const clock = createFakeClock();
  const start = clock.now();
  const saves: CallInput<'article:save'>[] = [];
  const writes: { readonly at: number; readonly edit: number }[] = [];
  const states: QueueState[] = [];
  const held: (() => void)[] = [];
  let failing = false;
  let drafts = createTakenDrafts();
  const take = ({ article, kept, session, edit }: CallInput<'journal:write'>) =>
    drafts.take(session, edit, drafts.whole(session, article, kept ?? null));
  const connection = createFakeConnection({
    'article:save': (input) => {
      if (failing) throw new CopydeskError('disk-full', 'The disk is full');
      take(input);
      saves.push(input);
      // Main journals what it saves, before it saves it.
      writes.push({ at: clock.now() - start, edit: input.edit });
      return {
        rev: saves.length,
        hash: `h${saves.length}`,
        savedAt: clock.now(),
        file: 'a.copydesk',
        unkept: null,
      };
    },
    'journal:write': async (input) => {
      const { edit } = input;
      take(input);
      writes.push({ at: clock.now() - start, edit });
      if (slow) await new Promise<void>((resolve) => held.push(resolve));
      return null;
    },
  });
  const keeper = createKeeper({
    connection,
    clock,
    base: { hash: 'h0', rev: 0 },
    savedAt: null,
    resumed: null,
    onState: (state) => states.push(state),
    onSaved: () => undefined,
    onJournal: () => undefined,
  });
  const type = (text: string, removed = 0) => {
    // The other blocks stay the same nodes, as in the editor.
    const typed = schema.node('paragraph', null, schema.text(text));
    const next = { ...given, body: given.body.copy(given.body.content.replaceChild(5, typed)) };
    const watched: Article = Object.defineProperty({ ...next }, 'body', {
      enumerable: true,
      get: () => {
        reads.count += 1;
        return next.body;
      },
    });
    keeper.put(watched, removed);
  };
  return {
    clock,
    keeper,
    saves,
    writes,
    states,
    type,
    held,
    fail: (on: boolean) => (failing = on),
    forget: () => (drafts = createTakenDrafts()),
    // Both calls have these fields.
    sent: (name: string) =>
      connection.sent.filter((one) => one.name === name).map(({ input }) => input as { kept: unknown }),
  };
}

test('the journal has a text 250 ms after the last key', async () => {
  const { clock, type, writes } = setUp();
  type('a');
  await clock.advance(200);
  type('ab');
  await clock.advance(249);
  expect(writes).toEqual([]);
  await clock.advance(1);
  expect(writes).toEqual([{ at: 450, edit: 2 }]);
});

test('while somebody types without a pause the journal never lags by more than a second', async () => {
  const { clock, type, writes } = setUp();
  for (let key = 1; key <= 60; key += 1) {
    type('x'.repeat(key));
    await clock.advance(100);
  }
  let last = 0;
  for (const { at } of writes) {
    expect(at - last).toBeLessThanOrEqual(1000);
    last = at;
  }
  expect(writes.length).toBeGreaterThan(4);
});

test('one write is in flight at a time, and the newest text follows it', async () => {
  const { clock, type, writes, held } = setUp({ slow: true });
  type('a');
  await clock.advance(250);
  type('ab');
  type('abc');
  await clock.advance(400);
  expect(writes.map(({ edit }) => edit)).toEqual([1]);
  held.shift()?.();
  await clock.advance(250);
  expect(writes.map(({ edit }) => edit)).toEqual([1, 3]);
});

test('a key costs no look at the text: it is written down by a timer', async () => {
  const reads = { count: 0 };
  const { clock, type } = setUp({ reads });
  type('a');
  expect(reads.count).toBe(0);
  await clock.advance(250);
  expect(reads.count).toBeGreaterThan(0);
});

test('what is saved already is not journalled', async () => {
  const { clock, keeper, type, writes, saves } = setUp();
  type('a');
  await keeper.flush(false);
  await clock.advance(5000);
  expect(saves).toHaveLength(1);
  expect(writes).toHaveLength(1);
});

test('a save carries its session, its edit and what was taken out since the last one', async () => {
  const { clock, keeper, type, saves } = setUp();
  type('a', 4);
  type('b', 3);
  await clock.advance(1000);
  type('c', 2);
  await clock.advance(1000);
  const { session } = keeper;
  expect(saves).toMatchObject([
    { session, edit: 2, removed: 7, reason: 'auto', base: 'h0' },
    { session, edit: 3, removed: 2, reason: 'auto', base: 'h1' },
  ]);
});

test('a save that a person asks for says so, even of what was saved by itself; the same text once', async () => {
  const { clock, keeper, type, saves } = setUp();
  await keeper.flush(true);
  expect(saves).toEqual([]);
  type('a');
  await clock.advance(1000);
  await keeper.flush(true);
  await keeper.flush(true);
  expect(saves.map(({ reason, edit }) => [reason, edit])).toEqual([
    ['auto', 1],
    ['manual', 1],
  ]);
});

test('a save that a person asked for and that failed is still theirs when it is tried again', async () => {
  const { clock, keeper, type, saves, fail, states } = setUp();
  fail(true);
  type('a');
  expect(await keeper.flush(true)).toMatchObject({ code: 'disk-full' });
  fail(false);
  await clock.advance(2000);
  await settle();
  expect(saves.map(({ reason }) => reason)).toEqual(['manual']);
  expect(states.at(-1)?.kind).toBe('saved');
});

test.each([10, 2000])('a key in %i paragraphs sends less than a kilobyte', async (count) => {
  const paragraphs = Array.from({ length: count }, (_, index) => `Paragraph ${index} was here before.`);
  const { clock, type, sent } = setUp({ given: someArticle({ paragraphs }) });
  type('a');
  await clock.advance(250);
  type('ab');
  await clock.advance(250);
  const sizes = sent('journal:write').map((input) => JSON.stringify(input).length);
  expect(sizes).toHaveLength(2);
  expect(sizes[1]).toBeLessThan(1000);
});

test('after the first write only what is new is sent; what main does not have any more is sent at once', async () => {
  const { clock, keeper, type, saves, sent, forget } = setUp();
  type('a');
  await clock.advance(250);
  type('ab');
  await clock.advance(250);
  forget();
  type('abc');
  await keeper.flush(false);
  expect(sent('journal:write').map(({ kept }) => kept)).toEqual([null, { edit: 1, start: 5, end: 0 }]);
  expect(sent('article:save').map(({ kept }) => kept)).toEqual([{ edit: 2, start: 5, end: 0 }, null]);
  expect(saves).toHaveLength(1);
});
