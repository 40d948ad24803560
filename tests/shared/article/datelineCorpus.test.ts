import { expect, it } from 'vitest';
import { z } from 'zod';
import { findDateline, parseDateline, renderDateline } from '../../../shared/article/dateline.ts';
import { describeCorpus } from '../../support/corpora.ts';

const place = z.object({ place: z.string(), region: z.string().nullable() });
const cases = z.object({
  positive: z.array(
    z.object({
      text: z.string(),
      expect: place.extend({
        date: z.string().nullable(),
        source: z.string().nullable(),
        prefix: z.string(),
        byline: z.string().optional(),
        places: z.array(place).optional(),
      }),
    }),
  ),
  negative: z.array(z.object({ text: z.string(), why: z.string() })),
});

describeCorpus('copydesk-cases/datelines.json', (text) => {
  const { positive, negative } = cases.catch({ positive: [], negative: [] }).parse(JSON.parse(text));

  it('holds the cases', () => expect([positive.length, negative.length]).toEqual([44, 14]));

  it.each(positive.map((each) => [each.text, each.expect] as const))('lifts “%s”', (line, wanted) => {
    const hit = findDateline(line);
    const dateline = hit?.dateline;
    expect({
      ...dateline?.places[0],
      date: dateline?.date,
      source: dateline?.source,
      prefix: hit?.prefix,
      ...(hit?.byline === undefined ? {} : { byline: hit.byline }),
      ...(wanted.places === undefined ? {} : { places: dateline?.places }),
    }).toEqual(wanted);
    const parsed = parseDateline(hit?.text ?? '');
    expect(parsed).toEqual(dateline);
    expect(parsed && renderDateline(parsed)).toBe(hit?.text);
  });

  it.each(negative.map((each) => [each.text, each.why] as const))('leaves “%s”: %s', (line) => {
    expect(findDateline(line)).toBeNull();
  });
});
