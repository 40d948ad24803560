import type { Entry } from '../describe.ts';

type Packed = Omit<Entry, 'file' | 'id' | 'versions'>;

const fields = [
  'title',
  'slugline',
  'section',
  'status',
  'language',
  'canonical',
  'words',
  'modified',
  'rev',
  'problem',
] as const satisfies readonly (keyof Packed)[];

/** An entry as the index keeps it, without what has columns of its own: a third of the bytes of its JSON. */
export const packEntry = (entry: Entry): string => JSON.stringify(fields.map((field) => entry[field]));

/** The columns that `unpackEntry` reads. */
export const entryColumns = 'file, id, entry';

/** An entry from its row; `versions` names its own file only. */
export function unpackEntry({ file, id, entry }: Readonly<Record<string, unknown>>): Entry {
  const values: unknown = JSON.parse(String(entry));
  const named = fields.map((field, at) => [field, Array.isArray(values) ? (values[at] as unknown) : null]);
  // `packEntry` wrote it from an `Entry`.
  const { problem, ...packed } = Object.fromEntries(named) as Packed;
  const name = String(file);
  // In the order of an entry that was read, as it may be printed.
  return { id: typeof id === 'string' ? id : null, file: name, ...packed, versions: [name], problem };
}
