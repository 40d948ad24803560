import { join } from 'node:path';
import { temporaryPattern } from './atomicWrite.ts';
import { folders, type Library } from './library.ts';
import type { Ports } from './ports.ts';

const hour = 60 * 60 * 1000;

/** The paths of our own temp files in one folder that are older than an hour: a crash left them. Never throws. */
export async function orphansIn({ files, clock }: Ports, folder: string): Promise<readonly string[]> {
  const orphans: string[] = [];
  const names = await files.list(folder).catch((): readonly string[] => []);
  for (const name of names.filter((one) => temporaryPattern.test(one))) {
    const orphan = join(folder, name);
    const stat = await files.stat(orphan).catch(() => null);
    if (stat?.kind === 'file' && clock.now() - stat.modified >= hour) orphans.push(orphan);
  }
  return orphans;
}

/** Removes the orphans in one folder; answers their paths; never throws. */
export async function sweepFolder(ports: Ports, folder: string): Promise<readonly string[]> {
  const swept: string[] = [];
  for (const orphan of await orphansIn(ports, folder)) {
    const gone = await ports.files.remove(orphan).then(
      () => true,
      () => false,
    );
    if (gone) swept.push(orphan);
  }
  return swept;
}

/** The folders of a library in which a crash can leave a temp file. */
export const sweptFolders = ({ root }: Pick<Library, 'root'>): readonly string[] =>
  ['', ...Object.values(folders)].map((folder) => join(root, folder));

/** Sweeps the folders of a library; never throws. */
export async function sweepTemporaries(ports: Ports, library: Library): Promise<readonly string[]> {
  const swept: string[] = [];
  for (const folder of sweptFolders(library)) swept.push(...(await sweepFolder(ports, folder)));
  return swept;
}
