import { ftsInHeadline, ftsOf } from '../../../shared/search/fts.ts';
import type { Query } from '../../../shared/search/query.ts';
import type { Sort } from '../../../shared/search/sort.ts';
import type { Entry } from '../describe.ts';
import { markVersions } from '../listing.ts';
import { firstRow, type IndexFile } from './indexFile.ts';
import { entryColumns, unpackEntry } from './packEntry.ts';

/** A part of what a query finds. */
export interface Wanted {
  readonly query: Query;
  readonly sort: Sort;
  readonly offset: number;
  readonly limit: number;
}

/** How many it finds, and the entries of the part, in order. */
export interface Found {
  readonly count: number;
  readonly entries: readonly Entry[];
}

/** Beyond so many, the newest come first: nobody reads the best of ten thousand. */
export const mostRanked = 2000;

const orders: Readonly<Record<Sort, string>> = {
  best: 'row DESC',
  newest: 'row DESC',
  oldest: 'row ASC',
  title: 'title ASC, row DESC',
  words: 'words DESC, row DESC',
};

/** Looks a part of the library up: of all articles, or of those that answer a query. */
export function pageOf(index: IndexFile, wanted: Wanted): Found {
  const { count, rows } = partOf(index, wanted, entryColumns);
  return { count, entries: withVersions(index, rows.map(unpackEntry)) };
}

/** The files of a part, in the same order. */
export const namesOf = (index: IndexFile, wanted: Wanted): readonly string[] =>
  partOf(index, wanted, 'file').rows.map(({ file }) => String(file));

type Row = Readonly<Record<string, unknown>>;

function partOf(
  index: IndexFile,
  { query, sort, offset, limit }: Wanted,
  columns: string,
): { readonly count: number; readonly rows: readonly Row[] } {
  const fts = ftsOf(query, 'begun');
  const times = timesOf(query);
  if (fts === null) {
    const where = 'row >= ? AND row < ?';
    const all = query.after === null && query.before === null;
    const count = all
      ? index.count()
      : numberOf(index, `SELECT count(*) AS n FROM article WHERE ${where}`, times);
    const sql = `SELECT ${columns} FROM article WHERE ${where} ORDER BY ${orders[sort]} LIMIT ? OFFSET ?`;
    return { count, rows: index.prepare(sql).all(...times, limit, offset) };
  }
  const count = numberOf(index, `SELECT count(*) AS n FROM found WHERE ${matching}`, [fts, ...times]);
  const numbers =
    sort === 'best' && query.terms.length > 0 && count <= mostRanked
      ? ranked(index, query, times).slice(offset, offset + limit)
      : ordered(index, [fts, ...times], sort, [limit, offset]);
  const one = index.prepare(`SELECT ${columns} FROM article WHERE row = ?`);
  return { count, rows: numbers.flatMap((row) => one.all(row)) };
}

const matching = 'found MATCH ? AND rowid >= ? AND rowid < ?';

const timesOf = ({ after, before }: Query): readonly [number, number] => [
  after === null ? 0 : firstRow(after),
  before === null ? Number.MAX_SAFE_INTEGER : firstRow(before),
];

function numberOf(index: IndexFile, sql: string, values: readonly (string | number)[]): number {
  const n = index.prepare(sql).get(...values)?.['n'];
  return typeof n === 'number' ? n : 0;
}

type Values = readonly [string, number, number];

function ordered(
  index: IndexFile,
  values: Values,
  sort: Sort,
  part: readonly [limit: number, offset: number],
): readonly number[] {
  // By time, the words alone know the order: they are numbered by it.
  const sql = ['title', 'words'].includes(sort)
    ? `SELECT row FROM article WHERE row IN (SELECT rowid FROM found WHERE ${matching}) ORDER BY ${orders[sort]}`
    : `SELECT rowid AS row FROM found WHERE ${matching} ORDER BY rowid ${sort === 'oldest' ? 'ASC' : 'DESC'}`;
  return rowsOf(index.prepare(`${sql} LIMIT ? OFFSET ?`).all(...values, ...part));
}

const rowsOf = (rows: readonly Readonly<Record<string, unknown>>[]): readonly number[] =>
  rows.flatMap(({ row }) => (typeof row === 'number' ? [row] : []));

// Headline before the rest, whole words before begun ones, then the newest first.
function ranked(index: IndexFile, query: Query, times: readonly [number, number]): readonly number[] {
  const tiers = [
    ftsInHeadline(query, 'whole'),
    ftsInHeadline(query, 'begun'),
    ftsOf(query, 'whole'),
    ftsOf(query, 'begun'),
  ];
  const sql = `SELECT rowid AS row FROM found WHERE ${matching} ORDER BY rowid DESC`;
  const rows = [...new Set(tiers)].flatMap((fts) =>
    fts === null ? [] : rowsOf(index.prepare(sql).all(fts, ...times)),
  );
  return [...new Set(rows)];
}

// Other files with the id of one that is shown make it, or them, a version.
function withVersions(index: IndexFile, entries: readonly Entry[]): readonly Entry[] {
  const same = index.prepare(`SELECT ${entryColumns} FROM article WHERE id = ?`);
  return entries.map((entry) => {
    if (entry.id === null) return entry;
    const all = same.all(entry.id);
    if (all.length < 2) return entry;
    return markVersions(all.map(unpackEntry)).find(({ file }) => file === entry.file) ?? entry;
  });
}
