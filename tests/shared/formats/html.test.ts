import { Window } from 'happy-dom';
import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../shared/article/article.ts';
import { html, pageOf } from '../../../shared/formats/html.ts';
import { importMarkdown } from '../../../shared/importing/markdown.ts';
import { articleFixture, articleFixtures, goldenTheme } from '../../support/articleFixtures.ts';
import { someArticle } from '../../support/someArticle.ts';

const settings = { theme: goldenTheme };

function documentOf(article: Article) {
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true } });
  document.write(html.render(article, settings));
  return document;
}

interface NewsArticle {
  readonly headline: string;
  readonly author?: readonly { readonly name: string }[];
  readonly dateline?: string;
  readonly datePublished?: string;
  readonly dateModified?: string;
}

function dataOf(article: Article): NewsArticle {
  const scripts = documentOf(article).querySelectorAll('script');
  expect(scripts).toHaveLength(1);
  expect(scripts[0]?.getAttribute('type')).toBe('application/ld+json');
  return JSON.parse(scripts[0]?.textContent ?? '');
}

const firstText = (node: Node): string =>
  node.isTextblock
    ? (node.firstChild?.text ?? '')
    : (node.children.map(firstText).find((text) => text !== '') ?? '');

describe.each(articleFixtures)('the page of $name', ({ article }) => {
  const document = documentOf(article);

  test('has one h1, one article in one main, a language and a direction', () => {
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelectorAll('main > article')).toHaveLength(1);
    expect(document.querySelectorAll('article')).toHaveLength(1);
    expect(document.documentElement.lang).toBe(article.language);
    expect(document.documentElement.dir).toBe(article.direction ?? 'ltr');
  });

  test('has no empty content, no empty paragraph, no script but its data, no handler', () => {
    expect(document.querySelectorAll('meta[content=""]')).toHaveLength(0);
    expect(document.title).not.toBe('');
    for (const empty of document.querySelectorAll(
      'p, h2, h3, h4, li, figcaption, blockquote, cite, a, strong',
    ))
      expect(empty.textContent.trim()).not.toBe('');
    for (const element of document.querySelectorAll('*'))
      expect(element.getAttributeNames().filter((name) => /^(on|style$|id$)/u.test(name))).toEqual([]);
  });

  test('says in its data what it shows, character for character', () => {
    const data = dataOf(article);
    const shown = (selector: string) => document.querySelector(selector)?.textContent;
    expect(data.headline).toBe(shown('h1'));
    expect(data.dateline).toBe(shown('.dateline'));
    expect(data.datePublished).toBe(
      document.querySelector('.dates time')?.getAttribute('datetime') ?? undefined,
    );
    expect(data.dateModified).toBe(
      document.querySelector('.updated time')?.getAttribute('datetime') ?? undefined,
    );
    for (const { name } of data.author ?? []) expect(shown('.byline')).toContain(name);
  });

  test('has one child of its article per unit, and says which block each is', () => {
    const { units } = pageOf(article, settings);
    const children = [...(document.querySelector('article')?.children ?? [])];
    expect(children.map((child) => child.outerHTML)).toEqual(
      units.map((unit) => {
        const holder = document.createElement('div');
        holder.innerHTML = unit.render();
        return holder.innerHTML;
      }),
    );
    for (const [at, unit] of units.entries())
      for (const index of unit.indexes) {
        const words = firstText(article.body.child(index)).replace(/\s+/gu, ' ').trim().normalize('NFC');
        expect(children[at]?.textContent.replace(/\s+/gu, ' ')).toContain(words);
      }
  });
});

test('a headline cannot end the data script', () => {
  const article = someArticle({ headline: '</script><b> & \u2028 x' });
  expect(dataOf(article).headline).toBe('</script><b> & \u2028 x');
});

test('the policy allows pictures and styles, and nothing else', () => {
  const policy = documentOf(articleFixture('minimal'))
    .querySelector('meta[http-equiv]')
    ?.getAttribute('content');
  expect(policy).toBe("default-src 'none'; img-src 'self' https: data: file:; style-src 'unsafe-inline'");
});

test('the first 1,024 bytes say UTF-8', () => {
  expect(html.render(articleFixture('hostile'), settings).slice(0, 1024)).toContain('<meta charset="utf-8">');
});

test('a theme cannot end its style element', () => {
  const page = html.render(articleFixture('minimal'), {
    theme: { id: 'x', css: 'a::after { content: "</style><b>" }' },
  });
  expect(page.match(/<\/style>/gu)).toHaveLength(1);
});

test('an article that is not published shows no dates; one that changed afterwards shows both', () => {
  const dates = (changes: Partial<Article>) =>
    documentOf({ ...someArticle(), language: 'en-GB', ...changes }).querySelector('.dates')?.textContent;
  expect(dates({ modified: '2026-05-04T12:00:00Z' })).toBeUndefined();
  expect(dates({ published: '2026-05-04T12:00:00+05:30', modified: '2026-05-04T12:00:30+05:30' })).toBe(
    '4 May 2026, 12:00',
  );
  expect(dates({ published: '2026-05-04T12:00:00+05:30', modified: '2026-05-05T09:15:00+05:30' })).toBe(
    '4 May 2026, 12:00 Updated 5 May 2026, 09:15',
  );
});

test('the dateline stands in a paragraph of its own where the body begins with something else', () => {
  const { body } = importMarkdown('**New Delhi, Dec 28:**\n\n## First\n\nText.\n');
  const page = documentOf({ ...someArticle(), body });
  expect(page.querySelector('article > p.dateline')?.nextElementSibling?.tagName).toBe('H2');
});

test('a card is large only for a picture of 300 by 157 or more with an address of its own', () => {
  const card = (article: Article) =>
    documentOf(article).querySelector('meta[name="twitter:card"]')?.getAttribute('content');
  expect(card(articleFixture('whole'))).toBe('summary_large_image');
  expect(card(articleFixture('figure'))).toBe('summary');
});
