import { expect, it } from 'vitest';
import { countOf } from '../../../renderer/library/articleCount.ts';

it.each([
  [{ typed: '', count: 1, progress: null }, '1 article'],
  [{ typed: 'ferry', count: 1200, progress: null }, '1,200 articles found'],
  [{ typed: '', count: 288, progress: { done: 1744, of: 12_000 } }, '288 articles so far'],
  [{ typed: 'ferry', count: 0, progress: { done: 1, of: 2 } }, '0 articles found so far'],
  // A look that has nothing to read.
  [{ typed: '', count: 3, progress: { done: 0, of: 0 } }, '3 articles'],
])('%o: %s', (listed, text) => {
  expect(countOf(listed)).toBe(text);
});
