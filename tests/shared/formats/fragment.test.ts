import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../shared/article/article.ts';
import { relatedLabel } from '../../../shared/article/blocks/relatedLink.ts';
import { headerText } from '../../../shared/article/text.ts';
import { cleanText } from '../../../shared/formats/escape.ts';
import type { Format } from '../../../shared/formats/format.ts';
import { fragment } from '../../../shared/formats/fragment.ts';
import { wordPress } from '../../../shared/formats/wordPress.ts';
import { anyArticle } from '../../support/articleArbitrary.ts';
import { articleFixture, articleFixtures } from '../../support/articleFixtures.ts';
import { canonical, type Less } from '../../support/canonical.ts';
import { lessFragment, shown } from '../../support/lessFragment.ts';
import { corpusStories } from '../../support/realStories.ts';
import { hostileFields, hostileStrings } from '../../support/hostileStrings.ts';
import { namesIn, readFragment } from '../../support/readFragment.ts';

const settings = { theme: { id: '', css: '' } };
const render = (format: Format, article: Article): string => format.render(article, settings);
const tags =
  'p h2 h3 h4 ul ol li blockquote figure figcaption img a strong em s sub sup table caption thead tbody tr th td hr br'.split(
    ' ',
  );

// A picture without alt text is decorative on a page, articles of the library have no address there.
const less: Less = {
  attrs: (node, attrs) => {
    const decorative = attrs['decorative'] === true || attrs['alt'] === '';
    if (node.type.name === 'figure')
      return attrs['src'] === '' ? {} : { ...attrs, decorative, alt: decorative ? '' : attrs['alt'] };
    return 'articleId' in attrs ? { ...attrs, articleId: null, label: relatedLabel(node) } : attrs;
  },
};

function expectSame(format: Format, article: Article): void {
  const read = readFragment(render(format, article));
  const wanted = lessFragment(format, article);
  const doc = (blocks: readonly Node[]) => blocks.map((node) => canonical(node, less));
  expect(doc(read.blocks)).toEqual(doc(wanted.blocks));
  expect(read.dateline.replace(/\s+/gu, ' ')).toBe(wanted.dateline.replace(/\s+/gu, ' '));
}

describe('fragment', () => {
  test.each(articleFixtures)(
    '$name: only the elements that a CMS takes, no class, id or style',
    ({ article }) => {
      const { tags: found, attributes } = namesIn(render(fragment, article));
      expect(found.filter((tag) => !tags.includes(tag))).toEqual([]);
      expect(attributes.filter((name) => /^(?:class|id|style|on.*|data-.*)$/u.test(name))).toEqual([]);
    },
  );

  test('the first paragraph begins with the dateline, and the headline is not there', () => {
    const html = render(fragment, articleFixture('whole'));
    const dateline = headerText(articleFixture('whole').body, 'dateline');
    expect(html.startsWith(`<p>${dateline} `)).toBe(true);
    expect(html).not.toContain(headerText(articleFixture('whole').body, 'headline'));
  });

  test.each(articleFixtures)('$name: read back as pasted, the same less the losses', ({ article }) =>
    expectSame(fragment, article),
  );

  test('and so is any article', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyArticle, (article) => expectSame(fragment, article)),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    );
  });
});

describe.each([fragment, wordPress])('$id of real stories', (format) => {
  test(`${corpusStories.length} stories of the test data, read back as pasted, are the same less the losses`, () => {
    for (const { article } of corpusStories) expectSame(format, article);
  });
});

describe('WordPress', () => {
  test('a comment around each block, a picture with its caption, no headline', () => {
    const html = render(wordPress, articleFixture('whole'));
    const opened = [...html.matchAll(/<!-- wp:([a-z-]+)/gu)].map(([, name]) => name);
    const closed = [...html.matchAll(/<!-- \/wp:([a-z-]+) -->/gu)].map(([, name]) => name);
    expect(new Set(opened)).toEqual(new Set(closed));
    expect(opened.length).toBe(closed.length);
    expect(
      html.split('\n').filter((line) => line.startsWith('<p') || line.startsWith('<h')).length,
    ).toBeGreaterThan(0);
    expect(html).not.toContain('<h1');
  });

  test('a picture is an image block, and a caption is told to be one', () => {
    expect(render(wordPress, articleFixture('figure'))).toContain(
      '<!-- wp:image -->\n<figure class="wp-block-image"><img src=',
    );
    expect(render(wordPress, articleFixture('figure'))).toContain('<figcaption class="wp-element-caption">');
  });

  test.each(
    articleFixtures.filter(
      ({ article }) =>
        !wordPress
          .losses(article)
          .some(({ what }) => what.startsWith('Paragraphs in') || what.startsWith('Picture still')),
    ),
  )('$name: read back as pasted, the same less the losses', ({ article }) => expectSame(wordPress, article));

  test('and so is any article', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const names = wordPress.losses(article).map(({ what }) => what);
        // Compared below by their words alone.
        fc.pre(
          !names.includes('Paragraphs in a list item or a table cell') &&
            !names.includes('Picture still to come'),
        );
        expectSame(wordPress, article);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    );
  });

  test('where lines stand for paragraphs, every word is there', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const words = (text: string) => cleanText(text).replace(/\s+/gu, '');
        const { dateline, blocks } = readFragment(render(wordPress, article));
        const read = words(`${dateline}${blocks.map((node) => node.textContent).join('')}`);
        for (const node of shown(article))
          if (node.isTextblock) expect(read).toContain(words(node.textContent));
      }),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    );
  });
});

describe.each([fragment, wordPress])('$id: hostile texts', (format) => {
  test.each(hostileFields)('in the $name stay text', ({ put }) => {
    const calm = namesIn(render(format, put('calm words')));
    for (const { text, name } of hostileStrings) {
      const html = render(format, put(text));
      const { tags: found, attributes } = namesIn(html);
      expect(
        found.filter((tag) => !calm.tags.includes(tag)),
        name,
      ).toEqual([]);
      expect(
        attributes.filter((one) => !calm.attributes.includes(one)),
        name,
      ).toEqual([]);
      expect(html.isWellFormed(), name).toBe(true);
    }
  });
});
