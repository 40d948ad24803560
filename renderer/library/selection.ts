import type { LibraryEntry } from '../../shared/ipc/contract.ts';
import type { Services } from '../window/services.ts';

/** What a click or a key does: this one in or out, all from the anchor to this one, every one, none. */
export type Picking = 'toggle' | 'range' | 'all' | 'none';

/** The files that are selected after picking `file`; a range starts at `anchor`. */
export function pickFiles(
  entries: readonly Pick<LibraryEntry, 'file'>[],
  selected: readonly string[],
  picking: Picking,
  { file, anchor }: { readonly file: string; readonly anchor: string },
): readonly string[] {
  const files = entries.map((entry) => entry.file);
  switch (picking) {
    case 'none':
      return [];
    case 'all':
      return files;
    case 'toggle':
      return selected.includes(file) ? selected.filter((one) => one !== file) : [...selected, file];
    case 'range': {
      const [from, to] = [files.indexOf(anchor), files.indexOf(file)];
      return from < 0 ? [file] : files.slice(Math.min(from, to), Math.max(from, to) + 1);
    }
  }
}

/** The files of the library that are selected, in the order of its list; what has gone is not. */
export function selectedFiles({ view, library }: Pick<Services, 'view' | 'library'>): readonly string[] {
  const wanted = new Set(view.get().selected);
  return (library.get()?.entries ?? []).map(({ file }) => file).filter((file) => wanted.has(file));
}
