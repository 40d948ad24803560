import { HtmlRenderer, Parser } from 'commonmark';
import markdownIt from 'markdown-it';
import { lint } from 'markdownlint/sync';
import { describe, expect, test } from 'vitest';
import { newArticle } from '../../../shared/article/article.ts';
import { cleanText } from '../../../shared/formats/escape.ts';
import { markdownFormats } from '../../../shared/formats/markdown.ts';
import { importMarkdown } from '../../../shared/importing/markdown.ts';
import { describeCorpus } from '../../support/corpora.ts';
import { articleOf, positions } from '../../support/escapingPositions.ts';
import { collapsed, differences, shownBy } from '../../support/pageText.ts';
import { realStories } from '../../support/realStories.ts';

const theme = { id: 'none', css: '' };
const withoutFrontMatter = (written: string): string => written.replace(/^---\n[\s\S]*?^---\n/mu, '');
const formatOf = (id: string) => {
  const found = markdownFormats.find((format) => format.id === id);
  if (found === undefined) throw new Error(`There is no Markdown profile ${id}`);
  return found;
};

const commonMark = new HtmlRenderer();
const gitHub = markdownIt({ html: true, linkify: true });

/** The parsers of the quick tier, each with the profile that is written for such a parser. */
const parsers = [
  {
    name: 'commonmark.js',
    format: formatOf('commonmark'),
    read: (source: string) => commonMark.render(new Parser().parse(source)),
    hasTables: false,
  },
  {
    name: 'markdown-it',
    format: formatOf('markdown'),
    read: (source: string) => gitHub.render(source),
    hasTables: true,
  },
];

describe.each(parsers)('as $name reads it', ({ format, read, hasTables }) => {
  const pageOf = (article: Parameters<typeof format.render>[0]): string =>
    read(withoutFrontMatter(format.render(article, { theme })));

  describeCorpus('copydesk-cases/md-escaping.json', (json) => {
    const { strings }: { readonly strings: readonly string[] } = JSON.parse(json) ?? { strings: [] };
    test.each(positions)('no string of the cases is changed as $name, or makes an element', (position) => {
      for (const value of strings) {
        const html = pageOf(articleOf(position.make(value)));
        const page = shownBy(html);
        const wanted = hasTables ? position.elements : (position.listed ?? position.elements);
        expect(page.elements, `${value}\n${html}`).toEqual(wanted);
        // commonmark.js takes one no-break space at the start of a block for white space (`formats.md` finding 1).
        const edge = (from: string): string => collapsed(from).replace(/^\u00a0+/u, '');
        expect(edge(position.shown(page)), html).toBe(edge(cleanText(value)));
      }
      expect(strings.length).toBe(56);
    });
  });

  test.each(realStories)('$name shows the whole article and nothing else', ({ article }) => {
    expect(differences(article, shownBy(pageOf(article)).text)).toEqual({ missing: [], added: '' });
  });

  for (const [name, count] of [
    ['commonmark-0.31.2', 652],
    ['gfm-0.29', 673],
  ] as const) {
    describeCorpus(`markdown-spec/${name}.json`, (json) => {
      test(`the ${count} examples of the specification, read and written, show their text`, () => {
        const cases: unknown = JSON.parse(json);
        const sources = (Array.isArray(cases) ? cases : []).map(
          (one: { readonly markdown: string }) => one.markdown,
        );
        expect(sources.length).toBe(count);
        for (const source of sources) {
          const { body, envelope } = importMarkdown(source);
          const given = { id: 'a'.repeat(32), created: '2026-05-04T06:30:00Z', language: 'en', body };
          const html = pageOf({ ...newArticle(given), ...envelope });
          const found = differences({ ...newArticle(given), ...envelope }, shownBy(html).text);
          expect(found, `${source}\n${html}`).toEqual({ missing: [], added: '' });
        }
      });
    });
  }
});

describe('markdownlint', () => {
  // MD013: one line per paragraph. MD036: a caption is a line in italics. MD041, MD025: the title is in the front matter.
  // MD033: what Markdown has no sign for is written as these elements.
  const config = {
    default: true,
    MD013: false,
    MD036: false,
    MD041: false,
    MD025: { front_matter_title: '' },
    MD033: { allowed_elements: ['sub', 'sup', 's', 'br'] },
  };

  /** What is the article's own, and right as it is. */
  const exceptions: Readonly<Record<string, string>> = {
    'figure MD045': 'a decorative picture has no alternative text',
    'hostile MD024': 'a fact box and a related label say the same',
    'list MD029': 'a numbered list goes on where another ended',
  };

  test.each(markdownFormats)('finds nothing in any story as $label', (format) => {
    const strings = Object.fromEntries(
      realStories.map(({ name, article }) => [name, format.render(article, { theme })] as const),
    );
    const found = Object.entries(lint({ strings, config })).flatMap(([name, errors]) =>
      errors
        .filter(({ ruleNames }) => exceptions[`${name} ${ruleNames[0]}`] === undefined)
        .map(
          ({ lineNumber, ruleNames, errorContext }) =>
            `${name}:${lineNumber} ${ruleNames[0]} ${errorContext}`,
        ),
    );
    expect(found).toEqual([]);
  });
});
