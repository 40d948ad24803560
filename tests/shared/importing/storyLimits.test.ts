import { expect, it } from 'vitest';
import { schema } from '../../../shared/article/schema.ts';
import { emptyBody } from '../../../shared/article/article.ts';
import type { Decision } from '../../../shared/importing/receipt.ts';
import { gathered, refuseTooManyParts, storyLimits } from '../../../shared/importing/storyLimits.ts';

const bodyOf = (paragraphs: number) =>
  emptyBody().type.create(null, [
    ...emptyBody().children.slice(0, 5),
    ...Array.from({ length: paragraphs }, () => schema.node('paragraph', null, schema.text('Word'))),
  ]);

it('a body of more parts than any story has is refused, a novel is not', () => {
  expect(() => refuseTooManyParts(bodyOf(20_000))).not.toThrow();
  expect(() => refuseTooManyParts(bodyOf(storyLimits.nodes / 2))).toThrow(/a story has at most 60000/);
});

it('a receipt of thousands of lines alike keeps every text, in the last of them', () => {
  const alike = Array.from({ length: 3000 }, (_, at): Decision => ({
    kind: 'removed',
    what: 'Comment',
    text: `comment ${String(at)}`,
  }));
  const other: Decision = { kind: 'doubted', what: 'Footnote', text: 'note' };
  const told = gathered([...alike, other]);
  expect(told).toHaveLength(501);
  expect(told).toContainEqual(other);
  const texts = told.flatMap(({ text }) => text.split('\n'));
  expect(alike.filter(({ text }) => !texts.includes(text))).toEqual([]);
  expect(gathered([other])).toEqual([other]);
});
