import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  opendirSync,
  openSync,
  readSync,
  type BigIntStats,
} from 'node:fs';
import {
  copyFile,
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  rm,
  type FileHandle,
} from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { CopydeskError } from '../../shared/error.ts';
import type { BlockingFiles, Files, FileStat, OpenFile, Ports } from './ports.ts';
import { codeOf } from './systemError.ts';

const kindOf = (stats: BigIntStats): FileStat['kind'] => {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'directory';
  return stats.isSymbolicLink() ? 'link' : 'other';
};

const toStat = (stats: BigIntStats): FileStat => ({
  kind: kindOf(stats),
  size: Number(stats.size),
  mode: Number(stats.mode & 0o777n),
  links: Number(stats.nlink),
  modified: Number(stats.mtimeMs),
  stamp: [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join('.'),
});

const opened = (file: FileHandle, sync: () => Promise<void>): OpenFile => ({
  write: async (bytes, offset) => (await file.write(bytes, offset)).bytesWritten,
  size: async () => (await file.stat()).size,
  cutTo: (size) => file.truncate(size),
  sync,
  close: () => file.close(),
});

// What the system takes from the bits that a new file is made with.
const umask = process.umask();

async function create(path: string, mode?: number): Promise<OpenFile> {
  const file = await open(path, 'wx', mode);
  if (mode !== undefined && (mode & umask) !== 0)
    await file.chmod(mode).catch(async (error: unknown) => {
      await file.close();
      await rm(path);
      throw error;
    });
  return opened(file, () => file.sync());
}

const appendFlags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);

async function append(path: string, mode: number): Promise<OpenFile> {
  const file = await open(path, appendFlags, mode);
  // The bytes and the size are enough: times are not what a journal is read for.
  return opened(file, () => file.datasync());
}

const cannotClone = ['ENOTSUP', 'EOPNOTSUPP', 'EXDEV', 'EINVAL', 'ENOSYS', 'ENOTTY'];
const cloneFlags = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE_FORCE;

async function clone(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to, cloneFlags);
    return true;
  } catch (error) {
    if (cannotClone.includes(codeOf(error))) return false;
    throw error;
  }
}

// A link is not followed, a pipe does not block; Windows has neither flag.
const readFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const notOpened = (path: string, error: unknown): unknown =>
  codeOf(error) === 'ELOOP' ? new CopydeskError('refused', `“${path}” is a link, not a file`) : error;

function refuse(path: string, isFile: boolean, size: number | bigint, limit: number): void {
  if (!isFile) throw new CopydeskError('refused', `“${path}” is not a file`);
  if (size <= limit) return;
  const sizes = `${size} bytes; at most ${limit} are read`;
  throw new CopydeskError('too-large', `“${path}” is too large: ${sizes}`);
}

const readWithStat: Files['readWithStat'] = async (path, limit) => {
  const file = await open(path, readFlags).catch((error: unknown) => {
    throw notOpened(path, error);
  });
  try {
    const stats = await file.stat({ bigint: true });
    refuse(path, stats.isFile(), stats.size, limit);
    const bytes = Buffer.alloc(Number(stats.size));
    let length = 0;
    // What a file has grown by meanwhile is told by its next stamp.
    for (let got = -1; got !== 0 && length < bytes.length; length += got)
      got = (await file.read(bytes, length, bytes.length - length)).bytesRead;
    return { bytes: bytes.subarray(0, length), stat: toStat(stats) };
  } finally {
    closeUnwatched(file);
  }
};

// What was only read, or is on the disk: nobody waits for its close, and nothing depends on it.
const closeUnwatched = (file: FileHandle): void => void file.close().catch(() => undefined);

function openBlocking(path: string): number {
  try {
    return openSync(path, readFlags);
  } catch (error) {
    throw notOpened(path, error);
  }
}

function* namesIn(path: string): Generator<string> {
  const folder = opendirSync(path, { bufferSize: 256 });
  try {
    for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) yield entry.name;
  } finally {
    folder.closeSync();
  }
}

const blocking: BlockingFiles = {
  names: namesIn,
  stat: (path) => {
    const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    return stats === undefined ? null : toStat(stats);
  },
  read: (path, limit) => {
    const file = openBlocking(path);
    try {
      const stats = fstatSync(file, { bigint: true });
      refuse(path, stats.isFile(), stats.size, limit);
      const bytes = new Uint8Array(Number(stats.size));
      let length = 0;
      for (let got = -1; got !== 0 && length < bytes.length; length += got)
        got = readSync(file, bytes, length, bytes.length - length, null);
      // What a file has grown by meanwhile is told by its next stamp.
      return { bytes: bytes.subarray(0, length), stat: toStat(stats) };
    } finally {
      closeSync(file);
    }
  },
};

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    closeUnwatched(folder);
  }
}

const nodeFiles: Files = {
  create,
  append,
  clone,
  read: async (path, limit) => (await readWithStat(path, limit)).bytes,
  readWithStat,
  list: async (folder) => (await readdir(folder)).toSorted(),
  stat: async (path) => {
    try {
      return toStat(await lstat(path, { bigint: true }));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
  },
  resolve: (path) => realpath(path),
  makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
  rename,
  remove: (path) => rm(path),
  syncFolder,
};

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without an entry in the system's list.
    return '';
  }
}

/** The real outside: Node's file system, clock and random numbers. */
export const nodePorts: Ports = {
  files: nodeFiles,
  blocking,
  clock: {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    sleep: (milliseconds) => setTimeout(milliseconds),
  },
  ids: {
    hex: (count) =>
      randomBytes(Math.ceil(count / 2))
        .toString('hex')
        .slice(0, count),
  },
  host: hostname(),
  user: userName(),
};
