import { articleExtension, isArticleName } from './fileNames.ts';

/** Who made a copy because two had changed one file. */
export type ConflictMaker = 'Copydesk' | 'Syncthing' | 'Dropbox' | 'OneDrive';

/** A file that is another version of the one named `original`, by the name that its maker gave it. */
export interface Conflict {
  readonly maker: ConflictMaker;
  readonly original: string;
}

// An id, and no long word of a slug.
const id = '(?:^|-)(?:[0-9a-f]{32}|(?=[a-z]*[0-9])[0-9a-z]{16,32})';

// Each pattern takes what its maker put behind the name; the rest, with the extension, is the original's name.
const makers: readonly { readonly maker: ConflictMaker; readonly added: RegExp }[] = [
  // <name>.conflict-20260504T063000000Z-<computer>
  { maker: 'Copydesk', added: /\.conflict-\d{8}T\d{9}Z-[0-9a-z-]+$/ },
  // <name>.sync-conflict-20260504-063000-<device>; older ones without the device
  { maker: 'Syncthing', added: /\.sync-conflict-\d{8}-\d{6}(?:-[0-9A-Z]{7})?$/i },
  // <name> (<who>'s conflicted copy 2026-05-04), with a number when there are more; other tools leave out the person
  // and add a time, or name another kind of conflict
  {
    maker: 'Dropbox',
    added:
      / \((?:[^()]*(?:\([^()]*\)[^()]*)?\b)?(?:conflicted copy(?: \d{4}-\d\d-\d\d(?: \d{4,6})?)?(?: ?\(\d+\))?|(?:case|unicode encoding|selective sync) conflict(?: ?\(?\d+\)?)?)\)$/i,
  },
  // <name>-<COMPUTER>, with a number when there are more: only behind an id, where nothing else can stand
  {
    maker: 'OneDrive',
    added: new RegExp(`(?<=${id})-(?!(?:[0-9A-Za-z-]*-)?[0-9a-z]{16,32}$)[0-9A-Za-z][0-9A-Za-z-]{0,62}$`),
  },
];

/** Recognises a conflict copy of an article by its name; null for any other name. A copy of a copy is of the first. */
export function conflictOf(name: string): Conflict | null {
  if (!isArticleName(name)) return null;
  const stem = name.slice(0, -articleExtension.length);
  for (const { maker, added } of makers) {
    const found = added.exec(stem);
    if (found === null || found.index === 0) continue;
    const original = stem.slice(0, found.index) + name.slice(stem.length);
    return { maker, original: conflictOf(original)?.original ?? original };
  }
  return null;
}

/** The id that a file's name claims, for files that cannot tell it themselves; null if it claims none. */
export const idInName = (name: string): string | null =>
  /(?:^|-)([0-9a-z]{16,32})(?:\.[^/\\]*)?\.copydesk$/.exec(conflictOf(name)?.original ?? name)?.[1] ?? null;
