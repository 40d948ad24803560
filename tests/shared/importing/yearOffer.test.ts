import { describe, expect, it } from 'vitest';
import { headerText } from '../../../shared/article/text.ts';
import { importText } from '../../../shared/importing/text.ts';
import { withYearOffered } from '../../../shared/importing/yearOffer.ts';

const lead =
  'The first boat of the year left the quay at five, and forty people stood in the rain to see it.';
const created = '2026-01-03T06:30:00Z';
const told = (dateline: string, more = '', published?: string) => {
  const { body, receipt } = importText({
    name: 'a',
    text: `Boats return\n\n${dateline} ${lead}${more}`,
  });
  const before = JSON.stringify(body.toJSON());
  const decisions = withYearOffered(receipt.decisions, body, {
    created,
    ...(published === undefined ? {} : { published }),
  });
  expect(JSON.stringify(body.toJSON())).toBe(before);
  expect(headerText(body, 'dateline')).toBe(dateline);
  return decisions.filter(({ what }) => what.startsWith('dateline')).map(({ what }) => what);
};

describe('the year of a dateline that has none', () => {
  it('is offered as the nearest to the article’s own date', () => {
    expect(told('New Delhi, Dec 28:', '', '2024-01-02T08:00:00Z')).toEqual([
      'dateline has no year: 2023 is likely (the article is dated 2024-01-02)',
    ]);
  });

  it('is offered as a date in the text says, without a date of the article', () => {
    expect(told('New Delhi, Dec 28:', ' It was built on December 24, 2019.')).toEqual([
      'dateline has no year: 2019 is likely (the text says December 24, 2019)',
    ]);
    expect(told('New Delhi, Dec 28:', ' It runs from December 25 to 29, 2019.')).toEqual([
      'dateline has no year: 2019 is likely (the text says December 25 to 29, 2019)',
    ]);
    expect(told('New Delhi, Dec 28:', ' It was sold on 5 January 2020.')).toEqual([
      'dateline has no year: 2019 is likely (the text says 5 January 2020)',
    ]);
  });

  it('is offered as the nearest to the day of the import, where nothing says more', () => {
    expect(told('New Delhi, Dec 28:')).toEqual([
      'dateline has no year: 2025 is likely (the nearest to today)',
    ]);
  });

  it('is not asked about where a year is written, or no date', () => {
    expect(told('CARLSBAD, Calif., May 5, 2025 /PRNewswire/ --')).toEqual([]);
    expect(told('MOSCOW (AP) —')).toEqual([]);
  });

  it('is offered once, in the place of the doubt', () => {
    const { body, receipt } = importText({ name: 'a', text: `Boats return\n\nNew Delhi, Dec 28: ${lead}` });
    const offered = withYearOffered(receipt.decisions, body, { created });
    expect(offered.length).toBe(receipt.decisions.length);
    expect(withYearOffered([], body, { created })).toHaveLength(1);
  });
});
