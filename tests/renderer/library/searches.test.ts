import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renamedSearch, searchesOf, withoutSearch, withSearch } from '../../../renderer/library/searches.ts';
import type { SavedSearch } from '../../../shared/ipc/settings.ts';

const search = (name: string, more: Partial<SavedSearch> = {}): SavedSearch => ({
  library: 'one',
  name,
  typed: 'status:draft',
  sort: 'best',
  ...more,
});

test('a library has its own searches only, in the order in which they were saved', () => {
  const all = [search('b'), search('a'), search('c', { library: 'two' })];
  expect(searchesOf(all, 'one').map(({ name }) => name)).toEqual(['b', 'a']);
});

test('a search of the same name in the same library is replaced in its place', () => {
  const all = [search('a'), search('a', { library: 'two' }), search('b')];
  const next = withSearch(all, search('a', { typed: 'flood' }));
  expect(next.map(({ name, typed }) => [name, typed])).toEqual([
    ['a', 'flood'],
    ['a', 'status:draft'],
    ['b', 'status:draft'],
  ]);
});

test('a name that is empty or taken renames nothing', () => {
  const all = [search('a'), search('b')];
  expect(renamedSearch(all, search('a'), ' ')).toEqual(all);
  expect(renamedSearch(all, search('a'), 'b')).toEqual(all);
  expect(renamedSearch(all, search('a'), ' c ').map(({ name }) => name)).toEqual(['c', 'b']);
});

test('what is saved and deleted again leaves the others as they were', () => {
  const names = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 6 });
  fc.assert(
    fc.property(names, (given) => {
      const all = given.reduce<readonly SavedSearch[]>((saved, name) => withSearch(saved, search(name)), []);
      expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
      expect(withoutSearch(withSearch(all, search('new')), search('new'))).toEqual(all);
    }),
  );
});
