import { expect, test } from 'vitest';
import { schema } from '../../../shared/article/schema.ts';
import { text } from '../../../shared/formats/text.ts';
import { articleFixture, articleFixtures, goldenTheme } from '../../support/articleFixtures.ts';

const lines = (name: string, changes: object = {}): readonly string[] =>
  text.render({ ...articleFixture(name), ...changes }, { theme: goldenTheme }).split('\n');

test('begins with embargo, slug, headline and byline, then the dateline in the lead', () => {
  expect(lines('whole', { embargo: '2026-05-04T12:00:00+05:30' }).slice(0, 6)).toEqual([
    'EMBARGOED UNTIL 2026-05-04T12:00:00+05:30',
    'HARBOUR-LOCK',
    'Harbour | Inspectors find cracks in both lock gates',
    'By A. Reporter and B. Writer',
    '',
    'New Delhi, May 4 (PTI): Both gates of the Linden Quay lock are cracked, inspectors said on Monday, and the inner harbour will close for two nights.',
  ]);
});

test('ends with related links, corrections and ENDS', () => {
  expect(lines('whole').slice(-6)).toEqual([
    'Read Also: A short history of the lock',
    '',
    'CORRECTION (2026-05-05): An earlier version gave the length of the crack as 4 cm.',
    '',
    'ENDS',
    '',
  ]);
});

test.each(articleFixtures)(
  'has no space at a line’s end and one blank line between paragraphs in $name',
  ({ article }) => {
    expect(text.render(article, { theme: goldenTheme })).not.toMatch(/[ \t]\n|\n\n\n/u);
  },
);

test('writes a link’s address once, after its words, whatever is bold in it', () => {
  const link = schema.mark('link', { href: 'https://example.org/' });
  const content = [
    schema.text('see '),
    schema.text('this', [link, schema.mark('strong')]),
    schema.text(' page ', [link]),
    schema.text('now'),
  ];
  const { body } = articleFixture('minimal');
  const article = {
    ...articleFixture('minimal'),
    body: body.copy(body.content.addToEnd(schema.node('paragraph', null, content))),
  };
  expect(text.render(article, { theme: goldenTheme })).toContain(
    'see this page <https://example.org/> now\n',
  );
});

test('writes a block that it does not know with the words its page shows', () => {
  expect(lines('editors-note').join('\n')).toContain('Editor’s note: This story was written');
});
