import { describe, expect, it } from 'vitest';
import { emptyBody } from '../../../shared/article/article.ts';
import { schema } from '../../../shared/article/schema.ts';
import { placeAfter } from '../../../shared/importing/placeAfter.ts';

const paragraph = (text: string) => schema.node('paragraph', null, [schema.text(text)]);
const item = (text: string) => schema.node('listItem', null, [paragraph(text)]);
const body = schema.node('doc', null, [
  emptyBody().child(0),
  schema.node('headline', null, [schema.text('Night ferry returns')]),
  ...emptyBody().children.slice(2, 5),
  paragraph('The boat leaves at midnight, and it costs what the bus does.'),
  schema.node('bulletList', null, [item('one'), item('two')]),
  paragraph('Said twice.'),
  paragraph('Between.'),
  paragraph('Said twice.'),
]);

describe('the place of what was removed', () => {
  it.each([
    ['', 0],
    ['Night ferry returns', 0],
    ['The coast | Night ferry returns', 0],
    ['MARROW SOUND, March 3 (Reuters) - The boat leaves at midnight, and it costs what the bus does.', 1],
    ['what the bus  does', undefined],
    ['leaves at midnight, and it costs', 1],
    ['two', 2],
    ['boat', undefined],
    ['Nowhere in the article.', undefined],
  ])('after “%s” is %s', (line, expected) => {
    expect(placeAfter(body)(line)).toBe(expected);
  });

  it('is after the next of two lines that say the same', () => {
    const place = placeAfter(body);
    expect([place('Said twice.'), place('Between.'), place('Said twice.')]).toEqual([3, 4, 5]);
  });
});
