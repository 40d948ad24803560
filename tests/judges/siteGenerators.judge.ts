import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';
import { headerText } from '../../shared/article/text.ts';
import { cleanText } from '../../shared/formats/escape.ts';
import { markdownFormats } from '../../shared/formats/markdown.ts';
import { corpusText } from '../support/corpora.ts';
import { articleOf, positions } from '../support/escapingPositions.ts';
import { hostileStrings } from '../support/hostileStrings.ts';
import { describeJudge } from '../support/judge.ts';
import { differences, folded, shownBy } from '../support/pageText.ts';
import { realStories } from '../support/realStories.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { buildSite, eleventyPath, generators, type SitePage } from './sites.ts';

const cases: { readonly strings: readonly string[] } = JSON.parse(
  corpusText('copydesk-cases/md-escaping.json') ?? '{"strings":[]}',
);

/** What one generator or another takes for its own, beside the strings that every parser is tried with. */
const signs = [
  '^',
  ': definition',
  '*[HTML]: abbr',
  'a | b',
  '$$x$$',
  'Title {#late}',
  'Title {.c}',
  'Title { #x .y }',
  '{::comment}x{:/}',
  '<!--more-->',
  '{{< x >}}',
  '{{% x %}}',
  '::: note',
  '+++',
  ':smile:',
  'a^2^ H~2~O',
  '==mark==',
  '[[wiki]]',
  '[TOC]',
  '[^1]: foot',
  'http://x.org',
  '\\',
  'x\\',
  '\\<!--',
  '&#123;{',
  '[x]: y',
  '~~~',
  '=',
  '--',
  '^x',
];

const mainOf = ({ html }: SitePage): string =>
  html.slice(html.indexOf('<main>') + 6, html.indexOf('</main>'));
const at = (moment: unknown): number =>
  Date.parse(
    String(moment)
      .replace(/ (?=\d|[-+]|UTC)/u, 'T')
      .replace(/ UTC$/u, 'Z')
      .replace(/ (?=[-+]\d{4}$)/u, ''),
  );

for (const generator of generators) {
  const format = markdownFormats.find(({ id }) => id === generator.profile);
  if (format === undefined) throw new Error(`There is no Markdown profile ${generator.profile}`);
  const here = generator.profile === 'eleventy' ? () => existsSync(eleventyPath) : () => true;

  describe(`a site of ${format.label}`, () => {
    describeJudge(
      generator,
      () => {
        test(`shows the text of all ${realStories.length} stories, and reads their front matter`, () => {
          const articles = realStories.map(({ article }) => article);
          const pages = buildSite(generator, format, articles, { folder: temporaryFolder(), all: true });
          expect(pages.size).toBe(articles.length);
          for (const { name, article } of realStories) {
            const page = pages.get(article.id);
            expect(differences(article, page?.text ?? '', folded), name).toEqual({ missing: [], added: '' });
            const data = page?.data ?? {};
            expect(data['title'] ?? '', name).toBe(cleanText(headerText(article.body, 'headline')));
            expect(data['description'] ?? '', name).toBe(cleanText(headerText(article.body, 'standfirst')));
            // Jekyll and Eleventy give a post without a date that of its file.
            if (
              article.published !== undefined &&
              !(generator.profile === 'jekyll' && article.embargo !== undefined)
            )
              expect(at(data['date']), name).toBe(Math.floor(Date.parse(article.published) / 1000) * 1000);
            expect(data['params'], name).toMatchObject({ copydesk: { id: article.id } });
          }
        });

        test('changes no hostile string in any of seven positions, but the alternative texts that its losses name', () => {
          const lead = schema.node('paragraph', null, [schema.text('Before')]);
          const strings = [...cases.strings, ...hostileStrings.map(({ text }) => text), ...signs];
          const tried = strings.flatMap((value, row) =>
            positions.map((position, column) => ({
              value,
              position,
              article: {
                ...articleOf(lead, position.make(value)),
                id: String(row * 10 + column).padStart(32, '0'),
              },
            })),
          );
          const articles = tried.map(({ article }) => article);
          const pages = buildSite(generator, format, articles, { folder: temporaryFolder(), all: true });
          expect(pages.size).toBe(tried.length);
          const changed = tried.filter(({ value, position, article }) => {
            const page = pages.get(article.id);
            const shown = shownBy(page === undefined ? '' : mainOf(page));
            const body = { ...shown, text: shown.text.replace(/^\s*Before\s*/u, '') };
            const isSame =
              folded(position.shown(body)) === folded(value) &&
              shown.elements.join(' ') === ['p', ...position.elements].join(' ');
            return !isSame && format.losses(article).length === 0;
          });
          expect(changed.map(({ value, position }) => `${position.name}: ${value.slice(0, 80)}`)).toEqual([]);
        });

        test('keeps drafts back, and what is embargoed where it can', () => {
          const calm = {
            ...articleOf(schema.node('paragraph', null, [schema.text('x')])),
            published: '2026-05-04T06:30:00Z',
          };
          const story = (digit: string, more: Partial<Article>): Article => ({
            ...calm,
            id: digit.repeat(32),
            ...more,
          });
          const embargo = '2126-05-04T06:30:00Z';
          const articles = [
            story('1', { status: 'usable' }),
            story('2', { status: 'draft' }),
            story('3', { status: 'canceled' }),
            story('4', { status: 'withheld', embargo }),
            story('5', { embargo }),
          ];
          const pages = buildSite(generator, format, articles, { folder: temporaryFolder(), all: false });
          const shown = [...pages.keys()].map((id) => id.charAt(0)).toSorted();
          // Eleventy builds everything: its losses say that it does not wait.
          expect(shown).toEqual(generator.profile === 'eleventy' ? ['1', '2', '3', '4', '5'] : ['1']);
          if (generator.profile === 'eleventy')
            expect(
              articles.slice(3).map((article) => format.losses(article).map(({ what }) => what)),
            ).toEqual([['Embargo'], ['Embargo']]);
        });
      },
      here,
    );
  });
}
