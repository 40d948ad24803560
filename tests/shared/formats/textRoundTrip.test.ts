import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { newArticle, type Article } from '../../../shared/article/article.ts';
import { schema as s } from '../../../shared/article/schema.ts';
import { bodyBlocks, headerText } from '../../../shared/article/text.ts';
import { columnsOf } from '../../../shared/formats/columns.ts';
import type { Format } from '../../../shared/formats/format.ts';
import { textFormats } from '../../../shared/formats/text.ts';
import { importText } from '../../../shared/importing/text.ts';
import { anyArticle } from '../../support/articleArbitrary.ts';
import { articleFixture } from '../../support/articleFixtures.ts';
import { corpusStories } from '../../support/realStories.ts';
import { hostileFields, hostileStrings } from '../../support/hostileStrings.ts';

const settings = { theme: { id: '', css: '' } };
const read = (format: Format, article: Article) =>
  importText({ name: 'story.txt', text: format.render(article, settings) });
const fields = ['kicker', 'headline', 'byline', 'dateline'] as const;
const heads = (body: Node) => fields.map((name) => headerText(body, name));
const outline = (body: Node) =>
  bodyBlocks(body).map(({ node }) => [
    node.type.name,
    node.textContent,
    ...(node.type.name === 'relatedLink' ? [node.attrs['label'], node.attrs['href']] : []),
  ]);

const sentence = fc
  .array(
    fc.constantFrom(
      'the',
      'ferry',
      'leaves',
      'an',
      'hour',
      'later',
      'quay',
      'über',
      'नदी',
      'from',
      '“late”',
      '— so',
      '14',
    ),
    {
      minLength: 12,
      maxLength: 60,
    },
  )
  .map((words) => `Then ${words.join(' ')}.`);
const line = (first: string) =>
  fc
    .array(fc.constantFrom('ferry', 'hours', 'quay', 'later', 'night'), { minLength: 2, maxLength: 5 })
    .map((words) => `${first} ${words.join(' ')}`);
const textIn = (name: string, text: string, attrs: object = {}) =>
  s.node(name, { ...attrs }, text === '' ? [] : [s.text(text)]);
const paragraph = (text: string) => textIn('paragraph', text);

// Copy as reporters file it: sentences, crossheads, lists and related links.
const block = fc.oneof(
  { weight: 4, arbitrary: sentence.map((text) => [paragraph(text)]) },
  fc.tuple(line('Crosshead'), sentence).map(([title, text]) => [textIn('heading', title), paragraph(text)]),
  fc.array(line('Point'), { minLength: 2, maxLength: 4 }).map((points) => [
    s.node(
      'bulletList',
      null,
      points.map((point) => s.node('listItem', null, [paragraph(point)])),
    ),
    paragraph('After the list the story goes on for a while, as stories do in the harbour.'),
  ]),
  fc
    .tuple(line('Second'), fc.constantFrom('', 'https://example.org/a?b=1'))
    .map(([title, href]) => [textIn('relatedLink', title, { label: 'Read Also', href })]),
);
const copy: fc.Arbitrary<Article> = fc
  .record({
    kicker: fc.constantFrom('', 'Harbour'),
    headline: line('Ferry adds late boat'),
    byline: fc.constantFrom('', 'By Asha Rao', 'By Asha Rao and Ben Kole'),
    dateline: fc.constantFrom('', 'New Delhi, Dec 28:', 'LINDEN QUAY (AP) —'),
    slug: fc.constantFrom(undefined, 'ferry-late', 'FERRY LATE'),
    embargo: fc.constantFrom(undefined, '2026-05-04T12:00:00+05:30'),
    lead: sentence,
    blocks: fc.array(block, { maxLength: 6 }),
    correction: fc.constantFrom('', 'An earlier version had the wrong hour.'),
  })
  .map(({ kicker, headline, byline, dateline, slug, embargo, lead, blocks, correction }) => ({
    ...newArticle({ id: 'e'.repeat(32), created: '2026-05-04T06:30:00Z', language: 'en' }),
    ...(slug === undefined ? {} : /[A-Z]/u.test(slug) ? { slugline: slug } : { slug }),
    ...(embargo === undefined ? {} : { embargo }),
    body: s.node('doc', null, [
      textIn('kicker', kicker),
      textIn('headline', headline),
      s.node('standfirst'),
      textIn('byline', byline),
      textIn('dateline', dateline),
      paragraph(lead),
      ...blocks.flat(),
      ...(correction === '' ? [] : [textIn('correction', correction, { date: '2026-05-05' })]),
    ]),
  }));

const exact = textFormats.filter(({ id }) => !id.includes('ascii'));

describe.each(exact)('$id read back', (format) => {
  test('has headline, byline, dateline, headings, related links, paragraphs and metadata again', () => {
    fc.assert(
      fc.property(copy, (article) => {
        const { body, envelope } = read(format, article);
        expect(heads(body)).toEqual(heads(article.body));
        expect(outline(body)).toEqual(outline(article.body));
        const { slug, slugline, embargo } = article;
        expect(JSON.parse(JSON.stringify({ ...envelope, language: undefined }))).toEqual(
          JSON.parse(JSON.stringify({ slug, slugline, embargo })),
        );
      }),
      { numRuns: Number(process.env['RUNS'] ?? 100) },
    );
  });

  test('lists the line that ends the copy as removed, and has it nowhere', () => {
    const { body, receipt } = read(format, articleFixture('whole'));
    expect(body.textContent).not.toContain('ENDS');
    expect(receipt.decisions).toContainEqual(
      expect.objectContaining({ kind: 'removed', what: 'End of the copy', text: 'ENDS' }),
    );
  });
});

test.each(textFormats.slice(0, 2))(
  `$id: ${corpusStories.length} stories of the test data come back with their heads and every word`,
  (format) => {
    for (const { article, name } of corpusStories) {
      const { body } = read(format, article);
      expect(heads(body), name).toEqual(heads(article.body));
      const words = (one: Node) =>
        bodyBlocks(one)
          .map(({ node }) => node.textContent.replaceAll(/\s+/gu, ''))
          .join('');
      expect(words(body), name).toBe(words(article.body));
    }
  },
);

test('our own copy keeps its slug line out of the headline', () => {
  const { body, envelope } = read(textFormats[0] as Format, articleFixture('whole')); // there is a first
  expect(headerText(body, 'headline')).toBe('Inspectors find cracks in both lock gates');
  expect(headerText(body, 'kicker')).toBe('Harbour');
  expect(headerText(body, 'byline')).toBe('By A. Reporter and B. Writer');
  expect(envelope.slugline).toBe('HARBOUR-LOCK');
});

describe.each(textFormats)('$id', (format) => {
  const lines = (article: Article) => format.render(article, settings).split('\n');

  test(
    'no space at a line’s end, one blank line between paragraphs, whatever the text',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(anyArticle, (article) => {
          const text = format.render(article, settings);
          expect(text).not.toMatch(/[ \t]\n|\n\n\n|\r/u);
          expect(text.endsWith('\nENDS\n') || text === 'ENDS\n').toBe(true);
          expect(text).toBe(text.normalize('NFC'));
        }),
        { numRuns: 50 },
      );
    },
  );

  test.each(hostileFields)(
    'hostile texts in the $name add no line to the head and no control character',
    ({ put }) => {
      for (const { text, name } of hostileStrings) {
        const out = format.render(put(text), settings);
        expect(out, name).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
        expect(out.isWellFormed(), name).toBe(true);
        expect(
          out
            .split('\n\n')[0]
            ?.split('\n')
            .filter((one) => !one.startsWith(' ')).length,
          name,
        ).toBeLessThanOrEqual(3);
      }
    },
  );

  if (format.id.includes('wrapped'))
    test('no line of more than 72 columns has a space to break at', () => {
      fc.assert(
        fc.property(copy, (article) => {
          for (const one of lines(article).filter((text) => columnsOf(text) > 72))
            expect(one.trim()).not.toMatch(/ (?!(?:[-•*‣▪●◦]|\d{1,3}[.)])(?: |$))/u);
        }),
      );
    });
});

test('columns of wide letters stay aligned', () => {
  const row = (cells: readonly string[]) =>
    s.node(
      'tableRow',
      null,
      cells.map((cell) => s.node('tableCell', null, [paragraph(cell)])),
    );
  const { body, ...envelope } = articleFixture('minimal');
  const table = s.node('table', null, [row(['港', 'x']), row(['abcd', 'y'])]);
  const article = { ...envelope, body: body.copy(body.content.addToEnd(table)) };
  expect(textFormats[0]?.render(article, settings)).toContain('港    x\nabcd  y\n');
});
