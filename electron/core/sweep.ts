import { join } from 'node:path';
import { temporaryPattern } from './atomicWrite.ts';
import { folders, type Library } from './library.ts';
import type { Ports } from './ports.ts';

const hour = 60 * 60 * 1000;

/** Removes our own temp files older than an hour, which a crash left behind; answers their paths. Never throws. */
export async function sweepTemporaries(ports: Ports, library: Library): Promise<readonly string[]> {
  const { files, clock } = ports;
  const swept: string[] = [];
  for (const folder of ['', ...Object.values(folders)]) {
    const path = join(library.root, folder);
    const names = await files.list(path).catch((): readonly string[] => []);
    for (const name of names.filter((one) => temporaryPattern.test(one))) {
      const orphan = join(path, name);
      const stat = await files.stat(orphan).catch(() => null);
      if (stat?.kind !== 'file' || clock.now() - stat.modified < hour) continue;
      const gone = await files.remove(orphan).then(
        () => true,
        () => false,
      );
      if (gone) swept.push(orphan);
    }
  }
  return swept;
}
