import { expect, test } from 'vitest';
import { describeSearch, filtersAt, hasFilter, toggleFilter } from '../../../renderer/library/filters.ts';
import { parseQuery } from '../../../shared/search/query.ts';

const now = new Date(2026, 2, 3, 15).getTime();

test('every filter is understood by the search', () => {
  for (const { part } of filtersAt(now)) expect(parseQuery(part, false, 'Asha Menon').unclear).toEqual([]);
  expect(filtersAt(now).map(({ part }) => part)).toEqual(
    expect.arrayContaining(['after:2026-03-03', 'after:2026-02-25', 'status:needs_proofreading']),
  );
});

test('a filter is put in front of what is typed, and taken out again', () => {
  const filter = { label: 'Draft', part: 'status:draft' };
  const put = toggleFilter('flood ri', filter);
  expect(put).toBe('status:draft flood ri');
  expect(hasFilter(put, filter)).toBe(true);
  expect(parseQuery(put, true).terms.at(-1)?.unfinished).toBe(true);
  expect(toggleFilter(put, filter)).toBe('flood ri');
  expect(hasFilter('status:draftish', filter)).toBe(false);
});

test('a search is told in a line', () => {
  expect(describeSearch({ typed: ' status:draft flood ', sort: 'best' })).toBe('status:draft flood');
  expect(describeSearch({ typed: '', sort: 'oldest' })).toBe('Every article · Oldest First');
});
