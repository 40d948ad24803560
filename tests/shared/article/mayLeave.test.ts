import { expect, test } from 'vitest';
import { statuses } from '../../../shared/article/article.ts';
import { holdOf, mayLeave } from '../../../shared/article/mayLeave.ts';

const embargo = '2026-05-04T12:00:00+05:30';
const lifts = Date.parse(embargo);

test('an embargo holds until its very moment, in its own time zone', () => {
  expect(mayLeave({ embargo }, lifts - 1)).toBe(false);
  expect(mayLeave({ embargo }, lifts)).toBe(true);
  expect(holdOf({ embargo }, lifts - 1)?.text).toBe(
    'This article is embargoed until 4 May 2026 at 12:00 (+05:30).',
  );
  expect(holdOf({ embargo: '2026-05-04T06:30:00Z' }, 0)?.text).toContain('6:30 (UTC)');
});

test('a scheduled, killed or unpublished article is held, any other is not', () => {
  expect(statuses.filter((status) => !mayLeave({ status }, 0))).toEqual([
    'withheld',
    'unpublished',
    'canceled',
  ]);
  expect(mayLeave({}, 0)).toBe(true);
});

test('an embargo that has passed releases nothing that its status holds', () => {
  expect(holdOf({ embargo, status: 'canceled' }, lifts + 1)?.kind).toBe('killed');
});
