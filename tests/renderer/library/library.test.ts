import { expect, test } from 'vitest';
import { createLibrary } from '../../../renderer/library/library.ts';
import { createFakeClock, settle } from '../../support/fakeClock.ts';
import { createFakeConnection } from '../../support/fakeConnection.ts';

function setUp() {
  const clock = createFakeClock();
  let reads = 0;
  let failing = false;
  let missing: { readonly code: string; readonly message: string } | null = null;
  let go: (() => void) | null = null;
  let hold = false;
  const connection = createFakeConnection({
    'library:state': async () => {
      reads += 1;
      const read = reads;
      if (hold) await new Promise<void>((resolve) => (go = resolve));
      if (failing) throw new Error('The window is closing');
      return {
        root: `read ${String(read)}`,
        id: 'one',
        problem: missing,
        empty: true,
        trashed: 0,
        vanished: null,
      };
    },
  });
  return {
    clock,
    connection,
    library: createLibrary(connection, clock),
    reads: () => reads,
    fail: () => (failing = true),
    miss: (is: boolean) => (missing = is ? { code: 'library-missing', message: 'It is away' } : null),
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

test('keeps what was known and says why when it cannot be read', async () => {
  const set = setUp();
  await set.library.refresh();
  set.fail();
  await set.library.refresh();
  expect(set.library.get()).toMatchObject({
    root: 'read 1',
    problem: { message: 'The window is closing' },
  });
});

test('a library that is missing is looked for every five seconds until it is back, and then left alone', async () => {
  const { library, miss, clock, reads } = setUp();
  miss(true);
  await library.refresh();
  await clock.advance(12_000);
  expect(reads()).toBe(3);
  miss(false);
  await clock.advance(5000);
  expect(library.get()?.problem).toBeNull();
  await clock.advance(60_000);
  expect(reads()).toBe(4);
});
