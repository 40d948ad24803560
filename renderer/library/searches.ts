import type { SavedSearch } from '../../shared/ipc/settings.ts';

/** The saved searches of one library, in the order in which they were saved. */
export const searchesOf = (all: readonly SavedSearch[], library: string): readonly SavedSearch[] =>
  all.filter((one) => one.library === library);

const isSame = (one: SavedSearch, other: Pick<SavedSearch, 'library' | 'name'>): boolean =>
  one.library === other.library && one.name === other.name;

/** With another search; one of the same name in the same library is replaced in its place. */
export function withSearch(all: readonly SavedSearch[], search: SavedSearch): SavedSearch[] {
  if (!all.some((one) => isSame(one, search))) return [...all, search];
  return all.map((one) => (isSame(one, search) ? search : one));
}

/** Without a search. */
export const withoutSearch = (all: readonly SavedSearch[], search: SavedSearch): SavedSearch[] =>
  all.filter((one) => !isSame(one, search));

/** With another name for a search; '' and the name of another one change nothing. */
export function renamedSearch(all: readonly SavedSearch[], search: SavedSearch, to: string): SavedSearch[] {
  const name = to.trim().slice(0, 100);
  const taken = name === '' || all.some((one) => isSame(one, { ...search, name }));
  return all.map((one) => (!taken && isSame(one, search) ? { ...one, name } : one));
}
