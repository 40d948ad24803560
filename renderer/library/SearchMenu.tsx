import { Check, ListFilter } from 'lucide-react';
import { sorts } from '../../shared/search/sort.ts';
import type { RunCommand } from '../commands.ts';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import { useReading } from '../ui/store.ts';
import { useServices } from '../window/services.ts';
import type { View } from '../window/view.ts';
import { filtersAt, hasFilter, mine, sortNames, toggleFilter } from './filters.ts';
import { searchesOf } from './searches.ts';

type Search = View['search'];

export interface SearchMenuProps {
  readonly search: Search;
  readonly onSearch: (search: Search) => void;
  readonly run: RunCommand;
}

/** Saved searches, filters and orders of the library, for those who do not type them. */
export function SearchMenu({ search, onSearch, run }: SearchMenuProps) {
  const { clock, library, settings } = useServices();
  const { typed, sort } = search;
  const all = useReading(settings, (state) => state.searches);
  const byline = useReading(settings, (state) => state.byline);
  const id = useReading(library, (state) => state?.id ?? '');
  const entry = (label: string, chosen: boolean, then: () => void): MenuEntry => ({
    label,
    run: then,
    icon: chosen ? <Check aria-label="Chosen:" /> : <Check aria-hidden opacity={0} />,
  });
  const plain = (label: string, then: () => void): MenuEntry => ({
    label,
    run: then,
    leaves: true,
    icon: <Check aria-hidden opacity={0} />,
  });
  const saved = searchesOf(all, id);
  const entries: readonly MenuEntry[] = [
    ...saved.map((one) =>
      entry(one.name, one.typed === typed.trim() && one.sort === sort, () =>
        onSearch({ typed: one.typed, sort: one.sort }),
      ),
    ),
    ...(typed.trim() === '' && sort === 'best'
      ? []
      : [plain('Save Search…', () => run('library:saveSearch'))]),
    ...(saved.length === 0 ? [] : [plain('Saved Searches…', () => run('library:searches'))]),
    'line',
    ...filtersAt(clock.now()).map((filter) =>
      entry(filter.label, hasFilter(typed, filter), () => {
        onSearch({ typed: toggleFilter(typed, filter), sort });
        // It finds nothing as long as nobody knows who that is.
        if (filter.part === mine.part && byline === '') run('library:byline');
      }),
    ),
    'line',
    ...sorts.map((one) => entry(sortNames[one], one === sort, () => onSearch({ typed, sort: one }))),
  ];
  return (
    <Menu entries={entries[0] === 'line' ? entries.slice(1) : entries} align="end">
      <button
        type="button"
        className="ui-button ui-button-icon ui-button-small library-filter"
        aria-label="Filter and sort"
      >
        <ListFilter aria-hidden />
      </button>
    </Menu>
  );
}
