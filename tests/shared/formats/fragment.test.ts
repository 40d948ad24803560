import fc from 'fast-check';
import { schema as s } from '../../../shared/article/schema.ts';
import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../shared/article/article.ts';
import { isBlank } from '../../../shared/article/blank.ts';
import { textOf } from '../../../shared/article/block.ts';
import { labelRuns } from '../../../shared/article/labelRuns.ts';
import { bodyBlocks, headerText } from '../../../shared/article/text.ts';
import { cleanText } from '../../../shared/formats/escape.ts';
import type { Format } from '../../../shared/formats/format.ts';
import { fragment } from '../../../shared/formats/fragment.ts';
import { wordPress } from '../../../shared/formats/wordPress.ts';
import { withLabelledBlocks } from '../../../shared/importing/labelledBlocks.ts';
import { anyArticle } from '../../support/articleArbitrary.ts';
import { articleFixture, articleFixtures } from '../../support/articleFixtures.ts';
import { canonical, type Less } from '../../support/canonical.ts';
import { corpusStories } from '../../support/realStories.ts';
import { hostileFields, hostileStrings } from '../../support/hostileStrings.ts';
import { namesIn, readFragment } from '../../support/readFragment.ts';

const settings = { theme: { id: '', css: '' } };
const render = (format: Format, article: Article): string => format.render(article, settings);
const shown = (article: Article): readonly Node[] =>
  bodyBlocks(article.body)
    .map(({ node }) => node)
    .filter((node) => !isBlank(node));

const tags =
  'p h2 h3 h4 ul ol li blockquote figure figcaption img a strong em s sub sup table caption thead tbody tr th td hr br'.split(
    ' ',
  );

const paragraph = (...content: Node[]) =>
  s.node(
    'paragraph',
    null,
    content.filter((one) => one.text !== ''),
  );
const strong = (text: string) => s.text(text || ' ', [s.mark('strong')]);
const linked = (text: string, href: string) => {
  const words = text.trim() === '' ? href || ' ' : text;
  return href === '' ? s.text(words) : s.text(words, [s.mark('link', { href })]);
};
const labelOf = (node: Node) => textOf(node.attrs, 'label').trim() || 'Read Also';

/** What a block becomes by a loss, given its name in the list; the block itself if that loss is not listed. */
function reduced(node: Node, lost: (what: string) => boolean): readonly Node[] {
  const href = textOf(node.attrs, 'href');
  if (node.type.name === 'factBox' && lost('Fact box')) {
    const [title, ...inside] = node.children;
    const name = title?.textContent.trim() ?? '';
    return [...(name === '' ? [] : [paragraph(strong(name))]), ...inside];
  }
  if (node.type.name === 'embed' && lost('Embed')) return [paragraph(linked(node.textContent, href))];
  if (node.type.name === 'pullQuote' && lost('Pull quote without words') && isBlank(node.child(0)))
    return [paragraph(s.text(node.child(1).textContent))];
  if (node.type.name === 'figure' && lost('Size of a picture'))
    return [s.node('figure', { ...node.attrs, width: null, height: null }, node.children)];
  return [node];
}

const known = (node: Node) =>
  labelOf(node) === 'Read Also' || (labelOf(node) === 'Mehr' && textOf(node.attrs, 'href') !== '');

/** Related links whose label is the writer's own, in place and at the end: an end list is read back from its tail. */
function withOwnLabels(blocks: readonly Node[]): readonly Node[] {
  let end = blocks.length;
  while (blocks[end - 1]?.type.name === 'relatedLink') end -= 1;
  const inPlace = blocks
    .slice(0, end)
    .map((node) =>
      node.type.name !== 'relatedLink' || known(node)
        ? node
        : paragraph(
            strong(`${labelOf(node)}:`),
            s.text(' '),
            linked(node.textContent, textOf(node.attrs, 'href')),
          ),
    );
  const runs = labelRuns(blocks.slice(end), labelOf);
  const last = runs.findLastIndex(({ items }) => !items.every(known));
  return [
    ...inPlace,
    ...runs.flatMap(({ label, items }, at) =>
      at > last
        ? items
        : [
            s.node('heading', { level: 2 }, [s.text(label)]),
            s.node(
              'bulletList',
              null,
              items.map((node) =>
                s.node('listItem', null, [paragraph(linked(node.textContent, textOf(node.attrs, 'href')))]),
              ),
            ),
          ],
    ),
  ];
}

/** The article's dateline and blocks less what the format says that it loses. */
function expected(format: Format, article: Article) {
  const names = format.losses(article).map(({ what }) => what);
  const lost = (what: string) => names.includes(what);
  const dateline = cleanText(headerText(article.body, 'dateline'));
  let blocks = shown(article);
  if (lost('Text that reads like a label or a credit')) {
    const end = blocks.findLastIndex(({ type }) => type.name !== 'relatedLink') + 1;
    blocks = [...withLabelledBlocks(blocks.slice(0, end)), ...blocks.slice(end)];
  }
  if (lost('Related link with a label of your own')) blocks = withOwnLabels(blocks);
  blocks = blocks.flatMap((node) => reduced(node, lost)).filter((node) => !isBlank(node));
  if (dateline === '' || !lost('Dateline')) return { dateline, blocks };
  const [first, ...rest] = blocks;
  return {
    dateline: '',
    blocks:
      shown(article)[0]?.type.name === 'paragraph' && first !== undefined
        ? [first.copy(first.content.addToStart(s.text(`${dateline} `))), ...rest]
        : [paragraph(s.text(dateline)), ...blocks],
  };
}

// A picture without alt text is decorative on a page, articles of the library have no address there.
const less: Less = {
  attrs: (node, attrs) => {
    const decorative = attrs['decorative'] === true || attrs['alt'] === '';
    if (node.type.name === 'figure')
      return attrs['src'] === '' ? {} : { ...attrs, decorative, alt: decorative ? '' : attrs['alt'] };
    return 'articleId' in attrs ? { ...attrs, articleId: null, label: labelOf(node) } : attrs;
  },
};

function expectSame(format: Format, article: Article): void {
  const read = readFragment(render(format, article));
  const wanted = expected(format, article);
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
