import { DatabaseSync } from 'node:sqlite';
import { indexVersion } from './indexFile.ts';

/** What the index of a library knows by now, asked without its worker: it never waits, and answers in under a millisecond. */
export interface LookUp {
  /** The files that hold this article. */
  readonly filesOf: (id: string) => readonly string[];
  /** The files of every article that more than one file holds, grouped. */
  readonly doubles: () => readonly (readonly string[])[];
  /** Whether it knows of any article. */
  readonly any: () => boolean;
}

/**
 * Looks up in the index at a path. One that is not there, is damaged or of another version knows nothing: whoever asks has
 * another way. What it answers may be a moment old, so the files themselves decide.
 */
export function createLookUp(path: string): LookUp {
  // Opened for each question: a damaged index is replaced under its name.
  function ask<T>(nothing: T, question: (database: DatabaseSync) => T): T {
    let database: DatabaseSync | null = null;
    try {
      database = new DatabaseSync(path, { readOnly: true, timeout: 50 });
      const version = database.prepare('PRAGMA user_version').get()?.['user_version'];
      return version === indexVersion ? question(database) : nothing;
    } catch {
      return nothing;
    } finally {
      database?.close();
    }
  }
  return {
    filesOf: (id) =>
      ask([], (database) =>
        database
          .prepare('SELECT file FROM article WHERE id = ?')
          .all(id)
          .map(({ file }) => String(file)),
      ),
    doubles: () =>
      ask([], (database) => {
        const several = 'SELECT id FROM article WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1';
        const rows = database.prepare(`SELECT id, file FROM article WHERE id IN (${several})`).all();
        const groups = Map.groupBy(rows, ({ id }) => id);
        return [...groups.values()].map((group) => group.map(({ file }) => String(file)));
      }),
    any: () => ask(false, (database) => database.prepare('SELECT 1 FROM article').get() !== undefined),
  };
}
