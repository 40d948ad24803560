import { expect, test } from '@playwright/test';
import { firstLoad } from '../support/firstLoad.ts';

// P6 of `performance.md`: 1.25 times the 194 KB of a bare tiptap and React page, gzip.
const budget = 1.25 * 194_000;

test('what a window loads before it can be typed in stays within its budget', () => {
  const scripts = firstLoad();
  const total = scripts.reduce((sum, { gzip }) => sum + gzip, 0);
  const list = scripts.map(({ file, gzip }) => `${gzip} ${file}`).join('\n');
  expect(scripts.length).toBeGreaterThan(1);
  expect(total, `${total} bytes, gzip:\n${list}`).toBeLessThanOrEqual(budget);
});
