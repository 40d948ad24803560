import { describe, expect, test } from 'vitest';
import { controlPage, pagesOf, pageThemes } from '../../judges/htmlPages.ts';
import { htmlValidateFindings } from '../../judges/htmlValidate.ts';
import { jsonLdFindings } from '../../judges/jsonLd.ts';
import { schemaOrg } from '../../judges/schemaOrg.ts';
import { vnuFindings, vnuMissing } from '../../judges/vnu.ts';
import { articleFixture, articleFixtures } from '../../support/articleFixtures.ts';
import { corpusStories } from '../../support/realStories.ts';

const fixtures = pagesOf(articleFixtures);
// A page's markup is the same in every theme but for its order: the stories of the test data need no second look here.
const stories = pagesOf(corpusStories, pageThemes.slice(0, 1));
const pages = [...fixtures, ...stories];
const [whole = { name: '', html: '' }] = pagesOf([{ name: 'whole', article: articleFixture('whole') }]);
const control = { name: 'control', html: controlPage(whole.html) };

describe(`html-validate, over ${pages.length} pages`, () => {
  test('finds nothing', async () => {
    expect((await Promise.all(pages.map(htmlValidateFindings))).flat()).toEqual([]);
  });

  test('finds what was planted', async () => {
    const found = (await htmlValidateFindings(control)).join('\n');
    for (const rule of ['deprecated', 'heading-level', 'wcag/h37']) expect(found).toContain(rule);
  });
});

if (schemaOrg === null)
  test.skip('the data for search engines: ../shared/corpora/schemas is not beside the project', () =>
    undefined);
else {
  const vocabulary = schemaOrg;
  describe(`the data for search engines, over ${pages.length} pages`, () => {
    test('are of the vocabulary and equal to what is shown', () => {
      expect(pages.flatMap((page) => jsonLdFindings(page, vocabulary))).toEqual([]);
    });

    test.each([
      ['a property that is none', '"headline"', '"headlin"', 'schema.org has no property headlin'],
      ['a type that is none', '"CorrectionComment"', '"Correctio"', 'schema.org has no type Correctio'],
      ['a property of something else', '"dateline"', '"relatedLink"', 'is no property of NewsArticle'],
      ['a value of another type', '"@type": "Person"', '"@type": "Place"', 'a Place is no value of it'],
      ['a headline that is not shown', '"headline": "', '"headline": "X', 'is not what is shown'],
      ['a date that is none', /"datePublished": "2/u, '"datePublished": "x', 'is no date'],
      ['an author who is not shown', /"name": "A/u, '"name": "Zz', 'is not in the byline'],
      ['a superseded property', '"articleSection"', '"serviceAudience"', 'is superseded'],
      ['a second script', '</body>', '<script></script></body>', 'has 2 scripts'],
    ])('find %s', (_what, from, to, says) => {
      const html = whole.html.replace(from, to);
      expect(html).not.toBe(whole.html);
      expect(jsonLdFindings({ name: 'control', html }, vocabulary).join('\n')).toContain(says);
    });
  });
}

if (vnuMissing !== '') {
  console.warn(`Skipped: the Nu HTML Checker (${vnuMissing})`);
  test.skip(`the Nu HTML Checker: ${vnuMissing}`, () => undefined);
} else
  describe(`the Nu HTML Checker, over ${fixtures.length} pages`, () => {
    test('finds nothing, and what was planted', { timeout: 180_000 }, () => {
      const found = vnuFindings([...fixtures, control]);
      expect(found.filter((finding) => !finding.startsWith('control:'))).toEqual([]);
      expect(found.join('\n')).toMatch(/control:.*center/u);
    });
  });
