import { describe, expect, test } from 'vitest';
import { newArticle } from '../../../shared/article/article.ts';
import { bodyBlocks, headerText, plainText } from '../../../shared/article/text.ts';
import { markdown } from '../../../shared/formats/markdown.ts';
import { importMarkdown } from '../../../shared/importing/markdown.ts';
import { describeCorpus } from '../../support/corpora.ts';
import { canonical } from '../../support/canonical.ts';

const types = (source: string): string =>
  bodyBlocks(importMarkdown(source).body)
    .map(({ node }) => node.type.name)
    .join(' ');

const blocksOf = (source: string): readonly string[] =>
  bodyBlocks(importMarkdown(source).body).map(({ node }) => `${node.type.name}: ${plainText(node)}`);

describe('somebody else’s Markdown', () => {
  test('takes the first heading of level 1 for the headline where the front matter has none', () => {
    const { body, receipt } = importMarkdown('# Ferry late\n\nNo boat today.\n');
    expect(headerText(body, 'headline')).toBe('Ferry late');
    expect(receipt.decisions).toEqual([{ kind: 'lifted', what: 'Headline', text: 'Ferry late' }]);
  });

  test('reads title, description, authors, dates, tags and language of the front matter', () => {
    const { body, envelope } = importMarkdown(
      '---\ntitle: "Ferry late"\ndescription: No boat * today\ndate: 2026-05-04 7:30:00 +0530\ntags: [ferry, quay]\n' +
        'author: A. Reporter\nlang: en-IN\nlayout: post\nparams:\n  series: boats\n---\n\nText.\n',
    );
    expect(headerText(body, 'headline')).toBe('Ferry late');
    expect(headerText(body, 'standfirst')).toBe('No boat * today');
    expect(headerText(body, 'byline')).toBe('A. Reporter');
    expect(envelope).toEqual({
      language: 'en-IN',
      keywords: ['ferry', 'quay'],
      published: '2026-05-04T07:30:00+05:30',
      frontMatter: { layout: 'post', params: { series: 'boats' } },
    });
  });

  test('writes keys it does not know back untouched', () => {
    const { body, envelope } = importMarkdown(
      '---\nlayout: "post"\nweight: 3\nfeatured: true\n---\n\nText.\n',
    );
    const article = {
      ...newArticle({ id: 'a'.repeat(32), created: '2026-05-04T06:30:00Z', language: 'en', body }),
      ...envelope,
    };
    expect(markdown.render(article, { theme: { id: 'none', css: '' } })).toContain(
      'layout: "post"\nweight: 3\nfeatured: true\n',
    );
  });

  test('keeps what stands before a mistake in the front matter, and says so', () => {
    const { body, receipt } = importMarkdown(
      '---\ntitle: "Ferry late"\nbroken: "never closed\n---\n\nText.\n',
    );
    expect(headerText(body, 'headline')).toBe('Ferry late');
    expect(receipt.decisions.map(({ kind, what }) => `${kind} ${what}`)).toContain(
      'doubted Front matter that cannot be read',
    );
  });

  test('lifts a dateline that the parser is sure of, and no other bold start', () => {
    const sure = importMarkdown('**New Delhi, Dec 28:** The talks began.');
    expect(headerText(sure.body, 'dateline')).toBe('New Delhi, Dec 28:');
    expect(blocksOf('**New Delhi, Dec 28:** The talks began.')).toEqual(['paragraph: The talks began.']);
    expect(headerText(importMarkdown('**Please note:** the boat is late.').body, 'dateline')).toBe('');
  });

  test('knows a related link by its label, a figure by its picture, an end list by its heading', () => {
    const source = `One.

**Read also:** [Two](https://example.org/two)

**Meanwhile:** [Three](https://example.org/three)

![A boat](boat.jpg)
*The last boat (Photo: A. Photographer)*

Four.

## Read Also

- [Five](https://example.org/five)
- Six
`;
    expect(types(source)).toBe('paragraph relatedLink paragraph figure paragraph relatedLink relatedLink');
    expect(blocksOf(source)[3]).toBe('figure: The last boat\nA. Photographer');
  });

  test('lifts pictures out of running text, with the text before and after', () => {
    expect(blocksOf('Before ![A boat](boat.jpg) after.')).toEqual([
      'paragraph: Before',
      'figure: ',
      'paragraph: after.',
    ]);
    expect(types('[![A boat](boat.jpg)](https://example.org/)')).toBe('figure');
  });

  test('makes h1 to h6 crossheads of level 2 to 4', () => {
    const { body } = importMarkdown('---\ntitle: T\n---\n\n# a\n\n## b\n\n#### c\n\n###### d\n');
    expect(bodyBlocks(body).map(({ node }) => Number(node.attrs['level']))).toEqual([2, 2, 4, 4]);
  });

  test('keeps the text of code, HTML, footnotes and headings inside quotes, and doubts what it changed', () => {
    const { body, receipt } = importMarkdown(
      '> # Title\n>\n> words\n\n    code\n\n<div>inside</div>\n\nNote[^1].\n\n[^1]: the note\n',
    );
    expect(plainText(body)).toBe('Title\nwords\ncode\ninside\nNote[1].\nthe note');
    expect(receipt.decisions.map(({ what, line }) => `${line} ${what}`)).toEqual([
      '5 Code',
      '7 HTML',
      '9 Footnote',
    ]);
  });

  test('drops addresses that an article may not carry, not their text', () => {
    const { body, receipt } = importMarkdown('[click](javascript:alert(1)) and ![x](data:text/html,hi)');
    expect(JSON.stringify(body.toJSON())).not.toMatch(/javascript|data:/u);
    expect(receipt.decisions.map(({ what }) => what)).toContain('Address that an article may not carry');
  });

  test('takes bare addresses for links, but not escaped ones', () => {
    const html = (source: string) => JSON.stringify(importMarkdown(source).body.toJSON());
    expect(html('see https://example.org/a')).toContain('"href":"https://example.org/a"');
    expect(html('see https\\://example.org/a')).not.toContain('href');
  });

  test('follows the first of two addresses with one name', () => {
    const { body, receipt } = importMarkdown(
      '[a]\n\n[a]: https://example.org/1\n\n[a]: https://example.org/2\n',
    );
    expect(JSON.stringify(body.toJSON())).toContain('"href":"https://example.org/1"');
    expect(receipt.decisions).toEqual([
      {
        kind: 'removed',
        what: 'Address that nothing uses',
        text: '[a]: https://example.org/2',
        line: 5,
        at: 1,
      },
    ]);
  });

  test('reads an empty file as an empty article', () => {
    expect(types('')).toBe('paragraph');
    expect(types('---\ntitle: T\n---\n')).toBe('paragraph');
  });
});

describe('our own Markdown, changed by hand', () => {
  const article = {
    ...newArticle({ id: 'a'.repeat(32), created: '2026-05-04T06:30:00Z', language: 'en' }),
    body: importMarkdown(
      '**New Delhi, Dec 28:** The talks began.\n\n**Read Also:** [Two](https://example.org/two)\n',
    ).body,
  };
  const text = markdown.render(article, { theme: { id: 'none', css: '' } });

  test('lets the body win for text: another dateline in it is the dateline, and the old one is doubted', () => {
    const { body, receipt } = importMarkdown(text.replace('**New Delhi, Dec 28:**', '**Mumbai, Dec 29:**'));
    expect(headerText(body, 'dateline')).toBe('Mumbai, Dec 29:');
    expect(receipt.decisions).toContainEqual({
      kind: 'doubted',
      what: 'Dateline of the front matter, not in the text',
      text: 'New Delhi, Dec 28:',
    });
  });

  test('reads a related link whose title was changed', () => {
    expect(types(text.replace('[Two]', '[Two and a half]'))).toBe('paragraph relatedLink');
  });
});

for (const [name, count] of [
  ['commonmark-0.31.2', 652],
  ['gfm-0.29', 673],
] as const) {
  describeCorpus(`markdown-spec/${name}.json`, (json) => {
    const cases: unknown = JSON.parse(json);
    const sources = (Array.isArray(cases) ? cases : []).map(
      (one: { readonly markdown: string }) => one.markdown,
    );

    test(
      `each of the ${count} examples of the specification becomes an article that comes back unchanged, without exception`,
      { timeout: 60_000 },
      () => {
        expect(sources.length).toBe(count);
        for (const source of sources) {
          const first = importMarkdown(source);
          const article = {
            ...newArticle({
              id: 'a'.repeat(32),
              created: '2026-05-04T06:30:00Z',
              language: 'en',
              body: first.body,
            }),
            ...first.envelope,
          };
          const second = importMarkdown(markdown.render(article, { theme: { id: 'none', css: '' } }));
          expect(canonical(second.body), source).toEqual(canonical(first.body));
        }
      },
    );
  });
}
