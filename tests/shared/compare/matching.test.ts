import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matching } from '../../../shared/compare/matching.ts';

const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 });

/** The length of a longest common subsequence, the slow way. */
function longest(a: readonly string[], b: readonly string[]): number {
  const [first, ...rest] = a;
  if (first === undefined || b.length === 0) return 0;
  const at = b.indexOf(first);
  const taken = at < 0 ? 0 : 1 + longest(rest, b.slice(at + 1));
  return Math.max(taken, longest(rest, b));
}

it('pairs equal items, rising in both lists, as many as there can be', () => {
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      const pairs = matching(a, b, 1_000);
      for (const [x, y] of pairs) expect(a[x]).toBe(b[y]);
      for (const [index, [x, y]] of pairs.entries()) {
        const before = pairs[index - 1] ?? [-1, -1];
        expect(x > before[0] && y > before[1]).toBe(true);
      }
      expect(pairs).toHaveLength(longest(a, b));
    }),
    { numRuns: 1_000 },
  );
});

it('beyond its limit it pairs the common ends only', () => {
  fc.assert(
    fc.property(letters, letters, fc.nat(5), (a, b, limit) => {
      const pairs = matching(['x', ...a, 'x'], ['x', ...b, 'x'], limit);
      expect(pairs[0]).toEqual([0, 0]);
      expect(pairs.at(-1)).toEqual([a.length + 1, b.length + 1]);
    }),
  );
  expect(matching(['a', 'b', 'c'], ['c', 'b', 'a'], 1)).toEqual([]);
  expect(matching([], ['a'], 9)).toEqual([]);
});
