import { expect, test } from 'vitest';
import { createLibrary } from '../../../renderer/library/library.ts';
import { createFakeClock, settle } from '../../support/fakeClock.ts';
import { createFakeConnection } from '../../support/fakeConnection.ts';

function setUp() {
  const clock = createFakeClock();
  let reads = 0;
  let failing = false;
  let go: (() => void) | null = null;
  let hold = false;
  const connection = createFakeConnection({
    'library:list': async () => {
      reads += 1;
      const read = reads;
      if (hold) await new Promise<void>((resolve) => (go = resolve));
      if (failing) throw new Error('The window is closing');
      return { root: `read ${String(read)}`, problem: null, entries: [], trashed: 0 };
    },
  });
  return {
    clock,
    connection,
    library: createLibrary(connection, clock),
    reads: () => reads,
    fail: () => (failing = true),
    hold: () => (hold = true),
    release: async () => {
      hold = false;
      go?.();
      await settle();
    },
  };
}

test('is empty-handed before the first answer', () => expect(setUp().library.get()).toBeNull());

test('reads again once after many changes at a time', async () => {
  const { clock, connection, reads } = setUp();
  for (let change = 0; change < 20; change += 1) connection.emit('library:changed', {});
  await clock.advance(1000);
  expect(reads()).toBe(1);
});

test('a change during a reading is read too, by one more', async () => {
  const set = setUp();
  set.hold();
  const reading = set.library.refresh();
  await settle();
  void set.library.refresh();
  void set.library.refresh();
  await set.release();
  await reading;
  expect(set.reads()).toBe(2);
  expect(set.library.get()?.root).toBe('read 2');
});

test('keeps the list and says why when it cannot be read', async () => {
  const set = setUp();
  await set.library.refresh();
  set.fail();
  await set.library.refresh();
  expect(set.library.get()).toMatchObject({
    root: 'read 1',
    problem: { message: 'The window is closing' },
  });
});
