import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/** A disk of a few MiB that tests may fill. */
export interface SmallDisk {
  readonly path: string;
  readonly unmount: () => void;
}

/** The small disks that a test can ask for: 2 MiB in memory, 4 MiB of ext4 in a file. */
export const diskKinds = ['tmpfs', 'ext4'] as const;

/** The kind of a small disk. */
export type DiskKind = (typeof diskKinds)[number];

const run = (program: string, args: readonly string[]): boolean => spawnSync(program, args).status === 0;

/** Mounts a new, empty disk; null where this computer does not permit it. */
export function smallDisk(kind: DiskKind): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = temporaryFolder();
  const path = join(folder, 'disk');
  mkdirSync(path);
  const unmount = () => void run('umount', [path]);
  if (kind === 'tmpfs')
    return run('mount', ['-t', 'tmpfs', '-o', 'size=2048k', 'tmpfs', path]) ? { path, unmount } : null;
  const image = join(folder, 'image');
  closeSync(openSync(image, 'w'));
  truncateSync(image, 4 * 1024 * 1024);
  const made = run('mkfs.ext4', ['-q', '-m', '0', image]) && run('mount', ['-o', 'loop', image, path]);
  if (made) rmSync(join(path, 'lost+found'), { recursive: true });
  return made ? { path, unmount } : null;
}

/** Why no disk of this kind can be made here, in a sentence; null if it can. */
export function whyNoDisk(kind: DiskKind): string | null {
  const disk = smallDisk(kind);
  disk?.unmount();
  return disk === null ? `this needs Linux, root and leave to mount a small ${kind}` : null;
}

/** Fills a disk until so many bytes are free, or a block less; answers how to give all of them back. */
export function leaveFree(disk: string, free: number): () => void {
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, '');
  for (;;) {
    const { bavail, bsize } = statfsSync(disk);
    const take = bavail * bsize - free;
    if (take <= 0) break;
    try {
      appendFileSync(ballast, Buffer.alloc(take, 1));
    } catch {
      // What a disk keeps for itself as it fills is less to take.
      break;
    }
  }
  return () => rmSync(ballast);
}

/** Every file below a folder, with its bytes. */
export function filesBelow(folder: string): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [path, readFileSync(path)]));
}
