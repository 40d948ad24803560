import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isKnownLabel } from '../../../shared/article/blocks/relatedLink.ts';
import { pageLanguages, pageWords } from '../../../shared/formats/pageWords.ts';
import { isRelatedHeading, readRelated } from '../../../shared/importing/related.ts';
import { describeCorpus } from '../../support/corpora.ts';

const related = (label: string, title: string, href = '', kind = 'related') => ({ kind, label, title, href });

describe('a related link', () => {
  it.each(pageLanguages)('is a line with the label that an article in %s gets for one', (language) => {
    const label = pageWords(language).readAlso;
    expect(readRelated(`${label}: 3 old bridges`)).toEqual(related(label, '3 old bridges'));
    expect(isKnownLabel(label, '')).toBe(true);
  });

  it.each([
    ['Read Also:\u00a0 Six bridges that never opened', related('Read Also', 'Six bridges that never opened')],
    ['READ MORE: Six bridges that never opened', related('READ MORE', 'Six bridges that never opened')],
    ['Also Read | Six bridges that never opened', related('Also Read', 'Six bridges that never opened')],
    ['Also Read - Six bridges that never opened', related('Also Read', 'Six bridges that never opened')],
    ['See also » Six bridges that never opened', related('See also', 'Six bridges that never opened')],
    ['Related — Six bridges that never opened', related('Related', 'Six bridges that never opened')],
    ['More: “Six bridges” exhibition opens', related('More', '“Six bridges” exhibition opens')],
    [
      'WATCH: The last ferry leaves port',
      related('WATCH', 'The last ferry leaves port', '', 'related-video'),
    ],
    ['Mehr zum Thema: Die letzte Fähre legt ab', related('Mehr zum Thema', 'Die letzte Fähre legt ab')],
    ['Lire aussi : Le dernier bac est parti', related('Lire aussi', 'Le dernier bac est parti')],
    ['VEA TAMBIÉN: El último barco del día', related('VEA TAMBIÉN', 'El último barco del día')],
    ['Czytaj też: Ostatni prom już odpłynął', related('Czytaj też', 'Ostatni prom już odpłynął')],
    ['ये भी पढ़ें: आखिरी नाव चली गई', related('ये भी पढ़ें', 'आखिरी नाव चली गई')],
    ['اقرأ أيضاً: العبارة الأخيرة تغادر الميناء', related('اقرأ أيضاً', 'العبارة الأخيرة تغادر الميناء')],
    ['Read more: What next: boats or bridges?', related('Read more', 'What next: boats or bridges?')],
    [
      'Read Also: Six old bridges <https://example.org/a?b=1#c>',
      related('Read Also', 'Six old bridges', 'https://example.org/a?b=1#c'),
    ],
    [
      'Read Also: Six old bridges (https://example.org/a)',
      related('Read Also', 'Six old bridges', 'https://example.org/a'),
    ],
    [
      'Read Also: [Six old bridges](https://example.org/a)',
      related('Read Also', 'Six old bridges', 'https://example.org/a'),
    ],
  ])('is “%s”', (line, wanted) => expect(readRelated(line)).toEqual(wanted));

  it.each([
    'More:BridgesFerries BoatsQuays',
    'Read more: Bridges, boats, Quay Holdings (QUA), Ferry Partners',
    'Read more about the bridges here',
    'Related parties said the bridge would open.',
    'Watch the boat: it leaves at noon',
    'More: the price rose again on Friday, traders said.',
    'Read Also: boats',
    'Read Also',
    'Continue reading the main story',
    'Story continues below gallery',
    'MORE-OR-LESS bridges',
    `Read Also: ${'bridge '.repeat(60)}`,
    '',
  ])('is not “%s”', (line) => expect(readRelated(line)).toBeNull());

  it('has labels that stand alone above a list', () => {
    expect(['Read Also', 'RELATED STORIES:', 'Lire aussi :', 'Bridges'].map(isRelatedHeading)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

const cases = z.object({
  positive: z.array(
    z.object({
      text: z.string(),
      expect: z.object({ kind: z.string(), label: z.string(), title: z.string() }),
    }),
  ),
  negative: z.array(z.object({ text: z.string() })),
});

describeCorpus('copydesk-cases/readalso.json', (text) => {
  const { positive, negative } = cases.catch({ positive: [], negative: [] }).parse(JSON.parse(text));

  it('holds the cases', () => expect([positive.length, negative.length]).toEqual([18, 6]));
  it.each(positive.map((each) => [each.text, each.expect] as const))('reads “%s”', (line, wanted) => {
    expect(readRelated(line)).toEqual({ ...wanted, href: '' });
  });
  it.each(negative.map((each) => [each.text] as const))('leaves “%s”', (line) => {
    expect(readRelated(line)).toBeNull();
  });
});
