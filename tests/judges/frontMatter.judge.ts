import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Article } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';
import { markdownFormats } from '../../shared/formats/markdown.ts';
import { articleOf } from '../support/escapingPositions.ts';
import { hostileFields, hostileStrings } from '../support/hostileStrings.ts';
import { ask, describeJudge } from '../support/judge.ts';
import { realStories } from '../support/realStories.ts';

// What YAML 1.1 and template engines take for their own (`formats.md` finding 2).
const titles = [
  'Yes',
  'no',
  'on',
  'Off',
  'y',
  'null',
  '~',
  'true',
  '12:30',
  '2026-05-04',
  '0x1F',
  '1_000',
  '1e3',
  '0777',
  '.inf',
  '=',
  '<<',
  'a: b',
  '- a',
  '? a',
  '# a',
  'a # b',
  '*a',
  '&a',
  '!a',
  '%a',
  '@a',
  '`a',
  '|',
  '>',
  '[a]',
  '{a}',
  '{{ a }}',
  '{% a %}',
  'a"b',
  "a'b",
  'a\\b',
  '\\',
  'a\u2028b',
  'a\u2029b',
  'a\u0085b',
  '\ufeffa',
  'a\u00a0',
  'a\tb',
  '---',
  '...',
  'é',
  '😀',
] as const;

const withTitle = (title: string): Article => {
  const article = articleOf(schema.node('paragraph', null, [schema.text('x')]));
  const [kicker, , ...rest] = article.body.children;
  return {
    ...article,
    published: '2026-05-04T12:00:00+05:30',
    keywords: [title],
    section: title,
    body: schema.node('doc', null, [
      kicker ?? schema.node('kicker'),
      schema.node('headline', null, [schema.text(title)]),
      ...rest,
    ]),
  };
};

const tried: readonly Article[] = [
  ...titles.map(withTitle),
  ...realStories.map(({ article }) => article),
  // Somebody else's keys, which come back as they were.
  {
    ...withTitle('Keys'),
    frontMatter: { on: 'off', '12:30': 'noon', 'a b': ['x', { y: 'no' }], event: '2026-05-04', weight: 3 },
  },
];
const hostile = (): readonly Article[] =>
  hostileFields.flatMap(({ put }) =>
    hostileStrings.filter(({ text }) => text.length < 1000).map(({ text }) => put(text)),
  );

/** Every story in every profile, and every hostile text in every field in one. */
const frontMatters = (): readonly string[] =>
  markdownFormats.flatMap(({ id, render }) =>
    [...tried, ...(id === 'jekyll' ? hostile() : [])].map(
      (article) =>
        /^---\n([\s\S]*?)^---\n/mu.exec(render(article, { theme: { id: 'none', css: '' } }))?.[1] ?? '',
    ),
  );

// Dates as moments, however a reader holds them; all else as it is.
const comparable = (value: unknown, isDate: boolean = false): unknown => {
  if (isDate && typeof value === 'string') return new Date(value).toISOString().slice(0, 19);
  if (Array.isArray(value)) return value.map((one) => comparable(one));
  if (typeof value !== 'object' || value === null) return value;
  const dates = ['date', 'publishDate', 'lastmod', 'expiryDate', 'created', 'published', 'event'];
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      comparable(one, dates.includes(key) && /^\d{4}/u.test(String(one))),
    ]),
  );
};

const python = `
import sys, json, yaml, datetime
def plain(v):
    if isinstance(v, datetime.datetime):
        return (v.astimezone(datetime.timezone.utc) if v.tzinfo else v).strftime('%Y-%m-%dT%H:%M:%SZ')
    return v.isoformat()
print(json.dumps([yaml.safe_load(t) for t in json.load(sys.stdin)], default=plain))
`;
// Jekyll reads front matter so, too.
const ruby = `
require 'psych'; require 'json'; require 'date'; require 'time'
def plain(v)
  case v
  when Hash then v.to_h { |k, x| [k, plain(x)] }
  when Array then v.map { |x| plain(x) }
  when Time then v.utc.strftime('%Y-%m-%dT%H:%M:%SZ')
  when Date then v.iso8601
  else v end
end
puts JSON.generate(JSON.parse(STDIN.read).map { |t| plain(Psych.safe_load(t, permitted_classes: [Time, Date])) })
`;

function works(command: string, args: readonly string[]): boolean {
  try {
    ask(command, args, '[]');
    return true;
  } catch {
    return false;
  }
}

describe('front matter', () => {
  const readers = [
    { name: 'PyYAML', command: 'python3', args: ['-c', python], install: 'apt install python3-yaml' },
    { name: 'Psych', command: 'ruby', args: ['-e', ruby], install: 'apt install ruby' },
  ];
  for (const { name, command, args, install } of readers)
    describeJudge(
      { command, install },
      () => {
        test(`${name} reads every front matter as we do`, () => {
          const texts = frontMatters();
          const read: readonly unknown[] = JSON.parse(ask(command, args, JSON.stringify(texts)));
          expect(read.length).toBe(texts.length);
          for (const [index, text] of texts.entries())
            expect(comparable(read[index]), text).toEqual(comparable(parse(text)));
          // It was read, not skipped.
          expect(texts.every((text) => text.includes('copydesk:'))).toBe(true);
        });
      },
      () => works(command, args),
    );
});
