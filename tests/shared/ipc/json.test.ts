import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isJson } from '../../../shared/ipc/json.ts';

test('whatever JSON can say is JSON', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => isJson(value)));
});

test.each(['{"__proto__": ""}', '{"__proto__": {"admin": true}}', '{"a": [{"__proto__": null}]}'])(
  'a key called “__proto__” is data, kept as the file has it: %s',
  (text) => {
    const value: unknown = JSON.parse(text);
    expect(isJson(value)).toBe(true);
    expect(JSON.parse(JSON.stringify(structuredClone(value)))).toEqual(value);
  },
);

test('what is taken for JSON can be written as JSON', () => {
  const wild = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
  });
  fc.assert(
    fc.property(wild, (value) => {
      if (isJson(value)) expect(() => JSON.stringify(value)).not.toThrow();
    }),
    { numRuns: 2000 },
  );
});

const cycle: Record<string, unknown> = {};
cycle['self'] = cycle;
let deep: unknown = 'leaf';
for (let level = 0; level < 300; level += 1) deep = [deep];

test.each([
  ['a bigint', 1n],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['bytes', new Uint8Array(2)],
  ['no number', Number.NaN],
  ['a cycle', cycle],
  ['300 levels', deep],
  ['a forged prototype', Object.create({ admin: true })],
  ['a function', () => 1],
  ['an instance', new (class {})()],
])('%s is not JSON', (_what, value) => {
  expect(isJson({ part: [value] })).toBe(false);
});
