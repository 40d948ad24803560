import { statuses } from '../../shared/article/article.ts';
import type { Sort } from '../../shared/search/sort.ts';
import { statusNames } from '../article/statusNames.ts';

/** A part of a query that a person can choose instead of typing it. */
export interface Filter {
  readonly label: string;
  /** As it stands in the query. */
  readonly part: string;
}

const dayOf = (time: Date): string =>
  [time.getFullYear(), time.getMonth() + 1, time.getDate()]
    .map((number) => String(number).padStart(2, '0'))
    .join('-');

/** What the person wrote themselves: their byline is in the settings. */
export const mine: Filter = { label: 'Mine', part: 'by:me' };

/** The filters to choose from, at this moment (milliseconds since 1970) where the person is. */
export function filtersAt(now: number): readonly Filter[] {
  const today = new Date(now);
  const weekAgo = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 6);
  return [
    mine,
    { label: 'Changed Today', part: `after:${dayOf(today)}` },
    { label: 'Changed in the Last Seven Days', part: `after:${dayOf(weekAgo)}` },
    ...statuses.map((status) => ({ label: statusNames[status], part: `status:${status}` })),
  ];
}

const partsOf = (typed: string): readonly string[] => typed.split(/\s+/u).filter((part) => part !== '');

/** Whether a query has a filter. */
export const hasFilter = (typed: string, { part }: Filter): boolean => partsOf(typed).includes(part);

/** A query with the filter put in, or taken out if it has it; in front, so that the last word is still being typed. */
export function toggleFilter(typed: string, filter: Filter): string {
  if (!hasFilter(typed, filter)) return `${filter.part} ${typed.trimStart()}`;
  return partsOf(typed)
    .filter((part) => part !== filter.part)
    .join(' ');
}

/** The orders of what is found, as a menu names them. */
export const sortNames: Readonly<Record<Sort, string>> = {
  best: 'Best Match First',
  newest: 'Newest First',
  oldest: 'Oldest First',
  title: 'By Headline',
  words: 'Longest First',
};

/** A search in a line: what is typed, and the order if it is not the usual one. */
export function describeSearch({ typed, sort }: { readonly typed: string; readonly sort: Sort }): string {
  const what = typed.trim() === '' ? 'Every article' : typed.trim();
  return sort === 'best' ? what : `${what} · ${sortNames[sort]}`;
}
