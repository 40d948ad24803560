import { expect, it } from 'vitest';
import { findInserts, inserts } from '../../../renderer/editor/commands/insert.ts';
import { schema } from '../../../shared/article/schema.ts';

const found = (query: string): readonly string[] => findInserts(query).map(({ label }) => label);

it('offers every block of the article but running text', () => {
  for (const insert of inserts) insert.make(schema).check();
  expect(inserts.length).toBeGreaterThan(10);
});

it.each([
  ['', inserts[0]?.label],
  ['tab', 'Table'],
  ['photo', 'Figure'],
  ['read also', 'Related link'],
  ['READ', 'Related link'],
  ['h3', 'Heading 3'],
  ['quote', 'Quote'],
])('finds for “%s” first %s', (query, label) => {
  expect(found(query)[0]).toBe(label);
});

it('finds nothing for what is no block', () => {
  expect(found('zebra')).toEqual([]);
});
