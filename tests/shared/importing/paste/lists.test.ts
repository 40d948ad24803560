import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMarker, romanValue } from '../../../../shared/importing/paste/listMarker.ts';
import { outline, pasted } from '../../../support/pasted.ts';

it.each([
  ['1.', true, 1, true],
  ['12)', true, 12, true],
  ['(3)', true, 3, true],
  ['b.', true, 2, false],
  ['1.2.', true, 2, false],
  ['xiv.', true, 14, false],
  ['·', false, null, true],
  ['o', false, null, true],
  ['§', false, null, true],
  ['-', false, null, true],
  ['', false, null, true],
])('reads the marker %j', (marker, ordered, number, exact) => {
  expect(readMarker(marker)).toEqual({ ordered, number, exact });
});

it('takes a single letter for a roman number only where the list says so', () => {
  expect(readMarker('i.').number).toBe(9);
  expect(readMarker('i.', true).number).toBe(1);
  expect(['i', 'iv', 'ix', 'xl', 'mcmxcix'].map(romanValue)).toEqual([1, 4, 9, 40, 1999]);
});

const item = (level: number, text: string): string =>
  `<p class=MsoListParagraph style='mso-list:l0 level${String(level)} lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>${text}</p>`;

// What a reader of the flat list sees: an item stands under the last one above it that is less deep.
const depths = (levels: readonly number[]): readonly number[] => {
  const open: number[] = [];
  return levels.map((level) => {
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return open.length;
  });
};

it('nests every item of Word under the last one that is less deep, whatever levels are skipped', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }), (levels) => {
      const html = levels.map((level, at) => item(level, `Item ${String(at)}`)).join('\n');
      const lines = outline(pasted(html).body);
      expect(lines.map((line) => (/^ */u.exec(line)?.[0].length ?? 0) / 2 + 1)).toEqual(depths(levels));
      expect(lines.map((line) => line.trim())).toEqual(levels.map((_, at) => `- Item ${String(at)}`));
    }),
    { numRuns: 100 },
  );
});
