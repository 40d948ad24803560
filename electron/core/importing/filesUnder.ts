import { join } from 'node:path';
import { isImportable } from '../../../shared/importing/kinds.ts';
import type { Ports } from '../ports.ts';

/** What lies in a folder, for an import: the files that can be read, sorted by their paths, and how many cannot. */
export interface FilesUnder {
  readonly files: readonly string[];
  readonly others: number;
}

const deepest = 16;

/** The files of a folder and of the folders in it; hidden ones and links are left alone. */
export async function filesUnder({ files: disk }: Pick<Ports, 'files'>, folder: string): Promise<FilesUnder> {
  const files: string[] = [];
  let others = 0;
  const visit = async (at: string, depth: number): Promise<void> => {
    for (const name of await disk.list(at)) {
      const path = join(at, name);
      const kind = name.startsWith('.') ? null : (await disk.stat(path))?.kind;
      if (kind === 'directory' && depth < deepest) await visit(path, depth + 1);
      else if (kind === 'file' && isImportable(name)) files.push(path);
      else if (kind === 'file') others += 1;
    }
  };
  await visit(folder, 0);
  return { files, others };
}
