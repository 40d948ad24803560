import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { indexedText } from '../../../shared/search/fold.ts';
import { searchedFields, statusToken } from '../../../shared/search/fts.ts';
import { packEntry } from './packEntry.ts';
import { sortKey, type Indexed } from './indexText.ts';

/** Raised whenever tables, columns or the words of the index change: an index of another version is built anew. */
export const indexVersion = 4;

/** The columns of the words, in order. */
const columns = [...searchedFields, 'section', 'status'] as const;

// The index takes the words as `indexedText` parts them, so that what a word is stands in one place. Contentless: the
// articles have their text themselves. Rows are numbered by time, so that newest first, and any stretch of time, costs
// nothing in a search. Words are gathered up to a hash size of 32 MB before they are written (SQLite's own is 1 MB): each
// part that is written is merged later, and merging was half of the cost.
const tables = `
  CREATE TABLE article (
    row INTEGER PRIMARY KEY, file TEXT NOT NULL, stamp TEXT NOT NULL, id TEXT, title TEXT NOT NULL,
    words INTEGER NOT NULL, entry TEXT NOT NULL
  );
  CREATE INDEX article_file ON article (file, stamp);
  CREATE INDEX article_id ON article (id) WHERE id IS NOT NULL;
  CREATE VIRTUAL TABLE found USING fts5 (
    ${columns.join(', ')}, content = '', contentless_delete = 1, tokenize = 'ascii'
  );
  INSERT INTO found (found, rank) VALUES ('automerge', 8);
  INSERT INTO found (found, rank) VALUES ('hashsize', 33554432);
  INSERT INTO found (found, rank) VALUES ('hashsize', ${32 * 1024 * 1024});
  PRAGMA user_version = ${indexVersion};
`;

/** A row stands for so many milliseconds: finer ones make the index larger (by a third at one), as rows lie further apart. */
const rowLasts = 250;
const lastTime = Date.UTC(9999, 0, 1);

/** The first row of a moment, in milliseconds since 1970. */
export const firstRow = (time: number): number =>
  Math.floor(Math.max(0, Math.min(lastTime, Number.isFinite(time) ? time : 0)) / rowLasts);

/** An index that is open; every method throws SQLite's error when the file is damaged (`isDamage`). */
export interface IndexFile {
  /** Files in the order of their rows, so many behind a row. */
  readonly filesFrom: (
    row: number,
    limit: number,
  ) => readonly { readonly row: number; readonly file: string }[];
  /** The stamps of these files, as far as it has them. */
  readonly stampsOf: (files: readonly string[]) => ReadonlyMap<string, string>;
  /** Takes files in, in place of what it had of them, and others out: all or nothing. */
  readonly change: (put: readonly Indexed[], remove: readonly string[]) => void;
  /** What tells the article in a file from others: its id, or the file's name where none can be made out; null for no file of ours. */
  readonly articleIn: (file: string) => string | null;
  /** Whether some file holds this article (`articleIn`). */
  readonly holds: (article: string) => boolean;
  /** How many files it has. */
  readonly count: () => number;
  readonly prepare: (sql: string) => StatementSync;
  readonly close: () => void;
}

/** Opens an index and makes its tables if it has none; throws `OtherVersion` for one of another version. */
export function openIndexFile(path: string): IndexFile {
  const database = new DatabaseSync(path, { timeout: 5000 });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cell_size_check = ON;');
    const version = database.prepare('PRAGMA user_version').get()?.['user_version'];
    const empty = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.['tables'] === 0;
    if (empty) database.exec(`BEGIN IMMEDIATE; ${tables} COMMIT;`);
    else if (version !== indexVersion) throw new OtherVersion();
    return withStatements(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** An index that another version of Copydesk has made. */
export class OtherVersion extends Error {}

/** Whether an error says that the index itself is of no use: damaged, no database, without its tables. */
export function isDamage(error: unknown): boolean {
  if (error instanceof OtherVersion) return true;
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false;
  // SQLITE_CORRUPT and SQLITE_NOTADB with their kin; or a table is not as we made it.
  return (
    [11, 26].includes(error.errcode & 0xff) || /no such (?:table|column)|has no column/u.test(error.message)
  );
}

/** Whether an error says that the index cannot be written where it is: no room, no right, no such disk any more. */
export const cannotWrite = (error: unknown): boolean =>
  error instanceof Error &&
  'errcode' in error &&
  typeof error.errcode === 'number' &&
  // SQLITE_PERM, READONLY, IOERR, FULL, CANTOPEN.
  [3, 8, 10, 13, 14].includes(error.errcode & 0xff);

function withStatements(database: DatabaseSync): IndexFile {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const marks = columns.map(() => '?').join(', ');
  const putWords = `INSERT INTO found (rowid, ${columns.join(', ')}) VALUES (?, ${marks})`;

  // Where many articles were changed in one moment, each looks for a free row behind the last one that found one.
  const behind = new Map<number, number>();
  function freeRow(time: number): number {
    const first = firstRow(time);
    let row = behind.get(first) ?? first;
    while (prepare('SELECT 1 FROM article WHERE row = ?').get(row) !== undefined) row += 1;
    if (row > first) behind.set(first, row + 1);
    return row;
  }

  /** How many it removed: one, or none where it had none. */
  function remove(file: string): number {
    const row = prepare('SELECT row FROM article WHERE file = ?').get(file)?.['row'];
    if (typeof row !== 'number') return 0;
    prepare('DELETE FROM found WHERE rowid = ?').run(row);
    prepare('DELETE FROM article WHERE row = ?').run(row);
    return 1;
  }

  /** How many it has more than before. */
  function put({ entry, texts, stamp }: Indexed): number {
    const removed = remove(entry.file);
    const row = freeRow(entry.modified);
    prepare(
      'INSERT INTO article (row, file, stamp, id, title, words, entry) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ).run(row, entry.file, stamp, entry.id, sortKey(entry.title), entry.words, packEntry(entry));
    const status = entry.problem === null && entry.status === '' ? 'draft' : entry.status;
    const values = [
      ...searchedFields.map((field) => indexedText(texts[field])),
      indexedText(entry.section),
      statusToken(status),
    ];
    prepare(putWords).run(row, ...values);
    return 1 - removed;
  }

  // Another process may write too: SQLite's number tells, and then all are counted again, which takes a while of many.
  let counted = { version: -1, count: 0 };
  return {
    prepare,
    count: () => {
      const version = Number(prepare('PRAGMA data_version').get()?.['data_version']);
      if (counted.version !== version)
        counted = {
          version,
          count: Number(prepare('SELECT count(*) AS n FROM article').get()?.['n']),
        };
      return counted.count;
    },
    filesFrom: (row, limit) =>
      prepare('SELECT row, file FROM article WHERE row > ? ORDER BY row LIMIT ?')
        .all(row, limit)
        .map((found) => ({ row: Number(found['row']), file: String(found['file']) })),
    stampsOf: (files) => {
      const sql = 'SELECT file, stamp FROM article WHERE file IN (SELECT value FROM json_each(?))';
      const found = prepare(sql).all(JSON.stringify(files));
      return new Map(found.map(({ file, stamp }) => [String(file), String(stamp)]));
    },
    articleIn: (file) => {
      const article = prepare('SELECT coalesce(id, file) AS article FROM article WHERE file = ?').get(file)?.[
        'article'
      ];
      return typeof article === 'string' ? article : null;
    },
    holds: (article) =>
      prepare('SELECT 1 FROM article WHERE id = ? UNION ALL SELECT 1 FROM article WHERE file = ?').get(
        article,
        article,
      ) !== undefined,
    change: (given, removed) => {
      let more = 0;
      database.exec('BEGIN IMMEDIATE');
      try {
        for (const file of removed) more -= remove(file);
        // The index of words takes rows in rising order at half the cost.
        for (const one of given.toSorted((a, b) => a.entry.modified - b.entry.modified)) more += put(one);
        database.exec('COMMIT');
        counted = { ...counted, count: counted.count + more };
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}
