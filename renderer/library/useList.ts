import { useEffect, useState } from 'react';
import type { Sort } from '../../shared/search/sort.ts';
import { useReading } from '../ui/store.ts';
import { useServices } from '../window/services.ts';
import { createList, type LibraryList, type Listed } from './list.ts';

/**
 * The library's list, and what it has of what was typed: null until there is an answer of whatever question. Another
 * `library`, by its identity ('' while it cannot be used, null until it is known), and another byline for `by:me` (`me`) are
 * asked anew.
 */
export function useList(
  typed: string,
  sort: Sort,
  library: string | null,
  me: string,
): { readonly list: LibraryList; readonly listed: Listed | null; readonly answered: boolean } {
  const { connection, clock } = useServices();
  const [list] = useState(() => createList(connection, clock));
  useEffect(() => () => list.stop(), [list]);
  useEffect(() => {
    if (library !== null) list.look(typed, sort);
  }, [list, typed, sort, library, me]);
  const listed = useReading(list, (value) => value);
  return { list, listed, answered: listed?.typed === typed && listed.sort === sort };
}
