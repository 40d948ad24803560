import { expect, test } from 'vitest';
import { filesBetween, placeOf, toggled } from '../../../renderer/library/selection.ts';
import type { LibraryRow } from '../../../shared/ipc/searchShapes.ts';

const rowOf = (file: string): LibraryRow => ({
  entry: {
    id: null,
    file,
    title: file,
    slugline: '',
    section: '',
    status: '',
    language: 'en',
    canonical: '',
    words: 1,
    modified: 0,
    problem: null,
  },
  title: { text: file, marks: [] },
  snippet: null,
});
const rows = new Map(['a', 'b', 'c', 'd'].map((file, at) => [at + 10, rowOf(file)]));

test('one is taken in, and out again', () => {
  expect(toggled(['a'], 'c')).toEqual(['a', 'c']);
  expect(toggled(['a', 'c'], 'a')).toEqual(['c']);
});

test('a range goes from the one place to the other, up or down', () => {
  expect(filesBetween(rows, 11, 13)).toEqual(['b', 'c', 'd']);
  expect(filesBetween(rows, 12, 10)).toEqual(['a', 'b', 'c']);
  expect(filesBetween(rows, 11, 11)).toEqual(['b']);
});

test('a range over lines that are not here is known to the index only', () => {
  expect(filesBetween(rows, 9, 11)).toBe(null);
  expect(filesBetween(rows, 13, 14)).toBe(null);
});

test('a file is found where it was, where it went, or taken to be elsewhere', () => {
  expect(placeOf(rows, { file: 'b', at: 11 }, -1)).toBe(11);
  expect(placeOf(rows, { file: 'b', at: 10 }, -1)).toBe(11);
  expect(placeOf(rows, { file: 'gone', at: 10 }, 7)).toBe(7);
});
