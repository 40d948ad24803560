import { describe, expect, test } from 'vitest';
import { realStories } from '../support/realStories.ts';
import { pagesOf } from './htmlPages.ts';
import { htmlValidateFindings } from './htmlValidate.ts';
import { jsonLdFindings } from './jsonLd.ts';
import { schemaOrg } from './schemaOrg.ts';
import { vnuFindings, vnuMissing } from './vnu.ts';

const pages = pagesOf(realStories);

describe(`HTML pages: ${realStories.length} stories in three themes, ${pages.length} pages`, () => {
  test('html-validate finds nothing', async () => {
    expect((await Promise.all(pages.map(htmlValidateFindings))).flat()).toEqual([]);
  });

  test.skipIf(schemaOrg === null)(
    `the JSON-LD judge finds nothing${schemaOrg === null ? ' [skipped: ../shared/corpora is not there]' : ''}`,
    () => {
      const vocabulary = schemaOrg;
      expect(
        vocabulary === null ? ['no vocabulary'] : pages.flatMap((page) => jsonLdFindings(page, vocabulary)),
      ).toEqual([]);
    },
  );

  test.skipIf(vnuMissing !== '')(
    `the Nu HTML Checker finds no error and no warning${vnuMissing === '' ? '' : ` [skipped: ${vnuMissing}]`}`,
    () => {
      expect(vnuFindings(pages)).toEqual([]);
    },
  );
});
