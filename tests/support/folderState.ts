import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that a program could have changed in a folder: names, bytes, modes, and the times of files and folders. */
export const folderState = (folder: string): readonly string[] =>
  ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })].toSorted().map((name) => {
    const path = join(folder, name);
    const { ino, mode, size, mtimeNs, ctimeNs } = lstatSync(path, { bigint: true });
    const bytes = lstatSync(path).isFile() ? readFileSync(path).toString('latin1') : '';
    return [name, ino, mode, size, mtimeNs, ctimeNs, bytes].join(' ');
  });
