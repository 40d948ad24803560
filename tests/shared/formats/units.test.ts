import { Fragment, type Node } from 'prosemirror-model';
import { expect, test } from 'vitest';
import type { Article } from '../../../shared/article/article.ts';
import { schema } from '../../../shared/article/schema.ts';
import { headParts } from '../../../shared/formats/theme.ts';
import { sameUnit, unitsOf, type Unit, type UnitMemory } from '../../../shared/formats/units.ts';
import { articleFixture } from '../../support/articleFixtures.ts';

const replaceChild = (article: Article, index: number, node: Node): Article => ({
  ...article,
  body: article.body.copy(article.body.content.replaceChild(index, node)),
});

test('a change in one block changes that unit alone', () => {
  const before = articleFixture('whole');
  const index = before.body.children.findIndex((node) => node.textContent.startsWith('The board decides'));
  const after = replaceChild(
    before,
    index,
    schema.node('paragraph', null, [schema.text('The board has decided.')]),
  );
  const [old, now] = [unitsOf(before), unitsOf(after)];
  const changed = now.filter((unit, at) => !sameUnit(unit, old[at] ?? unit));
  expect(changed.map((unit) => unit.indexes)).toEqual([[index]]);
  expect(changed[0]?.render()).toBe('<p>The board has decided.</p>');
});

test('with a memory, what says the same is the very unit of before; without, nothing is remembered', () => {
  const before = articleFixture('whole');
  const index = before.body.children.findIndex((node) => node.textContent.startsWith('The board decides'));
  const after = replaceChild(before, index, schema.node('paragraph', null, [schema.text('It has.')]));
  const unitAt = (units: readonly Unit[]) =>
    units.filter(({ indexes: [first] }) => first !== undefined && first > 6);
  const memory: UnitMemory = new WeakMap();
  const [old, now] = [unitAt(unitsOf(before, headParts, memory)), unitAt(unitsOf(after, headParts, memory))];
  const fresh = unitAt(unitsOf(after));
  expect(now.filter((unit) => !old.includes(unit) && unit.parts[0] !== 'end list')).toHaveLength(1);
  expect(fresh.some((unit) => now.includes(unit))).toBe(false);
  expect(fresh.map((unit) => unit.render())).toEqual(now.map((unit) => unit.render()));
});

test('the lead changes with the dateline, and the dates with the metadata', () => {
  const before = articleFixture('whole');
  const after = replaceChild(before, 4, schema.node('dateline', null, [schema.text('MUMBAI:')]));
  const changed = unitsOf(after).filter((unit, at) => !sameUnit(unit, unitsOf(before)[at] ?? unit));
  expect(changed.map((unit) => unit.indexes)).toEqual([[5, 4]]);
  const later = unitsOf({ ...before, modified: '2026-06-01T00:00:00Z' });
  expect(
    later.filter((unit, at) => !sameUnit(unit, unitsOf(before)[at] ?? unit)).map((unit) => unit.indexes),
  ).toEqual([[]]);
});

test('a trailing run of related links is one list per label, and each item knows its block', () => {
  const article = articleFixture('related-link');
  const lists = unitsOf(article).filter((unit) => unit.render().startsWith('<nav'));
  expect(lists.map((unit) => unit.indexes.map((index) => article.body.child(index).textContent))).toEqual([
    ['Board asks for more money', 'A title without an address', ''],
    ['Timetable for May'],
  ]);
});

test('blank blocks have no unit, wherever they stand', () => {
  const article = articleFixture('minimal');
  const blank = ['paragraph', 'heading', 'relatedLink', 'embed', 'correction'].map((name) =>
    schema.node(name),
  );
  const spaces = schema.node('paragraph', null, [schema.text(' \u00a0'), schema.node('hardBreak')]);
  const body = article.body.copy(article.body.content.append(Fragment.from([...blank, spaces])));
  expect(unitsOf({ ...article, body })).toHaveLength(unitsOf(article).length);
});
