import fc from 'fast-check';
import { Fragment, type Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../shared/article/article.ts';
import { isBlank } from '../../../shared/article/blank.ts';
import { textOf } from '../../../shared/article/block.ts';
import { schema as s } from '../../../shared/article/schema.ts';
import { bodyBlocks, headerText } from '../../../shared/article/text.ts';
import { cleanText } from '../../../shared/formats/escape.ts';
import type { Format } from '../../../shared/formats/format.ts';
import { textFormats } from '../../../shared/formats/text.ts';
import { importText } from '../../../shared/importing/text.ts';
import { articleFixture } from '../../support/articleFixtures.ts';
import { anyArticle } from '../../support/articleArbitrary.ts';
import { canonical } from '../../support/canonical.ts';
import { lessText, said } from '../../support/lessText.ts';

const settings = { theme: { id: '', css: '' } };
const read = (format: Format, article: Article) =>
  importText({ name: 'story.txt', text: format.render(article, settings) });

/** The blocks that wire copy has a form for, and the word that its losses say for each. */
const forms: Readonly<Record<string, string>> = {
  paragraph: 'Paragraph',
  heading: 'Crosshead',
  bulletList: 'List',
  orderedList: 'Numbered list',
  relatedLink: 'Related link',
  correction: 'Correction',
  editorsNote: 'Editor’s note',
  figure: 'Picture still to come',
  rule: 'Rule',
};
const changes = [/^is taken for/, /^is read (?:as|together)/, /^does not come back/];
const hasForm = ({ type, attrs }: Node) =>
  type.name in forms && (type.name !== 'figure' || attrs['src'] === '');

// Every line of every text: a list or a box whose lines come back one by one may look like another block.
function textsIn(body: Node): readonly string[] {
  const texts: string[] = [];
  body.descendants((node) => {
    if (!node.isTextblock || isBlank(node)) return;
    const lines = node.textBetween(0, node.content.size, '\n', '\n').split('\n');
    texts.push(...lines.map((line) => line.trim()).filter((line) => line !== ''));
  });
  return texts;
}

/** How many of the one list's members stand in the other, in their order. */
function common(one: readonly string[], other: readonly string[]): number {
  let row = Array.from({ length: other.length + 1 }, () => 0);
  for (const each of one)
    row = other.reduce<number[]>(
      (next, found, at) => [
        ...next,
        each === found ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0),
      ],
      [0],
    );
  return row.at(-1) ?? 0;
}

describe.each(textFormats)('$id', (format) => {
  const isAscii = format.id.includes('ascii');
  const key = (node: Node) => JSON.stringify(canonical(node, lessText(isAscii)));
  const shown = ({ body }: Article) => {
    const blocks = bodyBlocks(body)
      .map(({ node }) => node)
      .filter((node) => !isBlank(node));
    const isLast = ({ type }: Node) => type.name === 'correction';
    return [...blocks.filter((node) => !isLast(node)), ...blocks.filter(isLast)];
  };
  const oneLine = (text: string) => cleanText(said(text, isAscii)).replaceAll(/\s+/gu, ' ').trim();

  test('any article comes back, less exactly the listed losses', { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const { body, envelope } = read(format, article);
        const losses = format.losses(article);
        const isListed = (name: string) => losses.some(({ what }) => what === name);

        const given = shown(article).filter(hasForm).map(key);
        const found = bodyBlocks(body).map(({ node }) => key(node));
        const listed = losses
          .filter(
            ({ what, instead }) =>
              Object.values(forms).includes(what) && changes.some((one) => one.test(instead)),
          )
          .reduce((sum, { count }) => sum + count, 0);
        const missing = given.length - common(given, found);
        expect(missing).toBeLessThanOrEqual(listed);
        // Where two texts are equal, one that was lost and one that was made of another cannot be told apart.
        const texts = textsIn(article.body);
        if (new Set(texts).size === texts.length) expect(missing).toBe(listed);

        for (const [name, what] of [
          ['kicker', 'Kicker'],
          ['headline', 'Headline'],
          ['byline', 'Byline'],
          ['dateline', 'Dateline'],
        ] as const)
          expect(oneLine(headerText(article.body, name)) !== oneLine(headerText(body, name)), what).toBe(
            isListed(what),
          );
        const slugOf = (one: Readonly<Record<string, unknown>>) =>
          oneLine(textOf(one, 'slugline') || textOf(one, 'slug'));
        expect(slugOf(article) !== slugOf(envelope)).toBe(isListed('Slug or slugline'));
        expect(
          article.slugline !== undefined && (article.slug ?? article.slugline) !== article.slugline,
        ).toBe(isListed('Slug'));
        expect(article.embargo !== envelope.embargo).toBe(isListed('Embargo'));
      }),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    );
  });
});

const [wireCopy] = textFormats;
const story =
  'The night ferry leaves an hour later from Monday, the harbour office said after a meeting of its board.';
const paragraph = (text: string) => s.node('paragraph', null, text === '' ? [] : [s.text(text)]);
const heading = (text: string, level = 2) => s.node('heading', { level }, [s.text(text)]);
const items = (name: string, ...texts: readonly string[]) =>
  s.node(
    name,
    null,
    texts.map((text) => s.node('listItem', null, [paragraph(text)])),
  );

describe('says what its reader would take for something else', () => {
  const lossesOf = (...blocks: readonly Node[]) => {
    const { body, ...envelope } = articleFixture('minimal');
    const article = { ...envelope, body: body.copy(body.content.append(Fragment.from(blocks))) };
    return wireCopy?.losses(article).map(({ what, instead, count }) => `${count} ${what}: ${instead}`);
  };

  test.each<readonly [string, readonly Node[], readonly string[]]>([
    ['nothing of paragraphs', [paragraph(story), paragraph(story)], []],
    ['nothing of a crosshead between paragraphs', [heading('Ferry adds a late boat'), paragraph(story)], []],
    [
      'a crosshead that is a sentence',
      [heading('The ferry leaves late.'), paragraph(story)],
      ['1 Crosshead: is read as a paragraph'],
    ],
    [
      'short paragraphs that look like one',
      [
        paragraph('Ferry adds a late boat'),
        paragraph(story),
        paragraph('Harbour closes early'),
        paragraph(story),
      ],
      ['2 Paragraph: is read as a crosshead'],
    ],
    [
      'the level of a crosshead',
      [heading('Ferry adds a late boat', 3), paragraph(story)],
      ['1 Level of a crosshead: is not said: all crossheads are alike'],
    ],
    [
      'a paragraph that begins as a note to the desk',
      [paragraph('EDS: the ferry is called Linden.')],
      ['1 Paragraph: is taken for a line of the head, or a note for the desk'],
    ],
    [
      'lists that stand side by side',
      [
        items('bulletList', 'One boat', 'Two boats'),
        items('bulletList', 'Three boats', 'Four boats'),
        paragraph(story),
      ],
      ['2 List: is read together with what stands beside it'],
    ],
    [
      'a list of one',
      [items('orderedList', 'One boat'), paragraph(story)],
      ['1 Numbered list: is read as a crosshead'],
    ],
    [
      'a correction before the end',
      [s.node('correction', null, [s.text('The hour was wrong.')]), paragraph(story)],
      ['1 Correction in the text: stands at the end of the copy'],
    ],
    [
      'a related link of an unknown label',
      [
        s.node('relatedLink', { label: 'From our shelves' }, [s.text('A short history of the ferry')]),
        paragraph(story),
      ],
      ['1 Related link: is read as a crosshead'],
    ],
  ])('%s', (_name, blocks, losses) => expect(lossesOf(...blocks)).toEqual(losses));

  test('the first paragraph of a story without a headline', () => {
    const { body, ...envelope } = articleFixture('minimal');
    const fields = ['kicker', 'headline', 'standfirst', 'byline', 'dateline'].map((name) => s.node(name));
    const article = {
      ...envelope,
      body: body.copy(Fragment.from([...fields, paragraph(story), paragraph(story)])),
    };
    expect(wireCopy?.losses(article).map(({ what }) => what)).toEqual(['Headline', 'Paragraph']);
  });
});

test('a long story’s losses stay a list that can be read: each kind once, with its count', () => {
  const { body, ...envelope } = articleFixture('whole');
  const blocks = bodyBlocks(body).map(({ node }) => node);
  const long = body.copy(body.content.append(Fragment.from(Array.from({ length: 40 }, () => blocks).flat())));
  for (const format of textFormats) {
    const losses = format.losses({ ...envelope, body: long });
    expect(new Set(losses.map(({ what, instead }) => `${what} ${instead}`)).size).toBe(losses.length);
    expect(losses.length).toBeLessThan(30);
  }
});
