import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { due, spentVersions } from '../../electron/core/historyRule.ts';
import { parseVersionName, versionName, type Reason, type Version } from '../../electron/core/versionName.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.UTC(2026, 0, 1, 9);

const version = (rev: number, at: number, reason: Reason = 'manual'): Version => ({
  name: versionName(rev, at, '0a1b2c', reason),
  rev,
  at,
  reason,
});
/** One version after the other, `apart` from each other. */
const row = (count: number, apart: number, reason: Reason = 'manual') =>
  Array.from({ length: count }, (_, index) => version(index + 1, start + index * apart, reason));
const revs = (versions: readonly Version[]) => versions.map(({ rev }) => rev).toSorted((a, b) => a - b);

describe('a version is due', () => {
  it.each([
    ['manual', false, 0, 'manual'],
    ['import', false, 0, 'import'],
    ['restore', true, 0, 'restore'],
    ['manual', true, 0, 'status'],
    ['autosave', true, 0, 'status'],
    ['autosave', false, 5 * minute - 1, null],
    ['autosave', false, 5 * minute, 'autosave'],
  ] as const)('%s, status changed %s, after %i ms: %s', (reason, statusChanged, since, expected) => {
    expect(due({ reason, statusChanged, since })).toBe(expected);
  });
});

it('a version’s name tells its rev, time and reason, and nothing else is one', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.nat({ max: 4e12 }),
      fc.constantFrom<Reason>('manual', 'before', 'status'),
      (rev, at, reason) => {
        expect(parseVersionName(versionName(rev, at, '0a1b2c', reason))).toEqual(version(rev, at, reason));
      },
    ),
  );
  expect(parseVersionName('000001-20260101T090000000Z-printed.copydesk')).toMatchObject({ reason: 'other' });
  for (const name of [
    '',
    'x.copydesk',
    '1-2-manual.copydesk',
    '../000001-20260101T090000000Z-manual.copydesk',
  ])
    expect(parseVersionName(name)).toBeNull();
});

describe('thinning', () => {
  it('keeps fifty versions however old they are, and the older ones for 90 days', () => {
    expect(spentVersions(row(50, 30 * day))).toEqual([]);
    expect(revs(spentVersions(row(150, day)))).toEqual(revs(row(150, day).slice(0, 59)));
    expect(spentVersions(row(2_000, minute))).toEqual([]);
  });

  it('keeps what a person asked for, and of what it kept by itself the last of an hour, then of a day', () => {
    const typed = row(12 * 24 * 10, 5 * minute, 'autosave');
    const spent = new Set(revs(spentVersions(typed)));
    const stay = typed.filter(({ rev }) => !spent.has(rev));
    // The last fifty; twelve an hour for the last day; one an hour for a week; one a day before.
    expect(stay.length).toBeGreaterThan(12 * 24 + 6 * 23);
    expect(stay.length).toBeLessThan(12 * 25 + 6 * 25 + 5);
    expect(spentVersions(row(12 * 24 * 10, 5 * minute))).toEqual([]);
  });

  it('a clock at 1990, at 2099, or an hour back removes nothing', () => {
    const before = row(80, hour);
    for (const wrong of [Date.UTC(1990, 0), Date.UTC(2099, 0), start - hour, start + 400 * day]) {
      const after = Array.from({ length: 120 }, (_, index) => version(81 + index, wrong + index * minute));
      expect(spentVersions([...before, ...after])).toEqual([]);
      const back = Array.from({ length: 60 }, (_, index) =>
        version(201 + index, start + (90 + index) * hour),
      );
      expect(spentVersions([...before, ...after, ...back])).toEqual([]);
    }
  });

  it('a rev that fell back (an older file was put in its place) removes nothing new', () => {
    const before = row(100, 2 * day).map(({ at }, index) => version(index + 500, at));
    const after = row(5, minute).map(({ at }, index) => version(index + 10, at + 300 * day));
    const spent = spentVersions([...before, ...after]);
    for (const one of after) expect(spent).not.toContainEqual(one);
  });

  it('whatever the history: the fifty newest and the fifty last stay, and so does the order it is given in', () => {
    const versions = fc
      .array(
        fc.record({
          gap: fc.oneof(fc.integer({ min: 0, max: 3 * day }), fc.integer({ min: -4e12, max: 4e12 })),
          reason: fc.constantFrom<Reason>('manual', 'autosave', 'before', 'export'),
        }),
        { maxLength: 300 },
      )
      .map((steps) => {
        let at = start;
        return steps.map(({ gap, reason }, index) => {
          at = Math.min(Math.max(at + gap, 0), 8e12);
          return version(index + 1, at, reason);
        });
      });
    fc.assert(
      fc.property(versions, (all) => {
        const spent = new Set(spentVersions(all).map(({ name }) => name));
        const stay = all.filter(({ name }) => !spent.has(name));
        expect(stay.length).toBeGreaterThanOrEqual(Math.min(all.length, 50));
        expect(stay.slice(-50)).toEqual(all.slice(-50));
        // What was thinned once stays thinned, and thinning again takes no more that it would not have taken at once.
        expect(spentVersions(stay.toReversed()).length).toBeLessThanOrEqual(all.length);
      }),
    );
  });
});
