import type { LibraryRow } from '../../shared/ipc/searchShapes.ts';

/** What a click or a key does: this one in or out, all from the anchor to this one, every one, none. */
export type Picking = 'toggle' | 'range' | 'all' | 'none';

/** The selected files with this one in, or out if it was in. */
export const toggled = (selected: readonly string[], file: string): readonly string[] =>
  selected.includes(file) ? selected.filter((one) => one !== file) : [...selected, file];

/** The files from one place of the list to another, whichever comes first; null if not all of them are here. */
export function filesBetween(
  rows: ReadonlyMap<number, LibraryRow>,
  one: number,
  other: number,
): readonly string[] | null {
  const files: string[] = [];
  for (let at = Math.min(one, other); at <= Math.max(one, other); at += 1) {
    const row = rows.get(at);
    if (row === undefined) return null;
    files.push(row.entry.file);
  }
  return files;
}

/** Where a file is among the lines that are here; `otherwise` if it is not. */
export function placeOf(
  rows: ReadonlyMap<number, LibraryRow>,
  { file, at }: { readonly file: string; readonly at: number },
  otherwise: number,
): number {
  if (rows.get(at)?.entry.file === file) return at;
  for (const [place, row] of rows) if (row.entry.file === file) return place;
  return otherwise;
}
