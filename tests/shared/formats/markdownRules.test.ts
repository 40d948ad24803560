import { describe, expect, test } from 'vitest';
import type { Node } from 'prosemirror-model';
import type { Article } from '../../../shared/article/article.ts';
import { schema } from '../../../shared/article/schema.ts';
import { bodyBlocks } from '../../../shared/article/text.ts';
import { markdownFormats } from '../../../shared/formats/markdown.ts';
import { importMarkdown } from '../../../shared/importing/markdown.ts';
import { articleOf } from '../../support/escapingPositions.ts';
import { realStories } from '../../support/realStories.ts';

const write = (id: string, article: Article): string =>
  markdownFormats.find((format) => format.id === id)?.render(article, { theme: { id: 'none', css: '' } }) ??
  '';
const bodyText = (written: string): string => written.replace(/^---\n[\s\S]*?^---\n\n?/mu, '');
const mark = (name: string, attrs: object = {}) => schema.mark(name, { ...attrs });
const paragraph = (...inside: readonly Node[]): Node => schema.node('paragraph', null, inside);
const text = (value: string, ...marks: readonly ReturnType<typeof mark>[]): Node => schema.text(value, marks);
const written = (id: string, ...blocks: readonly Node[]): string => bodyText(write(id, articleOf(...blocks)));

describe.each(markdownFormats)('as $label', ({ id, render }) => {
  test('M1: front matter, a blank line, a body without a heading of level 1; UTF-8, LF, one line end at the end', () => {
    for (const { article } of realStories) {
      const file = render(article, { theme: { id: 'none', css: '' } });
      expect(file).toMatch(/^---\n[\s\S]*?^---\n(?:\n\S|$)/mu);
      expect(file).not.toMatch(/\r|\ufeff|\n\n$|\n\n\n/u);
      expect(file.endsWith('\n')).toBe(true);
      expect(bodyText(file)).not.toMatch(/^#\s/mu);
      expect(file.isWellFormed() && file.normalize('NFC') === file).toBe(true);
    }
  });

  test('M2: one line for a paragraph, “-” for a bullet, “*” for emphasis, and no line that ends in spaces', () => {
    const both = [mark('strong'), mark('emphasis')] as const;
    expect(
      written(id, paragraph(text('a '), text('b', ...both), text(' '.repeat(2) + 'c '.repeat(200) + 'd'))),
    ).toMatch(/^a \*\*\*b\*\*\* {2}(?:c ){200}d\n$/u);
    const item = (value: string) => schema.node('listItem', null, [paragraph(text(value))]);
    const list = (value: string) => schema.node('bulletList', null, [item(value)]);
    expect(written(id, list('a'), list('b'))).toBe('- a\n\n<!-- -->\n\n- b\n');
    for (const { article } of realStories)
      expect(bodyText(write(id, article))).not.toMatch(/ \n|\n[*+] |(?<![\\\w])_\S[^_\n]*_(?!\w)/u);
  });

  test('M2: a hard break is a backslash, or for Jekyll, whose kramdown knows none, <br />', () => {
    const broken = paragraph(text('a'), schema.node('hardBreak'), text('b'));
    expect(written(id, broken)).toBe(id === 'jekyll' ? 'a<br />b\n' : 'a\\\nb\n');
  });

  test('M4: what template engines would eat is written with a reference', () => {
    const hostile = '{{ title }} {% raw %} {: .a} {# b #}';
    expect(written(id, paragraph(text(hostile)), schema.node('heading', null, [text('a {.b}')]))).not.toMatch(
      /\{[{%:#.]/u,
    );
    expect(importMarkdown(write(id, articleOf(paragraph(text(hostile))))).body.textContent).toBe(hostile);
  });

  test('M5: an address with an unbalanced parenthesis stands between angle brackets, and none has a title', () => {
    const link = (href: string) => written(id, paragraph(text('a', mark('link', { href }))));
    expect(link('https://example.org/(a)?b=1&c=2')).toBe('[a](https://example.org/(a)?b=1&c=2)\n');
    expect(link('https://example.org/a)')).toBe('[a](<https://example.org/a)>)\n');
  });

  test('M6: a figure is one paragraph of its picture and its caption in italics, credit last', () => {
    const figure = schema.node('figure', { src: 'media/a.png', alt: 'A quay' }, [
      schema.node('caption', null, [text('The quay (left) at dawn')]),
      schema.node('credit', null, [text('A Person (AP)')]),
    ]);
    const file = write(id, articleOf(figure));
    expect(bodyText(file)).toBe('![A quay](media/a.png)\n*The quay (left) at dawn (Photo: A Person (AP))*\n');
    expect(bodyBlocks(importMarkdown(file).body)[0]?.node.eq(figure)).toBe(true);
  });

  test('M7: dateline, related links in place and at the end are read from the body alone', () => {
    const related = (title: string) =>
      schema.node('relatedLink', { href: 'https://example.org/b' }, [text(title)]);
    const article = articleOf(
      paragraph(text('The talks began.')),
      related('Two'),
      paragraph(text('x')),
      related('Three'),
    );
    const [kicker, headline, standfirst, byline, , ...blocks] = article.body.children;
    const head = [kicker, headline, standfirst, byline].flatMap((node) => (node === undefined ? [] : [node]));
    const dateline = schema.node('dateline', null, [text('New Delhi, Dec 28:')]);
    const body = bodyText(
      write(id, { ...article, body: schema.node('doc', null, [...head, dateline, ...blocks]) }),
    );
    expect(body).toBe(
      '**New Delhi, Dec 28:** The talks began.\n\n**Read Also:** [Two](https://example.org/b)\n\nx\n\n## Read Also\n\n- [Three](https://example.org/b)\n',
    );
    expect(
      importMarkdown(body)
        .body.children.slice(4)
        .map((node) => `${node.type.name}: ${node.textContent}`),
    ).toEqual([
      'dateline: New Delhi, Dec 28:',
      'paragraph: The talks began.',
      'relatedLink: Two',
      'paragraph: x',
      'relatedLink: Three',
    ]);
  });

  test('M8: keys of somebody else’s front matter survive, whatever the profile adds', () => {
    const frontMatter = {
      layout: 'story',
      event: '2026-05-04',
      on: 'off',
      empty: '',
      none: null,
      params: { a: [1, 'b'] },
    };
    const file = write(id, { ...articleOf(paragraph(text('x'))), frontMatter });
    expect(importMarkdown(file).envelope['frontMatter']).toEqual(frontMatter);
    expect(file).toContain('event: 2026-05-04\n"on": "off"\n');
    expect(importMarkdown(write(id, articleOf(paragraph(text('x'))))).envelope).not.toHaveProperty(
      'frontMatter',
    );
  });

  test('M9: strings quoted, numbers and dates bare, keys in a fixed order, drafts and embargoes as their generator wants', () => {
    const embargo = '2026-06-01T00:00:00+05:30';
    const file = write(id, {
      ...articleOf(paragraph(text('x'))),
      slug: 'no',
      status: 'draft',
      published: '2026-05-04T12:00+05:30',
      embargo,
      keywords: ['12:30'],
      targetLength: 600,
    });
    const date = id === 'jekyll' ? embargo : '2026-05-04T12:00:00+05:30';
    const extra = {
      jekyll: 'layout: "post"\nrender_with_liquid: false\npublished: false\n',
      eleventy: 'templateEngineOverride: "md"\n',
    };
    const added = Object.entries(extra).find(([profile]) => profile === id)?.[1] ?? '';
    expect(file).toContain(
      `---\nslug: "no"\ndate: ${date}\npublishDate: ${embargo}\ndraft: true\ntags:\n  - "12:30"\nlang: "en"\n${added}params:\n  copydesk:\n`,
    );
    expect(file).toContain('    targetLength: 600\n');
    expect(importMarkdown(file).envelope).toMatchObject({
      published: '2026-05-04T12:00:00+05:30',
      embargo,
      status: 'draft',
    });
  });
});

test('M2: struck text and tables are signs of GFM only: CommonMark has HTML and a list, and says so', () => {
  const cell = (name: string, value: string) =>
    schema.node(name, null, [paragraph(...(value === '' ? [] : [text(value)]))]);
  const table = schema.node('table', { caption: 'Boats' }, [
    schema.node('tableRow', null, [cell('tableHeader', 'Day'), cell('tableHeader', 'Last')]),
    schema.node('tableRow', null, [cell('tableCell', 'Sunday'), cell('tableCell', '')]),
  ]);
  const article = articleOf(paragraph(text('a', mark('strike'))), table);
  expect(bodyText(write('markdown', article))).toContain('~~a~~\n\n*Boats*\n\n| Day');
  expect(bodyText(write('commonmark', article))).toBe(
    '<s>a</s>\n\n*Boats*\n\n- **Day** · **Last**\n- Sunday · –\n',
  );
  const losses = markdownFormats.find(({ id }) => id === 'commonmark')?.losses(article) ?? [];
  expect(losses.map(({ what, count }) => `${what} ${count}`)).toEqual(['Table 1']);
});

test('M9: Jekyll’s files begin with the day they appear', () => {
  const prefix = markdownFormats.find(({ id }) => id === 'jekyll')?.namePrefix;
  const article = articleOf(paragraph(text('x')));
  expect(prefix?.(article)).toBe('2026-05-04-');
  expect(prefix?.({ ...article, published: '2026-05-05T23:30:00-05:00' })).toBe('2026-05-05-');
  expect(prefix?.({ ...article, published: '2026-05-05T23:30:00Z', embargo: '2026-06-01T00:00:00Z' })).toBe(
    '2026-06-01-',
  );
});
