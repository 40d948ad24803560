import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCodec } from './codec.ts';

const codec = makeCodec();
// The codec's data travels as JSON text; so it does here.
const roundTrip = (value: unknown): unknown => codec.decode(JSON.parse(JSON.stringify(codec.pack(value))));

const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.bigInt(),
  fc.date({ noInvalidDate: false }),
  fc.constantFrom(null, undefined, -0, Number.NaN, Infinity, -Infinity),
  fc.uint8Array(),
  fc.int16Array(),
  fc.float64Array(),
  fc.constantFrom(/a.b/giu, /\//u),
);
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('any'), { maxKeys: 4 }),
    fc.array(fc.tuple(tie('any'), tie('any')), { maxLength: 3 }).map((entries) => new Map(entries)),
    fc.array(tie('any'), { maxLength: 3 }).map((items) => new Set(items)),
  ),
})).any;

describe('the IPC codec', () => {
  test('gives back what structuredClone gives, through JSON text', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(roundTrip(given)).toStrictEqual(structuredClone(given));
      }),
    );
  });

  test('keeps cycles and shared references', () => {
    const shared = { list: [1] };
    const cycle: Record<string, unknown> = { a: shared, b: shared, map: new Map() };
    cycle['self'] = cycle;
    const back = roundTrip(cycle) as typeof cycle; // the same shape, which is what is tested
    expect(back['self']).toBe(back);
    expect(back['a']).toBe(back['b']);
  });

  test('keeps the holes of arrays', () => {
    const sparse: unknown[] = [];
    sparse.length = 3;
    sparse[1] = undefined;
    const back = roundTrip(sparse) as unknown[]; // an array in, an array out
    expect([back.length, 0 in back, 1 in back, 2 in back]).toEqual([3, false, true, false]);
  });

  test('keeps a view within its buffer, and two views on one', () => {
    const { buffer } = new Uint8Array([1, 2, 3, 4]);
    const views = [new Uint8Array(buffer, 1, 2), new DataView(buffer), buffer] as const;
    const back = roundTrip(views) as typeof views; // the same shape, which is what is tested
    expect([...back[0]]).toEqual([2, 3]);
    expect(back[0].buffer).toBe(back[2]);
    expect(back[1].getUint8(3)).toBe(4);
  });

  test('keeps name, message and cause of errors', () => {
    const back = roundTrip(new RangeError('far', { cause: new Error('root') })) as Error; // an error in, an error out
    expect([back instanceof Error, back.name, back.message]).toEqual([true, 'RangeError', 'far']);
    expect(back.cause).toHaveProperty('message', 'root');
  });

  test('keeps a property called __proto__ as a property', () => {
    const back = roundTrip(JSON.parse('{"__proto__": {"polluted": true}}'));
    expect(Object.keys(Object(back))).toEqual(['__proto__']);
    expect(Object(back)).not.toHaveProperty('polluted');
  });

  test.each([() => 1, Symbol('s'), { deep: [() => 1] }, new WeakMap(), Promise.resolve()])(
    'refuses %s as Electron does',
    (given) => {
      expect(() => codec.pack(given)).toThrow('An object could not be cloned.');
    },
  );
});
