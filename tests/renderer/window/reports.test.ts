import { expect, test } from 'vitest';
import { createReports } from '../../../renderer/window/reports.ts';
import { isShown } from '../../../renderer/window/view.ts';
import { CopydeskError } from '../../../shared/error.ts';

test('a report says what did not happen and why', () => {
  const reports = createReports();
  reports.error(
    'The article cannot be opened',
    new CopydeskError('damaged', '“a.copydesk” ends in the middle'),
  );
  expect(reports.get()).toMatchObject([
    { tone: 'error', title: 'The article cannot be opened', text: '“a.copydesk” ends in the middle' },
  ]);
});

test('a cancelled dialog is no report', () => {
  const reports = createReports();
  reports.error('Nothing was chosen', new CopydeskError('cancelled', ''));
  expect(reports.get()).toEqual([]);
});

test('the same report twice is shown once, and three at most', () => {
  const reports = createReports();
  for (const title of ['a', 'b', 'b', 'c', 'd']) reports.add({ tone: 'info', title });
  expect(reports.get().map(({ title }) => title)).toEqual(['b', 'c', 'd']);
});

test('a dismissed report goes, the others stay', () => {
  const reports = createReports();
  reports.add({ tone: 'info', title: 'a' });
  reports.add({ tone: 'info', title: 'b' });
  reports.dismiss(reports.get()[0]?.key ?? -1);
  expect(reports.get().map(({ title }) => title)).toEqual(['b']);
});

test('focus mode hides library and panel, a narrow window shows only the one drawn out', () => {
  const wide = { narrow: false, drawer: null, focusMode: false };
  expect(isShown(wide, 'library', true)).toBe(true);
  expect(isShown({ ...wide, focusMode: true }, 'library', true)).toBe(false);
  expect(isShown({ ...wide, narrow: true }, 'library', true)).toBe(false);
  expect(isShown({ ...wide, narrow: true, drawer: 'panel' }, 'panel', false)).toBe(true);
});
