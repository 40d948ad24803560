import { join } from 'node:path';
import { temporaryPattern } from './atomicWrite.ts';
import { folders, type Library } from './library.ts';
import type { Ports } from './ports.ts';

const hour = 60 * 60 * 1000;

/** Removes our own temp files in one folder, if older than an hour: a crash left them. Answers their paths; never throws. */
export async function sweepFolder({ files, clock }: Ports, folder: string): Promise<readonly string[]> {
  const swept: string[] = [];
  const names = await files.list(folder).catch((): readonly string[] => []);
  for (const name of names.filter((one) => temporaryPattern.test(one))) {
    const orphan = join(folder, name);
    const stat = await files.stat(orphan).catch(() => null);
    if (stat?.kind !== 'file' || clock.now() - stat.modified < hour) continue;
    const gone = await files.remove(orphan).then(
      () => true,
      () => false,
    );
    if (gone) swept.push(orphan);
  }
  return swept;
}

/** Sweeps the folders of a library; never throws. */
export async function sweepTemporaries(ports: Ports, library: Library): Promise<readonly string[]> {
  const swept: string[] = [];
  for (const folder of ['', ...Object.values(folders)])
    swept.push(...(await sweepFolder(ports, join(library.root, folder))));
  return swept;
}
