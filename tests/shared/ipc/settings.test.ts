import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  applySettings,
  defaultSettings,
  readSettings,
  settingsSchema,
} from '../../../shared/ipc/settings.ts';

const place = (digit: string, caret = 0) => ({ id: digit.repeat(32), title: digit, caret, scroll: 0 });

test('the settings of a first start fit their own schema', () => {
  expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
});

test('whatever was stored, the settings that are read can be used, and stored again without loss', () => {
  const names = Object.keys(defaultSettings);
  const stored = fc.oneof(
    fc.anything(),
    fc.dictionary(fc.constantFrom(...names, '__proto__', 'x'), fc.anything()),
  );
  fc.assert(
    fc.property(stored, (value) => {
      const { settings } = readSettings(value);
      expect(settingsSchema.parse(settings)).toEqual(settings);
      expect(readSettings(JSON.parse(JSON.stringify(settings)))).toEqual({ settings, dropped: [] });
    }),
    { numRuns: 2000 },
  );
});

test('a change of one setting leaves the others', () => {
  expect(applySettings(defaultSettings, { theme: 'dark' })).toEqual({ ...defaultSettings, theme: 'dark' });
});

test('an article that is shown moves to the front of the recent ones, with its place', () => {
  const first = applySettings(defaultSettings, { recent: place('a') });
  const second = applySettings(first, { recent: place('b') });
  expect(applySettings(second, { recent: place('a', 7) }).recent).toEqual([place('a', 7), place('b')]);
});

test('twenty recent articles are remembered', () => {
  const digits = Array.from({ length: 26 }, (_, index) => index.toString(36));
  const settings = digits.reduce(
    (now, digit) => applySettings(now, { recent: place(digit) }),
    defaultSettings,
  );
  expect(settings.recent.map(({ title }) => title)).toEqual(digits.toReversed().slice(0, 20));
});
