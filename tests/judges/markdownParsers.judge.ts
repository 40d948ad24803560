import { describe, expect, test } from 'vitest';
import type { Article } from '../../shared/article/article.ts';
import { cleanText } from '../../shared/formats/escape.ts';
import { markdownFormats } from '../../shared/formats/markdown.ts';
import { importMarkdown } from '../../shared/importing/markdown.ts';
import { newArticle } from '../../shared/article/article.ts';
import { corpusText } from '../support/corpora.ts';
import { articleOf, positions } from '../support/escapingPositions.ts';
import { hostileFields, hostileStrings } from '../support/hostileStrings.ts';
import { ask, describeJudge } from '../support/judge.ts';
import { collapsed, differences, shownBy, squeezed } from '../support/pageText.ts';
import { realStories } from '../support/realStories.ts';

const cases: { readonly strings: readonly string[] } = JSON.parse(
  corpusText('copydesk-cases/md-escaping.json') ?? '{"strings":[]}',
);
const withoutFrontMatter = (written: string): string => written.replace(/^---\n[\s\S]*?^---\n/mu, '');

/** Programs that read Markdown, each with the profile written for such a one. */
const judges = [
  { command: 'cmark', install: 'apt install cmark', args: ['--unsafe'], profile: 'commonmark' },
  {
    command: 'cmark-gfm',
    install: 'apt install cmark-gfm',
    args: ['--unsafe', '-e', 'table', '-e', 'strikethrough', '-e', 'autolink', '-e', 'tasklist'],
    profile: 'markdown',
  },
];

// A heading that no story has: one run of a program reads many articles.
const fence = 'COPYDESKNEXTARTICLE';

for (const judge of judges) {
  const format = markdownFormats.find(({ id }) => id === judge.profile);
  if (format === undefined) throw new Error(`There is no Markdown profile ${judge.profile}`);
  const bodyOf = (article: Article): string =>
    withoutFrontMatter(format.render(article, { theme: { id: 'none', css: '' } }));
  const pagesOf = (articles: readonly Article[]): readonly string[] =>
    ask(judge.command, judge.args, articles.map(bodyOf).join(`\n\n# ${fence}\n\n`)).split(
      `<h1>${fence}</h1>\n`,
    );

  describe(`as ${judge.command} reads it`, () => {
    describeJudge(judge, () => {
      test.each(positions)('no string is changed as $name, or makes an element', (position) => {
        const strings = [...cases.strings, ...hostileStrings.map(({ text }) => text)];
        const pages = pagesOf(strings.map((value) => articleOf(position.make(value))));
        expect(pages.length).toBe(strings.length);
        for (const [index, value] of strings.entries()) {
          const page = shownBy(pages[index] ?? '');
          const wanted =
            judge.profile === 'commonmark' ? (position.listed ?? position.elements) : position.elements;
          expect(page.elements, pages[index]).toEqual(wanted);
          // Line ends of a text are spaces: every paragraph is one line.
          expect(collapsed(position.shown(page)), pages[index]).toBe(collapsed(cleanText(value)));
        }
      });

      test(`every one of ${realStories.length} stories shows its text and nothing else`, () => {
        const pages = pagesOf(realStories.map(({ article }) => article));
        for (const [index, { name, article }] of realStories.entries())
          expect(differences(article, shownBy(pages[index] ?? '').text), name).toEqual({
            missing: [],
            added: '',
          });
      });

      test('every hostile text in every field shows, and nothing breaks out', () => {
        const tried = hostileFields.flatMap(({ name, visible, put }) =>
          hostileStrings.map((hostile) => ({
            name: `${hostile.name} as ${name}`,
            visible,
            article: put(hostile.text),
          })),
        );
        const pages = pagesOf(tried.map(({ article }) => article));
        expect(pages.length).toBe(tried.length);
        for (const [index, { name, article }] of tried.entries()) {
          const page = shownBy(pages[index] ?? '');
          expect(differences(article, page.text), name).toEqual({ missing: [], added: '' });
          expect(
            page.elements.filter((element) =>
              ['script', 'style', 'b', 'base', 'title', 'j'].includes(element),
            ),
            name,
          ).toEqual([]);
        }
      });

      for (const name of ['commonmark-0.31.2', 'gfm-0.29']) {
        const text = corpusText(`markdown-spec/${name}.json`);
        test.skipIf(text === null)(`the examples of ${name}, read and written, show their text`, () => {
          const all: readonly { readonly markdown: string }[] = JSON.parse(text ?? '[]');
          const articles = all.map(({ markdown }) => {
            const { body, envelope } = importMarkdown(markdown);
            const given = { id: 'a'.repeat(32), created: '2026-05-04T06:30:00Z', language: 'en', body };
            return { ...newArticle(given), ...envelope };
          });
          const pages = pagesOf(articles);
          for (const [index, article] of articles.entries())
            expect(differences(article, shownBy(pages[index] ?? '').text), all[index]?.markdown).toEqual({
              missing: [],
              added: '',
            });
        });
      }
    });
  });
}

describe('as pandoc reads it', () => {
  const format = markdownFormats.find(({ id }) => id === 'markdown');
  // An independent reader, not the referee: it makes signs of `:smile:` and is clever about no-break spaces.
  describeJudge({ command: 'pandoc', install: 'apt install pandoc' }, () => {
    test(`every one of ${realStories.length} stories shows its text and nothing else`, () => {
      for (const { name, article } of realStories) {
        const source = withoutFrontMatter(format?.render(article, { theme: { id: 'none', css: '' } }) ?? '');
        const html = ask('pandoc', ['-f', 'gfm-emoji', '-t', 'html', '--wrap=none'], source);
        const plain = (text: string): string => squeezed(text);
        expect(differences(article, shownBy(html).text, plain), name).toEqual({ missing: [], added: '' });
      }
    });
  });
});
