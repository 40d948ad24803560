import { Check, ListFilter } from 'lucide-react';
import { sorts, type Sort } from '../../shared/search/sort.ts';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import { useServices } from '../window/services.ts';
import { filtersAt, hasFilter, sortNames, toggleFilter } from './filters.ts';

export interface SearchMenuProps {
  readonly typed: string;
  readonly sort: Sort;
  readonly onType: (typed: string) => void;
  readonly onSort: (sort: Sort) => void;
}

/** Filters and orders of the search, for those who do not type them. */
export function SearchMenu({ typed, sort, onType, onSort }: SearchMenuProps) {
  const { clock } = useServices();
  const entry = (label: string, chosen: boolean, run: () => void): MenuEntry => ({
    label,
    run,
    icon: chosen ? <Check aria-label="Chosen:" /> : <Check aria-hidden opacity={0} />,
  });
  const entries: readonly MenuEntry[] = [
    ...filtersAt(clock.now()).map((filter) =>
      entry(filter.label, hasFilter(typed, filter), () => onType(toggleFilter(typed, filter))),
    ),
    'line',
    ...sorts.map((one) => entry(sortNames[one], one === sort, () => onSort(one))),
  ];
  return (
    <Menu entries={entries} align="end">
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
