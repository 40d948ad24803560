import { expect, test } from 'vitest';
import { createList, missing, type Seen } from '../../../renderer/library/list.ts';
import { CopydeskError } from '../../../shared/error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { LibraryPage, LibraryRow } from '../../../shared/ipc/searchShapes.ts';
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

const rowOf = (number: number): LibraryRow => ({
  entry: entryOf(number),
  title: { text: `Story ${String(number)}`, marks: [] },
  snippet: null,
});

const seen = (first: number, last: number, current = first): Seen => ({ first, last, current });

function setUp(count = 100_000) {
  const clock = createFakeClock();
  const state = { count, failing: '', shift: 0 };
  const asked: (readonly [offset: number, limit: number])[] = [];
  const connection = createFakeConnection({
    'library:page': ({ offset, limit }: CallInput<'library:page'>): LibraryPage => {
      asked.push([offset, limit]);
      if (state.failing !== '')
        throw new CopydeskError(state.failing === 'cancelled' ? 'cancelled' : 'unexpected', 'No');
      const numbers = Array.from(
        { length: Math.max(0, Math.min(limit, state.count - offset)) },
        (_, at) => offset + at - state.shift,
      );
      return { count: state.count, rows: numbers.map(rowOf), unclear: [], progress: null };
    },
    'library:files': ({ offset, limit }) =>
      Array.from({ length: limit }, (_, at) => entryOf(offset + at).file),
  });
  return { clock, connection, asked, state, list: createList(connection, clock) };
}

const filesAt = (list: ReturnType<typeof createList>, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => list.get()?.rows.get(from + at)?.entry.file);

test('lists what is seen first, and knows how much there is', async () => {
  const { list, asked } = setUp();
  list.look('', 'newest');
  await settle();
  expect(list.get()).toMatchObject({ typed: '', count: 100_000, problem: '' });
  expect(filesAt(list, 0, 20)).not.toContain(undefined);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.[1]).toBeLessThanOrEqual(150);
});

test('a list that is looked through from top to end holds what is near, not all of it', async () => {
  const { list } = setUp();
  list.look('', 'newest');
  await settle();
  for (let first = 0; first < 100_000; first += 2500) {
    list.show(seen(first, first + 10));
    await settle();
    expect(filesAt(list, first, Math.min(99_999, first + 10))).not.toContain(undefined);
    expect(list.get()?.rows.size).toBeLessThan(1000);
  }
});

test('the line of the keyboard is kept, or fetched, however far it is from what is seen', async () => {
  const { list } = setUp();
  list.look('', 'newest');
  await settle();
  list.show(seen(50_000, 50_010, 3));
  await settle();
  list.show(seen(50_020, 50_030, 99_999));
  await settle();
  expect(list.get()?.rows.get(99_999)?.entry.file).toBe('99999.copydesk');
  list.show(seen(50_040, 50_050, 99_999));
  await settle();
  expect(list.get()?.rows.has(99_999)).toBe(true);
});

test('who drags the scroll bar past everything asks for little of it', async () => {
  const { list, asked } = setUp();
  list.look('', 'newest');
  await settle();
  for (let first = 0; first < 90_000; first += 300) list.show(seen(first, first + 10));
  await settle();
  expect(asked.length).toBeLessThan(6);
  expect(filesAt(list, 89_700, 89_710)).not.toContain(undefined);
});

test('asks again once, a moment after the index has changed, and keeps the lines that say the same', async () => {
  const { list, connection, clock, state, asked } = setUp();
  list.look('rain', 'best');
  await settle();
  const before = list.get()?.rows.get(0);
  state.count += 1;
  state.shift = 1;
  connection.emit('index:changed', {});
  connection.emit('index:changed', {});
  await clock.advance(300);
  await settle();
  expect(asked).toHaveLength(2);
  expect(list.get()).toMatchObject({ count: 100_001 });
  expect(list.get()?.rows.get(1)).toBe(before);
});

test('a change that says nothing new about the lines in view draws nothing', async () => {
  const { list, connection, clock, asked } = setUp();
  list.look('', 'newest');
  await settle();
  const before = list.get();
  connection.emit('index:changed', {});
  await clock.advance(300);
  await settle();
  expect(asked).toHaveLength(2);
  expect(list.get()).toBe(before);
});

test('keeps what is shown when a newer question takes its place, and says why when the index fails', async () => {
  const { list, state } = setUp();
  list.look('rain', 'best');
  await settle();
  state.failing = 'cancelled';
  list.look('rainb', 'best');
  await settle();
  expect(list.get()).toMatchObject({ typed: 'rain', problem: '' });
  state.failing = 'unexpected';
  list.look('rainbo', 'best');
  await settle();
  expect(list.get()).toMatchObject({ problem: 'No', count: 100_000 });
  state.failing = '';
  list.again();
  await settle();
  expect(list.get()).toMatchObject({ typed: 'rainbo', problem: '' });
});

test('a list that was ended hears no late answer and asks no more', async () => {
  const { list, connection, clock, asked } = setUp();
  list.look('rain', 'best');
  list.stop();
  await settle();
  connection.emit('index:changed', {});
  await clock.advance(300);
  await settle();
  expect(list.get()).toBe(null);
  expect(asked).toHaveLength(1);
});

test('names the files of any part for a selection', async () => {
  const { list } = setUp();
  expect(await list.files(0, 2)).toEqual([]);
  list.look('', 'newest');
  expect(await list.files(99_998, 2)).toEqual(['99998.copydesk', '99999.copydesk']);
});

test('nothing is missing where all that is seen is here, or there is nothing', () => {
  const rows = new Map([0, 1, 2].map((at) => [at, rowOf(at)]));
  const listed = { typed: '', sort: 'newest', unclear: [], progress: null, problem: '' } as const;
  expect(missing({ ...listed, count: 3, rows }, seen(0, 20))).toBe(null);
  expect(missing({ ...listed, count: 0, rows: new Map() }, seen(0, 20))).toBe(null);
  expect(missing({ ...listed, count: 40, rows }, seen(0, 20))).toMatchObject({ from: 3 });
});
