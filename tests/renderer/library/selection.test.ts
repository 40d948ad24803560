import { expect, test } from 'vitest';
import { pickFiles, type Picking } from '../../../renderer/library/selection.ts';

const entries = ['a', 'b', 'c', 'd'].map((file) => ({ file }));
const pick = (selected: readonly string[], picking: Picking, file: string, anchor = '') =>
  pickFiles(entries, selected, picking, { file, anchor });

test('one is taken in, and out again', () => {
  expect(pick(['a'], 'toggle', 'c')).toEqual(['a', 'c']);
  expect(pick(['a', 'c'], 'toggle', 'a')).toEqual(['c']);
});

test('a range goes from the anchor to the file, up or down, and replaces what was selected', () => {
  expect(pick(['a'], 'range', 'd', 'b')).toEqual(['b', 'c', 'd']);
  expect(pick([], 'range', 'a', 'c')).toEqual(['a', 'b', 'c']);
  expect(pick([], 'range', 'b', 'b')).toEqual(['b']);
});

test('an anchor that has gone is none: the range is the file alone', () => {
  expect(pick(['a'], 'range', 'c', 'gone')).toEqual(['c']);
});

test('all and none', () => {
  expect(pick(['b'], 'all', 'b')).toEqual(['a', 'b', 'c', 'd']);
  expect(pick(['b'], 'none', '')).toEqual([]);
});
