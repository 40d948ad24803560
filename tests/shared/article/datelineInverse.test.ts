import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Dateline,
  houseStyles,
  parseDateline,
  renderDateline,
} from '../../../shared/article/dateline.ts';

const names = [
  'Lucknow',
  'Oslo',
  'Port-au-Prince',
  'St. Ives',
  'Rio de Janeiro',
  "O'Fallon",
  'Ürgüp',
  'Sana’a',
];
const word = fc
  .tuple(fc.constantFrom('B', 'D', 'F', 'K', 'L', 'R', 'V', 'Z'), fc.stringMatching(/^[a-z]{4,9}$/))
  .map(([first, rest]) => `${first}${rest}q`);
const place = fc.oneof(
  fc.constantFrom(...names),
  word,
  fc.tuple(word, word).map((two) => two.join(' ')),
  fc.tuple(word, word).map((two) => two.join('-')),
);
const region = fc.option(
  fc.constantFrom('Syria', 'Ill.', 'N.Y.', 'United Arab Emirates', 'DC, United States', 'Bihar'),
);
const places = fc.array(fc.record({ place, region }), { minLength: 1, maxLength: 3 });
const two = (value: number): string => String(value).padStart(2, '0');
const date = fc
  .record({
    year: fc.option(fc.integer({ min: 1900, max: 2199 })),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${year ?? '-'}-${two(month)}-${two(day)}`);
const source = fc.option(
  fc.constantFrom('Reuters', 'AP', 'PTI', 'BUSINESS WIRE', 'CNN Business', 'The Daily Q'),
);

const saysOf = ({ places: where, date: when, source: who }: Dateline): unknown => ({ where, when, who });

describe.each(houseStyles.map((house) => [house.id, house] as const))('%s datelines', (_id, house) => {
  const { style } = house;
  // A style drops what it does not write; a source without marks around it is known by name only.
  const asWritten = (when: string | null): string | null =>
    when === null || style.date === null
      ? null
      : style.date.beforeYear === null
        ? when.replace(/^\d{4}/u, '-')
        : when;
  const bare = style.source[1] === '';

  it('say the same when they are rendered and parsed, and are written the same again', () => {
    fc.assert(
      fc.property(places, fc.option(date), source, (where, when, who) => {
        const given: Dateline = {
          places: where,
          date: asWritten(when),
          source: bare && who !== null ? 'AAP' : who,
          style,
        };
        const text = renderDateline(given);
        const parsed = parseDateline(text);
        expect(parsed && saysOf(parsed), text).toEqual(saysOf(given));
        expect(parsed && renderDateline(parsed)).toBe(text);
      }),
    );
  });
});

describe('any text', () => {
  const part = fc.oneof(
    fc.constantFrom(
      ', ',
      ' ',
      '. ',
      ':',
      ' -',
      ' —',
      '--',
      ' (',
      ')',
      ' [',
      ']',
      '/',
      '،',
      'Dec 28',
      '3 août',
      '2024',
      'AP',
      'NEW',
      'Delhi',
      'N.Y.',
      'नई',
      '१४ अगस्त',
      'ß',
      'ŉ',
      'İzmir',
      '\u00a0',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );

  it('that is understood as a dateline is written back byte for byte', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('').trim();
        const parsed = parseDateline(text);
        if (parsed !== null) expect(renderDateline(parsed)).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });
});
