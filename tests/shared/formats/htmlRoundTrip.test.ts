import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directionOf, newArticle, type Article } from '../../../shared/article/article.ts';
import { titleOf } from '../../../shared/article/text.ts';
import { cleanText } from '../../../shared/formats/escape.ts';
import { html } from '../../../shared/formats/html.ts';
import { html as htmlImporter } from '../../../shared/importing/html.ts';
import type { Imported } from '../../../shared/importing/importer.ts';
import { articleFixtures, goldenTheme } from '../../support/articleFixtures.ts';
import { canonical, type Less } from '../../support/canonical.ts';
import { withPageLevels } from '../../support/pageLevels.ts';
import { anyArticle } from '../../support/articleArbitrary.ts';

const readPage = (article: Article): Imported =>
  htmlImporter.run({ name: 'page.html', text: html.render(article, { theme: goldenTheme }) });

/** What a page says in another way: a picture without alt text is decorative, and articles of the library have no address. */
const lessHtml: Less = {
  attrs: (node, attrs) => {
    const decorative = attrs['decorative'] === true || attrs['alt'] === '';
    if (node.type.name === 'figure')
      return attrs['src'] === '' ? {} : { ...attrs, decorative, alt: decorative ? '' : attrs['alt'] };
    return 'articleId' in attrs ? { ...attrs, articleId: null } : attrs;
  },
};

const clean = (text: string | undefined): string =>
  cleanText(text ?? '')
    .replace(/\s+/gu, ' ')
    .trim();

/** The metadata that a page carries (`formats.md` §4), as its reader would tell it from another page's. */
const carried = (article: Article) => ({
  language: article.language,
  direction: directionOf(article),
  canonical: clean(article.canonical),
  seo: clean(article.headlines?.seo),
  social: clean(article.headlines?.social ?? titleOf(article.body)),
  section: clean(article.section),
  keywords: (article.keywords ?? []).map(clean).filter((one) => one !== ''),
  published: article.published ?? '',
  modified: article.modified ?? '',
  expires: article.expires ?? '',
  holder: clean(article.rights?.holder),
  notice: clean(article.rights?.notice),
});

const asArticle = ({ body, envelope }: Imported): Article => ({
  ...newArticle({ id: 'e'.repeat(32), created: '2026-05-04T06:30:00.000Z', language: 'en', body }),
  ...envelope,
});

const expectSame = (article: Article): void => {
  const made = readPage(article);
  expect(canonical(made.body, lessHtml)).toEqual(canonical(withPageLevels(article.body), lessHtml));
  expect(carried(asArticle(made))).toEqual(carried(article));
  expect(made.receipt.decisions).toEqual([]);
};

describe('a page read again gives the same article, less what pages are said to lose', () => {
  test.each(articleFixtures)('$name', ({ article }) => expectSame(article));

  test('and so does any article', { timeout: 120_000 }, () => {
    fc.assert(fc.property(anyArticle, expectSame), { numRuns: Number(process.env['RUNS'] ?? 40) });
  });
});
