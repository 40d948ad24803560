import { expect, test } from 'vitest';
import { schema } from '../../../shared/article/schema.ts';
import { mediaOf } from '../../../shared/formats/media.ts';
import { articleFixture } from '../../support/articleFixtures.ts';

test('names the library’s pictures, each once, in order, and no others', () => {
  const { body } = articleFixture('figure');
  const names = mediaOf({ body });
  expect(names.map((name) => name.replace(/^media\/(.).*\./u, '$1 '))).toEqual(['a jpg', 'b png', 'c webp']);
  const twice = schema.node('doc', null, [...body.children, ...body.children.slice(5)]);
  expect(mediaOf({ body: twice })).toEqual(names);
});

test('names nothing for an article without pictures', () => {
  expect(mediaOf(articleFixture('minimal'))).toEqual([]);
});
