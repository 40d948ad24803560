import { describe, expect, it } from 'vitest';
import { readEmbargo } from '../../../shared/importing/embargoLine.ts';

describe('an embargo line', () => {
  it.each([
    ['EMBARGOED UNTIL 2026-05-04T12:00:00+05:30', '2026-05-04T12:00:00+05:30'],
    ['EMBARGOED UNTIL 00:01 GMT, MONDAY 4 MAY 2026', '2026-05-04T00:01:00Z'],
    ['Strictly embargoed until 0001 hrs GMT, 4 May 2026', '2026-05-04T00:01:00Z'],
    ['EMBARGO: 6 pm UTC on May 4, 2026', '2026-05-04T18:00:00Z'],
    ['*** UNDER EMBARGO UNTIL 10:00 UTC 2026-05-04 ***', '2026-05-04T10:00:00Z'],
    ['Embargoed until 9.30 am GMT+5:30, 4 May 2026', '2026-05-04T09:30:00+05:30'],
    ['NOT FOR PUBLICATION BEFORE 18:00 CEST 4 May 2026', '2026-05-04T18:00:00+02:00'],
    ['HOLD FOR RELEASE UNTIL 10:00 EDT, May 4, 2026', '2026-05-04T10:00:00-04:00'],
    ['(Embargoed for publication until 23:59 -03:00 on 4 May 2026)', '2026-05-04T23:59:00-03:00'],
  ])('“%s” ends at %s', (line, until) => expect(readEmbargo(line)).toEqual({ until }));

  it.each([
    ['no date', 'EMBARGOED UNTIL MONDAY MORNING'],
    ['no year', 'EMBARGOED UNTIL 10:00 GMT, 4 May'],
    ['no offset', 'EMBARGOED TO 10:00 4 May 2026'],
    ['no time', 'FOR RELEASE ON 4 MAY 2026'],
    ['a zone of two countries', 'EMBARGOED UNTIL 00:01 BST, 4 May 2026'],
    ['another weekday', 'EMBARGOED UNTIL 00:01 GMT Tuesday 4 May 2026'],
    ['a date of numbers', 'EMBARGOED UNTIL 05/06/2026 10:00 GMT'],
    ['two times', 'EMBARGOED UNTIL 00:01 GMT (05:31 IST) 4 May 2026'],
    ['two dates', 'EMBARGOED UNTIL 00:01 GMT 4 May 2026 OR 5 May 2026'],
    ['noon said with pm', 'EMBARGOED UNTIL 12.30 pm GMT 4 May 2026'],
    ['no such day', 'EMBARGOED UNTIL 2026-02-30T12:00:00Z'],
    ['no such hour', 'EMBARGOED UNTIL 25:00 GMT 4 May 2026'],
  ])('with %s has an end that is not certain', (_why, line) =>
    expect(readEmbargo(line)).toEqual({ until: null }),
  );

  it.each([
    'Embargo on herring lifted after 12 years',
    'Embargo for fishing boats ends',
    'The report was embargoed until 00:01 GMT, 4 May 2026.',
    'FOR IMMEDIATE RELEASE',
    'Hold the boats until noon',
    '',
    `EMBARGOED UNTIL ${'A'.repeat(200)}`,
  ])('is not “%s”', (line) => expect(readEmbargo(line)).toBeNull());
});
