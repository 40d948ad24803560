import { describe, expect, test } from 'vitest';
import { ago } from '../../../renderer/library/ago.ts';
import { rowsInView } from '../../../renderer/library/rowsInView.ts';

describe('the age of a change', () => {
  const now = new Date(2026, 4, 20, 15, 0, 0).getTime();
  const at = (...date: Parameters<typeof Date.UTC>) => new Date(...(date as [number, number])).getTime(); // the same numbers, local
  test.each([
    ['now', now - 20_000],
    ['59 min', now - 59 * 60_000],
    ['1 h', now - 60 * 60_000],
    ['14 h', at(2026, 4, 20, 1)],
    ['Yesterday', at(2026, 4, 19, 8)],
    ['12 Mar', at(2026, 2, 12, 8)],
    ['12 Mar 2024', at(2024, 2, 12, 8)],
    ['now', now + 5000],
  ])('is written %s', (text, time) => expect(ago(time, now)).toBe(text));

  test('late last night is still told in hours', () => {
    const night = new Date(2026, 4, 20, 1, 0, 0).getTime();
    expect(ago(night - 3 * 3_600_000, night)).toBe('3 h');
  });
});

describe('the rows to draw', () => {
  test('are those in view and a few around', () =>
    expect(rowsInView(1000, 100, { top: 5000, height: 400 }, 50)).toEqual(
      Array.from({ length: 15 }, (_, offset) => 45 + offset),
    ));
  test('hold the row with the focus wherever it is', () => {
    expect(rowsInView(1000, 100, { top: 5000, height: 400 }, 3).at(0)).toBe(3);
    expect(rowsInView(1000, 100, { top: 5000, height: 400 }, 900).at(-1)).toBe(900);
  });
  test('are none in an empty list', () => expect(rowsInView(0, 100, { top: 0, height: 400 }, 0)).toEqual([]));
  test('are the last ones when the list has become shorter than the scroll', () =>
    expect(rowsInView(3, 100, { top: 5000, height: 400 }, 0)).toEqual([0, 2]));
});
