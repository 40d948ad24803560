import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromLocal, toLocal } from '../../../renderer/story/EmbargoField.tsx';

test('what the field says is the same moment, and comes back as typed', () => {
  const minute = fc.date({ min: new Date('1975-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(minute, (date) => {
      const local = toLocal(date.toISOString());
      const moment = fromLocal(local) ?? '';
      expect(moment).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00[+-]\d{2}:\d{2}$/u);
      expect(toLocal(moment)).toBe(local);
      // An hour that a clock passes twice is the only doubt.
      expect(Math.abs(Date.parse(moment) - date.getTime())).toBeLessThan(2 * 3_600_000);
    }),
  );
});

test.each(['', 'soon', '2026-05-04', '2026-13-40T99:99'])('%j is no embargo', (text) => {
  expect(fromLocal(text)).toBeUndefined();
});
