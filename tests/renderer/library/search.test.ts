import { expect, test } from 'vitest';
import { createSearch } from '../../../renderer/library/search.ts';
import { CopydeskError } from '../../../shared/error.ts';
import type { LibraryPage, PageQuestion } from '../../../shared/ipc/searchShapes.ts';
import { createFakeClock, settle } from '../../support/fakeClock.ts';
import { createFakeConnection } from '../../support/fakeConnection.ts';

const entryOf = (number: number) => ({
  id: number.toString(16).padStart(32, '0'),
  file: `${String(number)}.copydesk`,
  title: `Story ${String(number)}`,
  slugline: '',
  section: '',
  status: '',
  language: 'en',
  canonical: '',
  words: 1,
  modified: 0,
  problem: null,
});

function setUp() {
  const clock = createFakeClock();
  const state = { count: 250, failing: '' };
  const connection = createFakeConnection({
    'library:page': ({ offset, limit }: PageQuestion): LibraryPage => {
      if (state.failing !== '')
        throw new CopydeskError(state.failing === 'cancelled' ? 'cancelled' : 'unexpected', 'No');
      const numbers = Array.from({ length: Math.min(limit, state.count - offset) }, (_, at) => offset + at);
      const rows = numbers.map((number) => ({
        entry: entryOf(number),
        title: { text: `Story ${String(number)}`, marks: [] },
        snippet: null,
      }));
      return { count: state.count, rows, unclear: [], progress: null };
    },
  });
  return { clock, connection, state, search: createSearch(connection, clock) };
}

test('finds by parts, and fetches the next ones until all are there', async () => {
  const { search } = setUp();
  search.look('rain', 'best');
  await settle();
  expect(search.get()).toMatchObject({ typed: 'rain', count: 250 });
  expect(search.get()?.rows).toHaveLength(100);
  for (const rows of [200, 250, 250]) {
    search.more();
    await settle();
    expect(search.get()?.rows).toHaveLength(rows);
  }
  expect(new Set(search.get()?.rows.map(({ entry }) => entry.file)).size).toBe(250);
});

test('asks again once, a moment after the index has changed', async () => {
  const { search, connection, clock, state } = setUp();
  search.look('rain', 'best');
  await settle();
  state.count = 3;
  connection.emit('index:changed', {});
  connection.emit('index:changed', {});
  await clock.advance(300);
  await settle();
  expect(search.get()).toMatchObject({ count: 3 });
  expect(connection.sent).toHaveLength(2);
});

test('keeps what it found when a newer search takes its place, and gives up when the index fails', async () => {
  const { search, state } = setUp();
  search.look('rain', 'best');
  await settle();
  state.failing = 'cancelled';
  search.look('rainb', 'best');
  await settle();
  expect(search.get()).toMatchObject({ typed: 'rain' });
  state.failing = 'unexpected';
  search.look('rainbo', 'best');
  await settle();
  expect(search.get()).toBe(null);
});

test('another order of the whole list is the index’s too', async () => {
  const { search, connection } = setUp();
  search.look('', 'title');
  await settle();
  expect(search.get()).toMatchObject({ typed: '', sort: 'title', count: 250 });
  search.look('', 'best');
  expect(search.get()).toBe(null);
  expect(connection.sent).toHaveLength(1);
});

test('a search that was ended hears no late answer and asks no more', async () => {
  const { search, connection, clock } = setUp();
  search.look('rain', 'best');
  search.look('', 'best');
  await settle();
  connection.emit('index:changed', {});
  await clock.advance(300);
  await settle();
  expect(search.get()).toBe(null);
  expect(connection.sent).toHaveLength(1);
});

test('has the index brought up to date, but never in the way of a search', async () => {
  const { search, connection } = setUp();
  search.warm();
  await settle();
  expect(connection.sent).toMatchObject([{ input: { typed: '', limit: 1 } }]);
  expect(search.get()).toBe(null);
  search.look('rain', 'best');
  search.warm();
  await settle();
  expect(connection.sent).toHaveLength(2);
});
