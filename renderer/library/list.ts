import { CopydeskError, messageOf } from '../../shared/error.ts';
import type { Connection } from '../../shared/ipc/link.ts';
import type { LibraryPage, LibraryRow } from '../../shared/ipc/searchShapes.ts';
import type { Sort } from '../../shared/search/sort.ts';
import type { Clock } from '../article/clock.ts';
import { createStore, type Store } from '../ui/store.ts';

/** What the library's list has, and the lines of it that are here. */
export interface Listed extends Omit<LibraryPage, 'rows'> {
  readonly typed: string;
  readonly sort: Sort;
  /** By their place in the list; only those around what is seen. */
  readonly rows: ReadonlyMap<number, LibraryRow>;
  /** Why it cannot be read now, '' if it can. */
  readonly problem: string;
}

/** The places of the list that are seen, and the one that the keyboard is at; it stays with its article where that moves. */
export interface Seen {
  readonly first: number;
  readonly last: number;
  readonly current: number;
}

/** The library's list, or what a search finds, as a store: null until the first answer. It follows the index. */
export interface LibraryList extends Store<Listed | null> {
  /** Lists something else; what was listed stays until the answer. */
  readonly look: (typed: string, sort: Sort) => void;
  /** Fetches what is seen and not here, and lets go of what is far from it. */
  readonly show: (seen: Seen) => void;
  /** The files of so many lines from a place on. */
  readonly files: (offset: number, limit: number) => Promise<readonly string[]>;
  /** Asks anew. */
  readonly again: () => void;
  readonly stop: () => void;
}

/** Lines fetched beyond what is seen, and the most that are fetched at a time. */
const around = 15;
const most = 150;
/** Lines that are kept on either side of what is seen. */
const near = 400;
/** The index tells of every file that it takes in: it is asked again so many milliseconds after the first. */
const pause = 300;

interface Range {
  readonly from: number;
  /** The place behind the last. */
  readonly to: number;
}

/** A list that follows the index of the library. */
export function createList(connection: Connection, clock: Clock): LibraryList {
  const store = createStore<Listed | null>(null);
  let wanted: { readonly typed: string; readonly sort: Sort } | null = null;
  let seen: Seen = { first: 0, last: 20, current: 0 };
  // Raised by whatever makes earlier answers worthless.
  let turn = 0;
  let filling = -1;
  let callOff: (() => void) | null = null;

  const question = (its: NonNullable<typeof wanted>, { from, to }: Range) => ({
    ...its,
    typing: true,
    offset: from,
    limit: to - from,
  });

  /** Fetches a range; `fresh`: in place of all that is here. False if it failed. */
  async function fetchRange(range: Range, fresh: boolean): Promise<boolean> {
    const its = wanted;
    if (its === null) return false;
    const mine = turn;
    try {
      const { rows, ...page } = await connection.call('library:page', question(its, range));
      if (mine !== turn) return false;
      const before = store.get()?.rows ?? new Map<number, LibraryRow>();
      const kept = fresh ? [] : [...before].filter(([at]) => isNear(at, seen));
      const got = rows.map((row, at) => [range.from + at, sameOr(row, before)] as const);
      const next = { ...page, ...its, problem: '', rows: new Map([...kept, ...got]) };
      if (!saysTheSame(store.get(), next)) store.set(next);
      return true;
    } catch (error) {
      if (mine !== turn || (error instanceof CopydeskError && error.code === 'cancelled')) return false;
      const nothing = { count: 0, unclear: [], progress: null, rows: new Map() };
      store.set({ ...nothing, ...store.get(), ...its, problem: messageOf(error) });
      return false;
    }
  }

  async function refresh(): Promise<void> {
    turn += 1;
    const { first, last } = seen;
    const from = Math.max(0, first - around);
    if (await fetchRange({ from, to: Math.min(from + most, last + 1 + around) }, true)) void fill();
  }

  /** One range after the other, of what is seen by then: whoever drags the scroll bar passes most of the list. */
  async function fill(): Promise<void> {
    const mine = turn;
    if (filling === mine) return;
    filling = mine;
    for (let range = missing(store.get(), seen); range !== null; range = missing(store.get(), seen))
      if (!(await fetchRange(range, false))) break;
    if (filling === mine) filling = -1;
  }

  const planRefresh = () => {
    if (wanted === null) return;
    callOff ??= clock.after(pause, () => {
      callOff = null;
      void refresh();
    });
  };
  const ends = [
    connection.on('index:changed', planRefresh),
    // The last files that are taken in change the hint beside the list, too.
    connection.on('index:progress', (progress) => (progress === null ? planRefresh() : undefined)),
  ];

  return {
    get: store.get,
    subscribe: store.subscribe,
    look: (typed, sort) => {
      wanted = { typed: typed.slice(0, 2000), sort };
      seen = { first: 0, last: 20, current: 0 };
      void refresh();
    },
    show: (now) => {
      seen = now;
      void fill();
    },
    files: async (offset, limit) =>
      wanted === null
        ? []
        : connection.call('library:files', question(wanted, { from: offset, to: offset + limit })),
    again: () => void refresh(),
    stop: () => {
      wanted = null;
      turn += 1;
      callOff?.();
      for (const end of ends) end();
    },
  };
}

const isNear = (at: number, { first, last, current }: Seen): boolean =>
  (at >= first - near && at <= last + near) || Math.abs(at - current) <= around;

function saysTheSame(before: Listed | null, { rows, ...rest }: Listed): boolean {
  if (before === null || before.rows.size !== rows.size) return false;
  const { rows: old, ...was } = before;
  const unchanged = [...rows].every(([at, row]) => old.get(at) === row);
  return unchanged && isAlike(rest, was);
}

const isAlike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

// A line that says what it said is the same object: nothing is drawn for it.
function sameOr(row: LibraryRow, before: ReadonlyMap<number, LibraryRow>): LibraryRow {
  for (const one of before.values())
    if (one.entry.file === row.entry.file) return JSON.stringify(one) === JSON.stringify(row) ? one : row;
  return row;
}

/** What is seen, or is the keyboard's place, and is not here; null if all of it is. */
export function missing(listed: Listed | null, { first, last, current }: Seen): Range | null {
  if (listed === null) return null;
  const { count, rows } = listed;
  const from = Math.max(0, first);
  const to = Math.min(count, last + 1);
  for (let at = from; at < to; at += 1) {
    if (rows.has(at)) continue;
    const start = rows.has(at - 1) ? at : Math.max(0, at - around);
    return { from: start, to: Math.min(count, start + most, last + 1 + around) };
  }
  if (current < 0 || current >= count || rows.has(current)) return null;
  const start = Math.max(0, current - around);
  return { from: start, to: Math.min(count, current + around) };
}
