import { basename, dirname, join } from 'node:path';
import { CopydeskError } from '../../shared/error.ts';
import type { Clock, Files, FileStat, OpenFile, Ports } from './ports.ts';
import { codeOf, systemError } from './systemError.ts';

/** The names of files being written, `.<owner>.<12 hex>.tmp`: hidden, and only ours. */
export const temporaryPattern = /^\.[0-9a-z]{1,64}\.[0-9a-f]{12}\.tmp$/;

/** How a file is written: whose temp file it is, and a last look before the old file is replaced. */
export interface WriteOptions {
  /** 1 to 64 of `[0-9a-z]`, such as the article's id. */
  readonly owner?: string;
  /** The permission bits of a file that is not there yet; an old file's stay. */
  readonly mode?: number;
  /** The file that lies there, null for none, where the caller has just looked; without it, it is looked at. */
  readonly old?: Pick<FileStat, 'mode'> | null;
  /** Where the temp file is made, on the same disk; without it, beside the file. */
  readonly temporaryFolder?: string;
  /** A file with these very bytes: where the disk can, the new one shares its blocks. */
  readonly sharing?: string;
  /** Called when everything is written; a throw leaves the old file as it is. */
  readonly beforeRename?: () => Promise<void>;
}

/**
 * Writes a file whole or not at all: when it resolves, the bytes and the name are on the disk; when it throws, the old
 * file is as it was and no temp file is left. Errors: `disk-full`, `not-permitted`, `write-failed`.
 */
export async function atomicWrite(
  ports: Pick<Ports, 'files' | 'clock' | 'ids'>,
  path: string,
  bytes: Uint8Array,
  options: WriteOptions = {},
): Promise<void> {
  const { files, clock, ids } = ports;
  const folder = dirname(path);
  const temporary = join(
    options.temporaryFolder ?? folder,
    `.${options.owner ?? 'copydesk'}.${ids.hex(12)}.tmp`,
  );
  const old = options.old === undefined ? await look(files, path) : options.old;
  const safe = old === null ? 'Nothing was written.' : 'The file is still as it was before.';
  let created = false;
  try {
    created = options.sharing !== undefined && (await shareBlocks(files, options.sharing, temporary, bytes));
    if (!created) {
      const file = await files.create(temporary, old?.mode ?? options.mode);
      created = true;
      try {
        await writeWhole(file, bytes);
      } finally {
        await file.close();
      }
    }
    await options.beforeRename?.();
    await renamePatiently(files, clock, temporary, path);
  } catch (error) {
    // What cannot be removed now is swept at the next start; the first error is the one to tell.
    if (created) await files.remove(temporary).catch(() => undefined);
    throw systemError(error, 'written', path, safe);
  }
  await files.syncFolder(folder).catch((error: unknown) => {
    const text = `“${basename(path)}” was written, but the disk did not confirm it: a power cut could bring the older version back.`;
    throw new CopydeskError('write-failed', text, { cause: error });
  });
}

const look = (files: Files, path: string) =>
  files.stat(path).catch((error: unknown) => {
    throw systemError(error, 'written', path);
  });

// Whether `to` now holds these bytes, on the disk, in the blocks of `from`; if not, nothing is left of it.
async function shareBlocks(files: Files, from: string, to: string, bytes: Uint8Array): Promise<boolean> {
  if (!(await files.clone(from, to).catch(() => false))) return false;
  try {
    // Another program may have changed the file since its bytes were read.
    if (Buffer.compare(await files.read(to, bytes.length), bytes) === 0) {
      const file = await files.append(to, 0o600);
      try {
        await file.sync();
        return true;
      } finally {
        await file.close();
      }
    }
  } catch {
    // Written the plain way: that tells what is wrong.
  }
  await files.remove(to).catch(() => undefined);
  return false;
}

/** Writes all bytes behind the `before` ones of an open file, and resolves when they are on the disk. */
export async function writeWhole(file: OpenFile, bytes: Uint8Array, before = 0): Promise<void> {
  // A full disk takes a part of the bytes and calls it a success: only the count tells.
  for (let written = 0; written < bytes.length;) {
    const count = await file.write(bytes, written);
    if (count <= 0) throw new Error('the disk takes no more bytes');
    written += count;
  }
  const kept = (await file.size()) - before;
  if (kept !== bytes.length) throw new Error(`the disk kept ${kept} of ${bytes.length} bytes`);
  await file.sync();
}

const patience = 10_000;
const passing = ['EPERM', 'EACCES', 'EBUSY'];

/** Renames; a virus scanner or sync tool that holds the file is waited for, up to ten seconds. */
export async function renamePatiently(files: Files, clock: Clock, from: string, to: string): Promise<void> {
  const start = clock.elapsed();
  for (let pause = 10; ; pause = Math.min(pause * 2, 500)) {
    try {
      return await files.rename(from, to);
    } catch (error) {
      if (!passing.includes(codeOf(error)) || clock.elapsed() - start + pause > patience) throw error;
    }
    await clock.sleep(pause);
  }
}
