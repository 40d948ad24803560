import { join } from 'node:path';
import { CopydeskError } from '../../shared/error.ts';
import { describeFile } from './describe.ts';
import { articleExtension, isArticleName, momentInName } from './fileNames.ts';
import { folders, type Library } from './library.ts';
import { articleLimit } from './listing.ts';
import type { Ports } from './ports.ts';
import { renamePatiently } from './atomicWrite.ts';
import { mapSideBySide } from './queue.ts';
import { systemError } from './systemError.ts';

/** A file in the trash, newest first in lists. */
export interface Trashed {
  /** Its name in the trash, which names the moment too. */
  readonly name: string;
  /** Its name in the library. */
  readonly file: string;
  readonly id: string | null;
  readonly title: string;
  /** When it was deleted, in milliseconds since 1970. */
  readonly deleted: number;
}

const trashName = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.(.+)$/;

const partsOf = (name: string): { readonly deleted: number; readonly file: string } | null => {
  const found = trashName.exec(name);
  if (found === null) return null;
  const [, year, month, day, hour, minute, second, milli, file = ''] = found;
  return { deleted: Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`), file };
};

async function move(ports: Ports, from: string, to: string, changed: readonly string[]): Promise<void> {
  await renamePatiently(ports.files, ports.clock, from, to);
  for (const folder of changed) await ports.files.syncFolder(folder);
}

/** Moves a file of the library to its trash, as it is; answers its name there. */
export async function moveToTrash(ports: Ports, library: Library, file: string): Promise<string> {
  const trash = await library.folder('trash');
  let moment = ports.clock.now();
  const nameAt = () => `${momentInName(moment)}.${file}`;
  try {
    while ((await ports.files.stat(join(trash, nameAt()))) !== null) moment += 1;
    await move(ports, join(library.root, file), join(trash, nameAt()), [trash, library.root]);
  } catch (error) {
    throw systemError(error, 'moved to the trash', file, 'It is still in the library.');
  }
  return nameAt();
}

/** The names of the files in the trash. */
export async function trashNames({ files }: Ports, library: Library): Promise<readonly string[]> {
  const trash = join(library.root, folders.trash);
  if ((await files.stat(trash)) === null) return [];
  return (await files.list(trash)).filter((name) => trashName.test(name) && isArticleName(name));
}

/** The file of this name in the trash, not read; null if there is none. */
export async function trashedAs(
  ports: Ports,
  library: Library,
  name: string,
): Promise<Pick<Trashed, 'name' | 'file'> | null> {
  const parts = partsOf(name);
  if (parts === null || !(await trashNames(ports, library)).includes(name)) return null;
  return { name, file: parts.file };
}

/** What lies in the trash, newest first. */
export async function readTrash(ports: Ports, library: Library): Promise<readonly Trashed[]> {
  const trash = join(library.root, folders.trash);
  const names = await trashNames(ports, library);
  const read = async (name: string): Promise<Trashed | null> => {
    const parts = partsOf(name);
    const path = join(trash, name);
    const stat = await ports.files.stat(path);
    if (parts === null || stat === null) return null;
    const nothing = { name, ...parts, id: null, title: parts.file };
    if (stat.kind !== 'file') return nothing;
    const bytes = await ports.files.read(path, articleLimit).catch(() => null);
    if (bytes === null) return nothing;
    const { id, title } = describeFile(parts.file, bytes, stat);
    return { name, ...parts, id, title };
  };
  const found = (await mapSideBySide(names, 8, read)).filter((one) => one !== null);
  return found.toSorted((a, b) => b.deleted - a.deleted);
}

/** Moves a file of the trash back into the library under its old name, or beside what has that name now; answers the name. */
export async function moveBack(
  ports: Ports,
  library: Library,
  trashed: Pick<Trashed, 'name' | 'file'>,
): Promise<string> {
  const trash = await library.folder('trash');
  const stem = trashed.file.slice(0, -articleExtension.length);
  const restored = `${stem}.restored-${momentInName(ports.clock.now())}${articleExtension}`;
  try {
    const taken = (await ports.files.stat(join(library.root, trashed.file))) !== null;
    const file = taken ? restored : trashed.file;
    if (taken && (await ports.files.stat(join(library.root, file))) !== null)
      throw new CopydeskError('refused', `“${file}” exists already: nothing was restored`);
    await move(ports, join(trash, trashed.name), join(library.root, file), [library.root, trash]);
    return file;
  } catch (error) {
    throw systemError(error, 'restored', trashed.file, 'It is still in the trash.');
  }
}
