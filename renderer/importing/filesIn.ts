import { isImportable } from '../../shared/importing/kinds.ts';

/** Whether a dropped file is one that can become an article. */
export const isTextFile = ({ name, type }: Pick<File, 'name' | 'type'>): boolean =>
  isImportable(name) || type === 'text/plain' || type === 'text/markdown';

/** The files of a drop that can be imported, in the order of their paths, and how many others there are. */
export interface DroppedFiles {
  readonly read: readonly File[];
  readonly others: number;
}

/** No newsroom's folder holds more; a folder dropped by mistake, such as a whole disk, does. */
const most = 5000;

const namesOf = (folder: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> =>
  new Promise((resolve, reject) => folder.readEntries(resolve, reject));

// A folder tells of a hundred entries at a time.
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (let some = await namesOf(reader); some.length > 0; some = await namesOf(reader)) all.push(...some);
  return all.toSorted((a, b) => a.name.localeCompare(b.name));
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

async function collect(entry: FileSystemEntry, files: File[], depth: number): Promise<void> {
  if (files.length >= most || depth > 16 || entry.name.startsWith('.')) return;
  // The kind of an entry is what these two flags say.
  if (entry.isFile) files.push(await fileOf(entry as FileSystemFileEntry));
  else
    for (const one of await entriesOf(entry as FileSystemDirectoryEntry))
      await collect(one, files, depth + 1);
}

/** Reads what was dropped, folders with all that is in them; must be called while the event lasts. */
export async function filesIn(transfer: DataTransfer): Promise<DroppedFiles> {
  const entries = Array.from(transfer.items).map((item) => item.webkitGetAsEntry());
  const given = Array.from(transfer.files);
  const files: File[] = [];
  for (const [at, entry] of entries.entries()) {
    if (entry?.isDirectory === true) await collect(entry, files, 0);
    else {
      const file = given[at];
      if (file !== undefined) files.push(file);
    }
  }
  const read = files.filter(isTextFile);
  return { read, others: files.length - read.length };
}
