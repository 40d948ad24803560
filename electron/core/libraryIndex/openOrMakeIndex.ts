import { dirname } from 'node:path';
import type { Ports } from '../ports.ts';
import { codeOf } from '../systemError.ts';
import { isDamage, openIndexFile, type IndexFile } from './indexFile.ts';

/** Opens the index at a path or makes it; one that is damaged or of another version is told, and replaced by an empty one. */
export async function openOrMakeIndex(ports: Ports, path: string, replaced: () => void): Promise<IndexFile> {
  if (path !== ':memory:') await makeRoom(ports, path);
  try {
    return openIndexFile(path);
  } catch (error) {
    if (!isDamage(error)) throw error;
    replaced();
    await removeIndex(ports, path);
    await makeRoom(ports, path);
    return openIndexFile(path);
  }
}

// Nobody else on this computer reads an index of what one person writes.
async function makeRoom({ files }: Ports, path: string): Promise<void> {
  await files.makeFolder(dirname(path));
  await (await files.append(path, 0o600)).close();
}

/** Removes an index with all that SQLite keeps beside it. */
export async function removeIndex({ files }: Ports, path: string): Promise<void> {
  for (const part of [path, `${path}-wal`, `${path}-shm`]) {
    await files.remove(part).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
    });
  }
}
