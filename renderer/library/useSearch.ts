import { useEffect, useMemo, useState } from 'react';
import type { LibraryEntry } from '../../shared/ipc/contract.ts';
import type { LibraryRow } from '../../shared/ipc/searchShapes.ts';
import type { Sort } from '../../shared/search/sort.ts';
import { useReading } from '../ui/store.ts';
import { useServices } from '../window/services.ts';
import { filterEntries } from './filter.ts';
import { createSearch, type Found } from './search.ts';

/** What the Library panel shows of a search. */
export interface Shown {
  readonly found: readonly LibraryEntry[];
  /** How many there are; those that are not fetched yet count. */
  readonly total: number;
  readonly hits: ReadonlyMap<string, LibraryRow>;
  readonly more: () => void;
  /** The index's answer; null while there is none. */
  readonly state: Found | null;
}

/** Milliseconds from when the list is shown to when articles are read for the search. */
const warmAfter = 3000;

const none: readonly LibraryEntry[] = [];

/** Looks for what was typed: at once in the titles of the list, and in the whole text as soon as the index answers. */
export function useSearch(entries: readonly LibraryEntry[] | undefined, typed: string, sort: Sort): Shown {
  const { connection, clock } = useServices();
  const [search] = useState(() => createSearch(connection, clock));
  useEffect(() => () => search.stop(), [search]);
  // The start has better to do.
  useEffect(() => clock.after(warmAfter, search.warm), [clock, search]);
  useEffect(() => search.look(typed, sort), [search, typed, sort]);
  const answer = useReading(search, (value) => value);
  const state = answer?.typed === typed ? answer : null;
  const byTitle = useMemo(() => filterEntries(entries ?? none, typed), [entries, typed]);
  const byIndex = useMemo(() => state?.rows.map(({ entry }) => entry), [state]);
  const hits = useMemo(() => new Map(state?.rows.map((row) => [row.entry.file, row])), [state]);
  const found = byIndex ?? byTitle;
  return { found, total: state?.count ?? found.length, hits, more: search.more, state };
}
