import { describe, expect, it } from 'vitest';
import { schema } from '../../../shared/article/schema.ts';
import { compareArticles } from '../../../shared/compare/compareArticles.ts';
import { bodyOf, noted, paragraph, withBlocks, withTexts } from '../../support/comparing.ts';
import { someArticle } from '../../support/someArticle.ts';

describe('words', () => {
  it.each([
    ['The boat leaves at six.', 'The boat leaves at seven.', 'The boat leaves at {-six-}{+seven+}.'],
    ['The boat leaves.', 'The late boat leaves.', 'The {+late +}boat leaves.'],
    ['The old, slow boat leaves today.', 'The boat leaves today.', 'The {-old, slow -}boat leaves today.'],
    ['It costs 3,000 rupees now.', 'It costs 3,500 rupees now.', 'It costs {-3,000-}{+3,500+} rupees now.'],
    ['नाव सोमवार को चलेगी।', 'नाव मंगलवार को चलेगी।', 'नाव {-सोमवार-}{+मंगलवार+} को चलेगी।'],
    ['渡轮星期一开始运行', '渡轮星期二开始运行', '渡轮{-星期一-}{+星期二+}开始运行'],
    [
      'A red apple fell down here today.',
      'A green pear fell down here today.',
      'A {-red apple-}{+green pear+} fell down here today.',
    ],
  ])('%s → %s', (before, after, expected) => {
    expect(bodyOf(compareArticles(withTexts(before), withTexts(after)))).toEqual([`changed: ${expected}`]);
  });

  it('marks that changed keep their words', () => {
    const bold = schema.node('paragraph', null, [
      schema.text('The '),
      schema.text('late boat', [schema.mark('strong')]),
      schema.text(' leaves.'),
    ]);
    const [change] = compareArticles(withTexts('The late boat leaves.'), withBlocks(bold)).blocks.slice(5);
    expect(noted(change?.spans ?? [])).toBe('The {~late boat~} leaves.');
    expect(change?.spans[1]).toMatchObject({ before: [], after: [{ name: 'strong' }] });
  });

  it('a link that leads elsewhere shows both addresses', () => {
    const linked = (href: string) =>
      schema.node('paragraph', null, [schema.text('the timetable', [schema.mark('link', { href })])]);
    const [change] = compareArticles(
      withBlocks(linked('https://a.example/')),
      withBlocks(linked('https://b.example/')),
    ).blocks.slice(5);
    expect(change?.spans).toMatchObject([
      {
        kind: 'marked',
        before: [{ attrs: { href: 'https://a.example/' } }],
        after: [{ attrs: { href: 'https://b.example/' } }],
      },
    ]);
  });

  it('are counted', () => {
    const { words } = compareArticles(
      withTexts('One two three four.'),
      withTexts('One two five four.', 'Six seven.'),
    );
    expect(words).toEqual({ added: 3, removed: 1 });
  });
});

describe('blocks', () => {
  const one = 'The first paragraph of the story.';
  const two = 'Nobody saw the boat leave the quay.';
  const three = 'Tickets are sold at the kiosk from Monday.';

  it('are added, removed, moved and changed', () => {
    const all = withTexts(one, two, three);
    expect(bodyOf(compareArticles(all, withTexts(one, 'Quite new words here.', two, three)))).toEqual([
      'same',
      'added: {+Quite new words here.+}',
      'same',
      'same',
    ]);
    expect(bodyOf(compareArticles(all, withTexts(one, three)))).toEqual([
      'same',
      `removed: {-${two}-}`,
      'same',
    ]);
    const moved = compareArticles(all, withTexts(three, one, two));
    expect(bodyOf(moved)).toEqual([`moved: ${three}`, 'same', 'same']);
    expect(moved.blocks[5]).toMatchObject({ before: 7, after: 5 });
    expect(bodyOf(compareArticles(all, withTexts(three.replace('kiosk', 'office'), one, two)))).toEqual([
      'moved: Tickets are sold at the {-kiosk-}{+office+} from Monday.',
      'same',
      'same',
    ]);
  });

  it('a paragraph that became a crosshead is the same text of another type', () => {
    const heading = schema.node('heading', { level: 3 }, [schema.text(one)]);
    const [change] = compareArticles(withTexts(one), withBlocks(heading)).blocks.slice(5);
    expect(change).toMatchObject({
      kind: 'changed',
      name: 'heading',
      spans: [{ kind: 'same' }],
      details: [
        { kind: 'type', before: 'paragraph', after: 'heading' },
        { kind: 'attribute', name: 'level', after: 3 },
      ],
    });
  });

  it('a figure shows its picture, alt text and caption', () => {
    const figure = (src: string, alt: string, caption: string) =>
      schema.node('figure', { src, alt }, [
        schema.node('caption', null, [schema.text(caption)]),
        schema.node('credit'),
      ]);
    const [a, b] = ['a', 'b'].map((digit) => `media/${digit.repeat(64)}.png`) as [string, string]; // two
    const [change] = compareArticles(
      withBlocks(figure(a, 'A boat', 'The quay at dawn')),
      withBlocks(figure(b, 'A ferry', 'The quay at dusk')),
    ).blocks.slice(5);
    expect(noted(change?.spans ?? [])).toMatch(/^The quay at \{-dawn-\}\{\+dusk\+\}/);
    expect(change?.details).toEqual([
      { kind: 'attribute', node: 'figure', name: 'src', before: a, after: b },
      { kind: 'attribute', node: 'figure', name: 'alt', before: 'A boat', after: 'A ferry' },
    ]);
  });

  it('an item that a list gained is told', () => {
    const list = (...items: readonly string[]) =>
      schema.node(
        'bulletList',
        null,
        items.map((item) => schema.node('listItem', null, [paragraph(item)])),
      );
    const [change] = compareArticles(
      withBlocks(list('By boat', 'By bus')),
      withBlocks(list('By boat', 'By night train', 'By bus')),
    ).blocks.slice(5);
    expect(noted(change?.spans ?? [])).toBe('By boat\n{+By night train\n+}By bus');
    expect(change?.details).toEqual([
      { kind: 'added', node: 'listItem' },
      { kind: 'added', node: 'paragraph' },
    ]);
  });

  it('header fields are compared in their places', () => {
    const { blocks } = compareArticles(
      someArticle(),
      someArticle({ headline: 'Ferry adds a second late boat' }),
    );
    expect(blocks[1]).toMatchObject({ kind: 'changed', name: 'headline', before: 1, after: 1 });
    expect(noted(blocks[1]?.spans ?? [])).toBe('Ferry adds a {+second +}late boat');
  });
});

it('metadata is compared field by field; what a save sets is not', () => {
  const a = {
    ...someArticle(),
    rev: 1,
    section: 'Local',
    headlines: { seo: 'Old', social: 'Same' },
    keywords: ['a'],
  };
  const b = {
    ...someArticle(),
    rev: 9,
    modified: '2026-05-05T00:00:00Z',
    headlines: { seo: 'New', social: 'Same' },
    keywords: ['a', 'b'],
    desk: 1,
  };
  expect(compareArticles(a, b).fields).toEqual([
    { name: 'headlines.seo', before: 'Old', after: 'New' },
    { name: 'keywords', before: ['a'], after: ['a', 'b'] },
    { name: 'desk', before: undefined, after: 1 },
    { name: 'section', before: 'Local', after: undefined },
  ]);
});
