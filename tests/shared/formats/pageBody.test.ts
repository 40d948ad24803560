import { expect, test } from 'vitest';
import type { Article } from '../../../shared/article/article.ts';
import { schema } from '../../../shared/article/schema.ts';
import { html } from '../../../shared/formats/html.ts';
import { htmlLosses } from '../../../shared/formats/htmlLosses.ts';
import { sameUnit, unitsOf } from '../../../shared/formats/units.ts';
import { someArticle } from '../../support/someArticle.ts';

const paragraph = (text: string) => schema.node('paragraph', null, [schema.text(text)]);
const heading = (level: number) => schema.node('heading', { level }, [schema.text(`Level ${level}`)]);
const articleOf = (
  language: string,
  blocks: readonly ReturnType<typeof paragraph>[],
  headers: readonly string[] = ['', 'x', '', '', ''],
): Article => ({
  ...someArticle(),
  language,
  body: schema.node('doc', null, [
    ...['kicker', 'headline', 'standfirst', 'byline', 'dateline'].map((name, at) =>
      schema.node(name, null, (headers[at] ?? '') === '' ? [] : [schema.text(headers[at] ?? '')]),
    ),
    ...blocks,
  ]),
});
const bodyHtml = (article: Article): string =>
  unitsOf(article)
    .map((unit) => unit.render())
    .join('\n');

test('a paragraph in another script says its language and direction; a phrase in one says them itself', () => {
  const page = bodyHtml(articleOf('en', [paragraph('قالت الهيئة نعم.'), paragraph('He said नमस्ते to all.')]));
  expect(page).toContain('<p lang="ar" dir="rtl">قالت الهيئة نعم.</p>');
  expect(page).toContain('<p>He said <span lang="hi" dir="ltr">नमस्ते</span> to all.</p>');
});

test('names that run the other way stand apart from the text around them', () => {
  const page = bodyHtml(
    articleOf('ar', [paragraph('قال John Smith أمس')], ['', 'x', '', 'كتب Asha Rao', 'دمشق (CNN):']),
  );
  expect(page).toContain('<p class="byline">كتب <bdi lang="en" dir="ltr">Asha Rao</bdi></p>');
  expect(page).toContain('<span class="dateline">دمشق (<bdi lang="en" dir="ltr">CNN</bdi>):</span> قال');
  expect(page).toContain('قال <bdi lang="en" dir="ltr">John Smith</bdi> أمس');
});

test('a lead wholly in another script is one paragraph of it, its dateline too', () => {
  const page = bodyHtml(articleOf('en', [paragraph('नाव चली।')], ['', 'x', '', '', 'पुणे:']));
  expect(page).toContain('<p lang="hi" dir="ltr"><span class="dateline">पुणे:</span> नाव चली।</p>');
});

test('alt texts, table captions and labels say their script, too', () => {
  const picture = schema.node('figure', { src: 'https://example.org/a.jpg', alt: 'सुबह की नाव' }, [
    schema.node('caption'),
    schema.node('credit'),
  ]);
  const link = schema.node('relatedLink', { label: 'यह भी पढ़ें', href: 'https://example.org/' }, [
    schema.text('More'),
  ]);
  const page = bodyHtml(articleOf('en', [picture, link, paragraph('End.')]));
  expect(page).toContain('alt="सुबह की नाव" lang="hi" dir="ltr">');
  expect(page).toContain('<strong class="label"><span lang="hi" dir="ltr">यह भी पढ़ें</span>:</strong>');
});

test('the words that a page adds are in the article’s language', () => {
  const blocks = [
    schema.node('correction', { date: '2026-05-04' }, [schema.text('…')]),
    schema.node('editorsNote', null, [schema.text('…')]),
  ];
  expect(bodyHtml(articleOf('hi', blocks))).toContain('भूल सुधार (<time datetime="2026-05-04">');
  expect(bodyHtml(articleOf('hi', blocks))).toContain('>संपादकीय टिप्पणी:</strong>');
  expect(bodyHtml(articleOf('en', blocks))).toContain('>Correction (<time');
});

test('a change of language changes every unit', () => {
  const article = articleOf('en', [paragraph('One.'), paragraph('Two.')]);
  const [before, after] = [unitsOf(article), unitsOf({ ...article, language: 'hi' })];
  expect(after.some((unit, at) => sameUnit(unit, before[at] ?? unit))).toBe(false);
});

test('no heading level is skipped, and the loss says how many were raised', () => {
  const article = articleOf('en', [heading(4), heading(2), heading(4), heading(3), heading(4)]);
  expect(
    [...bodyHtml(article).matchAll(/<(h[2-4])>Level (\d)/gu)].map(([, tag, level]) => `${tag}${level}`),
  ).toEqual(['h24', 'h22', 'h34', 'h33', 'h44']);
  expect(htmlLosses(article)).toMatchObject([{ what: 'Heading level', count: 2 }]);
  expect(htmlLosses(articleOf('en', [heading(2), heading(3), heading(2)]))).toEqual([]);
});

test('a template puts lines around the article, in the order that it wants, and nothing without a text', () => {
  const article = {
    ...articleOf('en', [paragraph('One.')], ['K', 'H', 'S', 'B', '']),
    section: 'Harbour & <b>',
  };
  const page = html.render(article, {
    theme: {
      id: 'ours',
      css: '',
      template: {
        masthead: ['The Post', '{section}', '{date}'],
        colophon: ['{date}'],
        order: ['headline', 'byline', 'dates', 'kicker', 'standfirst'],
      },
    },
  });
  expect(page).toContain(
    '<body><header class="masthead"><p><span>The Post</span> <span>Harbour &amp; &lt;b&gt;</span></p></header>',
  );
  expect(page).not.toContain('<footer');
  expect([...page.matchAll(/class="(kicker|headline|standfirst|byline)"/gu)].map(([, name]) => name)).toEqual(
    ['headline', 'byline', 'kicker', 'standfirst'],
  );
});
