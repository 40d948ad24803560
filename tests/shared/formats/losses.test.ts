import { describe, expect, test } from 'vitest';
import type { Article } from '../../../shared/article/article.ts';
import { schema } from '../../../shared/article/schema.ts';
import { formats } from '../../../shared/formats/index.ts';
import { articleFixture } from '../../support/articleFixtures.ts';

const lossesOf = (id: string, article: Article): Readonly<Record<string, number>> =>
  Object.fromEntries(
    (formats.find((format) => format.id === id)?.losses(article) ?? []).map(({ what, count }) => [
      what,
      count,
    ]),
  );

test('an article of text, links and pictures loses nothing', () => {
  for (const name of ['minimal', 'paragraph', 'marks', 'figure', 'quote', 'fact-box', 'embed'])
    for (const id of ['html', 'markdown'])
      expect(lossesOf(id, articleFixture(name)), `${name} as ${id}`).toEqual({});
});

describe('HTML', () => {
  test('names the metadata that a page does not say', () => {
    expect(lossesOf('html', { ...articleFixture('whole'), embargo: '2026-05-04T12:00:00Z' })).toEqual({
      Embargo: 1,
      'Note to editors': 1,
      'Short headline': 1,
      Slugline: 1,
      Genre: 1,
      'Link to a story of the library': 1,
    });
  });
});

describe('Markdown', () => {
  test('counts what its tables cannot hold', () => {
    expect(lossesOf('markdown', articleFixture('table'))).toEqual({
      'Paragraphs in a table cell': 1,
      'Merged table cells': 1,
      'Table headings outside the first row': 2,
    });
  });

  test('counts line breaks in headings and cells, not those that no reader sees', () => {
    const hardBreak = () => schema.node('hardBreak');
    const heading = schema.node('heading', null, [
      schema.text('a'),
      hardBreak(),
      schema.text('b'),
      hardBreak(),
    ]);
    const paragraph = schema.node('paragraph', null, [schema.text('a'), hardBreak(), schema.text('b')]);
    const cell = schema.node('tableCell', null, [paragraph]);
    const table = schema.node('table', null, [schema.node('tableRow', null, [cell])]);
    const { body, ...envelope } = articleFixture('minimal');
    const article = {
      ...envelope,
      body: schema.node('doc', null, [...body.children, paragraph, heading, table]),
    };
    expect(lossesOf('markdown', article)).toEqual({
      'Line break in a heading': 1,
      'Line break in a table cell': 1,
    });
  });

  test('leaves the note to editors out, and carries the embargo', () => {
    const article = { ...articleFixture('minimal'), edNote: 'Call first.', embargo: '2026-05-04T12:00:00Z' };
    expect(lossesOf('markdown', article)).toEqual({ 'Note to editors': 1 });
  });
});
