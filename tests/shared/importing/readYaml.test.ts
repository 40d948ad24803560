import { expect, test } from 'vitest';
import { importMarkdown } from '../../../shared/importing/markdown.ts';
import { readYaml } from '../../../shared/importing/readYaml.ts';
import { isUnpolluted } from '../../support/activeContent.ts';
import { pollutedYaml } from '../../support/vectors/index.ts';

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

test('reads YAML of the core schema: numbers, texts, lists, and merge keys as any other key', () => {
  expect(readYaml('a: 1\nb: yes\nc: [x, "12:30"]\nd: {<<: {e: 1}}\n')).toEqual({
    value: { a: 1, b: 'yes', c: ['x', '12:30'], d: { '<<': { e: 1 } } },
    problems: [],
  });
  expect(readYaml('')).toEqual({ value: null, problems: [] });
});

test.each([
  ['an alias', 'a: &a [x]\nb: *a', /aliases/],
  [
    'aliases that multiply',
    Array.from(
      { length: 20 },
      (_, at) => `a${at}: &a${at} [${at === 0 ? 'x' : `*a${at - 1}, *a${at - 1}`}]`,
    ).join('\n'),
    /aliases/,
  ],
  ['100,000 brackets', '['.repeat(100_000), /64 KB/],
  ['65,000 brackets', '['.repeat(65_000), /20 levels/],
  ['32,000 braces', '{a: '.repeat(16_000), /20 levels/],
  ['30,000 dashes', '- '.repeat(30_000), /20 levels/],
  ['30,000 keys of keys', '? '.repeat(30_000), /20 levels/],
  [
    '300 indented keys',
    Array.from({ length: 300 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    /20 levels/,
  ],
  ['two levels too many', deep(22), /20 levels/],
])('refuses %s, and says why', (_name, text, why) => {
  const { value, problems } = readYaml(text);
  expect(value).toBe(null);
  expect(problems.join()).toMatch(why);
});

test('reads twenty levels', () => {
  expect(readYaml(deep(20)).problems).toEqual([]);
  const indented = Array.from({ length: 20 }, (_, at) => `${' '.repeat(at)}a:`).join('\n');
  expect(readYaml(`${indented} 1`).problems).toEqual([]);
});

test.each([
  '!!js/function "function () { globalThis.polluted = 1 }"',
  '!!js/regexp /x/',
  '!!python/object/apply:os.system ["x"]',
  '!!binary aGk=',
  '!<tag:evil.example,2026:x> {a: 1}',
])('gives a tag no meaning: %s', (value) => {
  const read = readYaml(`title: ${value}`);
  expect(['string', 'object']).toContain(typeof Object(read.value).title);
  expect(typeof Object(read.value).title).not.toBe('function');
  expect(Reflect.get(globalThis, 'polluted')).toBe(undefined);
});

test.each(pollutedYaml)('leaves every prototype as it is: %s', (yaml) => {
  readYaml(yaml);
  expect(isUnpolluted()).toBe(true);
});

test('a Markdown file whose front matter is refused keeps its text, and tells the front matter whole', () => {
  const yaml = `title: &t Ferry\nslug: *t\n`;
  const { body, envelope, receipt } = importMarkdown(`---\n${yaml}---\n\nThe ferry left at 23:10.\n`, 'x.md');
  expect(body.textContent).toContain('The ferry left at 23:10.');
  expect(envelope).toEqual({});
  expect(receipt.decisions.filter(({ kind }) => kind === 'doubted').map(({ text }) => text)).toEqual([
    'it repeats its parts by aliases',
    yaml,
  ]);
});
