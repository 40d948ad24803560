import { expect, it } from 'vitest';
import { newArticle } from '../../../shared/article/article.ts';
import { schema } from '../../../shared/article/schema.ts';
import { previewPage } from '../../../renderer/preview/page.ts';
import { childAt, unitAt } from '../../../renderer/preview/page.ts';

const field = (name: string, text: string, attrs: Record<string, unknown> | null = null) =>
  schema.node(name, attrs, text === '' ? [] : [schema.text(text)]);

const { units } = previewPage(
  {
    ...newArticle({ id: 'c'.repeat(32), created: '2026-11-14T06:30:00Z', language: 'en' }),
    body: schema.node('doc', null, [
      field('kicker', ''),
      field('headline', 'Headline'),
      field('standfirst', ''),
      field('byline', 'By the desk'),
      field('dateline', 'Town, Nov 14:'),
      field('paragraph', 'Lead.'),
      field('paragraph', ''),
      field('paragraph', 'Second.'),
      field('relatedLink', 'One', { href: 'https://example.org/1' }),
      field('relatedLink', 'Two', { href: 'https://example.org/2' }),
    ]),
  },
  { theme: { id: 'test', css: '' } },
);

it.each([
  [1, 0, 'the headline'],
  [3, 1, 'the byline'],
  [4, 2, 'the dateline, which stands in the lead'],
  [5, 2, 'the lead'],
  [7, 3, 'a later paragraph'],
  [8, 4, 'a link of the end list'],
  [9, 4, 'another link of the end list'],
])('child %i is shown by unit %i: %s', (index, unit) => expect(unitAt(units, index)).toBe(unit));

it('shows a blank child by the unit above it, and one at the top by the first unit', () => {
  expect(unitAt(units, 6)).toBe(2);
  expect(unitAt(units, 0)).toBe(0);
  expect(unitAt([], 0)).toBe(-1);
});

it('leads from a unit to its child, from the dateline and from a link of the end list to their own', () => {
  expect(childAt(units[2], 0)).toBe(5);
  expect(childAt(units[2], 1)).toBe(4);
  expect(childAt(units[4], 1)).toBe(9);
  expect(childAt(units[0], 1)).toBe(1);
  expect(childAt(undefined, 0)).toBeNull();
});
