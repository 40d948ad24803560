import { expect, test } from 'vitest';
import { overrideText } from '../../../renderer/history/Overrides.tsx';

const at = new Date(2026, 4, 4, 14, 2, 7).getTime();
const now = new Date(2026, 4, 9).getTime();
const record = { at, who: 'Asha', route: 'export', format: 'html', held: 'embargoed', reason: 'Agreed' };

test.each([
  [record, '4 May, 14:02: exported as HTML page by Asha while embargoed'],
  [
    { ...record, route: 'print', format: 'paper', who: '', held: 'killed' },
    '4 May, 14:02: printed while killed',
  ],
  [{ ...record, route: 'courier', format: 'stone' }, '4 May, 14:02: courier by Asha while embargoed'],
  [
    { at, who: '', route: '', format: '', held: '', reason: '' },
    '4 May, 14:02: left although it was held. The record of it is damaged.',
  ],
])('an override says when, how, by whom and what held it', (one, text) => {
  expect(overrideText(one, now)).toBe(text);
});
