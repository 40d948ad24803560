import type { LibraryEntry } from '../../shared/ipc/contract.ts';

const folded = new WeakMap<LibraryEntry, string>();

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const textOf = (entry: LibraryEntry): string => {
  const known = folded.get(entry);
  if (known !== undefined) return known;
  const text = fold(`${entry.title}\n${entry.slugline}\n${entry.section}\n${entry.file}`);
  folded.set(entry, text);
  return text;
};

/** The entries in which every typed word occurs (title, slugline, section, file), whatever its case or accents. */
export function filterEntries(entries: readonly LibraryEntry[], typed: string): readonly LibraryEntry[] {
  const words = fold(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return entries;
  return entries.filter((entry) => words.every((word) => textOf(entry).includes(word)));
}
