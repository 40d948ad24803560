import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeRecord, readRecord, scanJournal } from '../../electron/core/journalRecord.ts';

const records = fc
  .array(
    fc.record({
      session: fc.stringMatching(/^[0-9a-z]{1,20}$/),
      edit: fc.nat(),
      base: fc.option(fc.string()),
      at: fc.nat(),
      library: fc.string(),
      draft: fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value))),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => all.map((record) => ({ record, bytes: encodeRecord(record) })));

const lengthOf = (all: readonly { readonly bytes: Uint8Array }[]): number =>
  all.reduce((sum, { bytes }) => sum + bytes.length, 0);

it('a record reads back as it was written, whatever is in it', () => {
  fc.assert(
    fc.property(records, (all) => {
      const scanned = scanJournal(Buffer.concat(all.map(({ bytes }) => bytes)));
      expect(scanned.damaged).toBe(false);
      expect(scanned.records.map(readRecord)).toEqual(all.map(({ record }) => record));
    }),
  );
});

it('a journal cut anywhere: the records before the cut count, and the damage is seen', () => {
  fc.assert(
    fc.property(records, fc.nat(), (all, at) => {
      const bytes = Buffer.concat(all.map((one) => one.bytes));
      const cut = at % bytes.length;
      const scanned = scanJournal(bytes.subarray(0, cut));
      let whole = 0;
      for (let end = 0; (end += all[whole]?.bytes.length ?? Infinity) <= cut;) whole += 1;
      expect(scanned.records).toHaveLength(whole);
      expect(scanned.damaged).toBe(!all.some((_, n) => cut === lengthOf(all.slice(0, n))));
    }),
  );
});

it('one flipped bit costs one record, and never changes what another says', () => {
  fc.assert(
    fc.property(records, fc.nat(), fc.nat(7), (all, at, bit) => {
      const bytes = Buffer.concat(all.map((one) => one.bytes));
      bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << bit);
      const scanned = scanJournal(bytes);
      expect(scanned.damaged).toBe(true);
      expect(scanned.records.length).toBeGreaterThanOrEqual(all.length - 2);
      for (const found of scanned.records.map(readRecord))
        expect(all.map(({ record }) => record)).toContainEqual(found);
    }),
    { numRuns: 300 },
  );
});

it('zeros, text and nothing at all are no records, and no crash', () => {
  expect(scanJournal(new Uint8Array())).toEqual({ records: [], damaged: false });
  for (const bytes of [
    Buffer.alloc(5_000),
    Buffer.from('{"draft": ""}'),
    Buffer.from('\ncopydesk-journal 1 '),
  ])
    expect(scanJournal(bytes)).toEqual({ records: [], damaged: true });
});
