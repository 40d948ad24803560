import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { idPattern } from '../../shared/article/article.ts';
import type { Ports } from './ports.ts';
import { hashOf } from './serialise.ts';
import { systemError } from './systemError.ts';

/** Something that this process alone has. */
export interface InstanceLock {
  /** Gives it back; the kernel does so too when the process ends in whatever way. */
  readonly release: () => void;
}

// SQLite's own result codes, the lower byte of an extended one.
const busy = 5;
const noDatabase = 26;
const codeOfSqlite = (error: unknown): number =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : 0;

// A database that is collected as garbage would give its lock back.
const held = new Set<DatabaseSync>();

function tryLock(path: string): DatabaseSync | null {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    held.add(database);
    return database;
  } catch (error) {
    database.close();
    if (codeOfSqlite(error) === busy) return null;
    throw error;
  }
}

/** Takes the file `<folder>/<name>.lock` for this process; null if another one has it. Throws what the disk says. */
export async function lockFile(
  { files }: Pick<Ports, 'files'>,
  folder: string,
  name: string,
): Promise<InstanceLock | null> {
  await files.makeFolder(folder);
  // A damaged lock file is passed over, by every process in the same order: to replace it could let two of them in.
  for (let attempt = 1; ; attempt += 1) {
    const path = join(folder, attempt === 1 ? `${name}.lock` : `${name}-${attempt}.lock`);
    try {
      const database = tryLock(path);
      if (database === null) return null;
      return { release: () => void (held.delete(database) && database.close()) };
    } catch (error) {
      if (codeOfSqlite(error) !== noDatabase || attempt === 9) throw error;
    }
  }
}

/**
 * Takes what a user-data folder keeps of a library (its journal) for this process, by a lock that the kernel holds: it is
 * refused while its owner sleeps, and free at once when its owner is killed. Null if another process has it. The file,
 * `<userData>/locks/<library>.lock`, is never removed. Throws `not-permitted`, `disk-full` or `write-failed` where no lock
 * can be had at all.
 */
export async function lockLibrary(
  ports: Pick<Ports, 'files'>,
  userData: string,
  library: string,
): Promise<InstanceLock | null> {
  const name = idPattern.test(library) ? library : hashOf(library).slice(0, 32);
  try {
    return await lockFile(ports, join(userData, 'locks'), name);
  } catch (error) {
    throw systemError(error, 'locked', library, 'Nothing in the library was changed.');
  }
}
