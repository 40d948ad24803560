import type { Node } from 'prosemirror-model';
import { expect, test } from 'vitest';
import { schema } from '../../../shared/article/schema.ts';
import { compareArticles } from '../../../shared/compare/compareArticles.ts';
import { fieldName, nodeName, reasonName, valueText } from '../../../renderer/history/names.ts';
import { notesOf } from '../../../renderer/history/notes.ts';
import { withBlocks } from '../../support/comparing.ts';

const paragraphOf = (...content: Parameters<typeof schema.text>[]) =>
  schema.node(
    'paragraph',
    null,
    content.map(([text, marks]) => schema.text(text, marks ?? [])),
  );
const link = (href: string) => [schema.mark('link', { href })];
const figure = (alt: string, caption: string) =>
  schema.node('figure', { src: `media/${'0'.repeat(64)}.png`, alt }, [
    schema.node('caption', null, [schema.text(caption)]),
    schema.node('credit'),
  ]);

/** The notes of the one block of two articles. */
const notes = (before: Node, after: Node) =>
  compareArticles(withBlocks(before), withBlocks(after)).blocks.flatMap(notesOf);

test('a picture’s new alt text is told with what it was', () => {
  expect(notes(figure('A boat', 'At dusk'), figure('A late boat', 'At dusk'))).toEqual([
    { label: 'Figure: alt text', before: 'A boat', after: 'A late boat' },
  ]);
});

test('where a link leads is told when it changes, comes or goes', () => {
  const words = (href: string) => paragraphOf(['See the '], ['timetable', link(href)], [' of the boats.']);
  const [one, other] = ['https://example.org/one', 'https://example.org/two'];
  expect(notes(words(one), words(other))).toEqual([{ label: '“timetable”', before: one, after: other }]);
  expect(notes(paragraphOf(['See the timetable of the boats.']), words(one))).toEqual([
    { label: '“timetable”', before: '', after: one },
  ]);
  const longer = paragraphOf(['See the '], ['new timetable', link(one)], [' of the boats.']);
  expect(notes(words(one), longer)).toEqual([{ label: 'Link of “new”', before: '', after: one }]);
});

test('words that became bold, and a block of another kind, are told', () => {
  expect(
    notes(paragraphOf(['A late boat.']), paragraphOf(['A '], ['late', [schema.mark('strong')]], [' boat.'])),
  ).toEqual([{ label: '“late”', before: '', after: 'Bold' }]);
  const heading = schema.node('heading', { level: 2 }, [schema.text('A late boat crosses the sound')]);
  expect(notes(paragraphOf(['A late boat crosses the sound']), heading)).toContainEqual({
    label: 'Kind',
    before: 'Paragraph',
    after: 'Heading',
  });
});

test('names are words: of reasons, nodes, fields and values, known or not', () => {
  expect(['manual', 'before', 'later-copydesk'].map(reasonName)).toEqual([
    'Saved by you',
    'Before it was replaced',
    'Kept',
  ]);
  expect(['headline', 'caption', 'factBox', 'strange'].map(nodeName)).toEqual([
    'Headline',
    'Caption',
    'Fact box',
    'strange',
  ]);
  expect(['headlines.seo', 'section', 'rights.holder'].map(fieldName)).toEqual([
    'Headline for search',
    'Section',
    'Rights holder',
  ]);
  expect(valueText('status', 'done')).toBe('Filed');
  expect(valueText('keywords', ['ferry', 'night'])).toBe('ferry, night');
  expect([undefined, null, ''].map((value) => valueText('x', value))).toEqual(['', '', '']);
});
