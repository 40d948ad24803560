import { describe, expect, it } from 'vitest';
import { bodyBlocks, headerText, plainText } from '../../../shared/article/text.ts';
import { importText } from '../../../shared/importing/text.ts';

const lead =
  'The first boat of the year left the quay at five, and forty people stood in the rain to see it.';
const read = (...paragraphs: readonly string[]) => {
  const { body, envelope, receipt } = importText({ name: 'story.txt', text: paragraphs.join('\n\n') });
  return {
    headline: headerText(body, 'headline'),
    byline: headerText(body, 'byline'),
    blocks: bodyBlocks(body).map(({ node }) => `${node.type.name}: ${plainText(node)}`),
    envelope,
    told: receipt.decisions.map(({ kind, what, line }) => `${line ?? '-'} ${kind} ${what}`),
  };
};

describe('lines for the desk', () => {
  it('hold an article until the moment that an embargo line names, and are no headline', () => {
    const { headline, envelope, blocks, told } = read(
      'EMBARGOED UNTIL 00:01 GMT, MONDAY 4 MAY 2026',
      'Boats return',
      lead,
    );
    expect(envelope).toEqual({ embargo: '2026-05-04T00:01:00Z' });
    expect([headline, ...blocks]).toEqual(['Boats return', `paragraph: ${lead}`]);
    expect(told).toContain('1 lifted Embargo');
  });

  it('stay above the text where an embargo line is not certain, and the receipt asks', () => {
    const { headline, envelope, blocks, told } = read('EMBARGOED UNTIL MONDAY', 'Boats return', lead);
    expect(envelope).toEqual({});
    expect([headline, ...blocks]).toEqual([
      'Boats return',
      'paragraph: EMBARGOED UNTIL MONDAY',
      `paragraph: ${lead}`,
    ]);
    expect(told[0]).toBe(
      '1 doubted the text is under embargo, but until when is not certain: set it in the Story panel',
    );
  });

  it('are no slug of a wire copy', () => {
    const { headline, byline, envelope } = read(
      'EMBARGOED UNTIL MONDAY\nBOATS-RETURN\nBoats return\nBy Asha Rao',
      lead,
      'ENDS',
    );
    expect([headline, byline, envelope]).toEqual([
      'Boats return',
      'By Asha Rao',
      { slugline: 'BOATS-RETURN' },
    ]);
  });

  it.each([
    ['EDS: Adds quotes, changes slug.', 'Adds quotes, changes slug.'],
    ['(Eds: Updates with the count)', 'Updates with the count'],
    ['EDITORS: Pictures follow', 'Pictures follow'],
    ['Note to editors: the ferry is called Linden', 'the ferry is called Linden'],
    ['ATTN: EDITORS - embargo lifted', 'embargo lifted'],
    [
      'EDS: A line that a mail program broke in two because it was\ntoo long for it.',
      'A line that a mail program broke in two because it was too long for it.',
    ],
  ])('“%s” is a note to editors', (line, note) => {
    const { headline, envelope, blocks, told } = read('Boats return', line, lead);
    expect([headline, envelope, blocks]).toEqual(['Boats return', { edNote: note }, [`paragraph: ${lead}`]]);
    expect(told).toContain('3 lifted Note to editors');
  });

  it('are several notes in their order, wherever they stand', () => {
    expect(read('EDS: One', 'Boats return', lead, 'EDS: Two').envelope).toEqual({ edNote: 'One\nTwo' });
  });

  it.each(['Editors: a trade that dies out', 'The editors: five of them', 'EDS Ltd: a history'])(
    'are not “%s”',
    (line) => expect(read('Boats return', lead, line, lead).envelope).toEqual({}),
  );
});

describe('the signs of a text', () => {
  it('make a picture still to come of a line in brackets, with its caption and credit', () => {
    const { body, receipt } = importText({
      name: 'a',
      text: `Boats return\n\n[PHOTO: The quay (north) at dawn (Asha Rao)]\n\n${lead}\n\n[Photo: The bell]`,
    });
    expect(
      bodyBlocks(body)
        .filter(({ node }) => node.type.name === 'figure')
        .map(({ node }) => [node.attrs['src'], ...node.children.map(({ textContent }) => textContent)]),
    ).toEqual([
      ['', 'The quay (north) at dawn', 'Asha Rao'],
      ['', 'The bell', ''],
    ]);
    expect(receipt.decisions).toContainEqual({
      kind: 'typed',
      what: 'Picture still to come',
      text: '[Photo: The bell]',
      line: 7,
    });
  });

  it('make corrections, editor’s notes and rules', () => {
    const { blocks } = read(
      'Boats return',
      lead,
      'CORRECTION: The ferry is called Linden, not Lindon.',
      'Correction (2026-05-04): The quay is 90 metres long.',
      '* * *',
      'Editor’s note: This story was first told in 2019.',
    );
    expect(blocks.slice(1)).toEqual([
      'correction: The ferry is called Linden, not Lindon.',
      'correction: The quay is 90 metres long.',
      'rule: ',
      'editorsNote: This story was first told in 2019.',
    ]);
  });

  it('leave a headline, a credit without brackets and a date that is none', () => {
    const { headline, blocks } = read(
      'Correction: Ferry is late',
      lead,
      'Photo: the quay at dawn',
      'Correction (2026-13-40): The quay.',
    );
    expect(headline).toBe('Correction: Ferry is late');
    expect(blocks.slice(1)).toEqual([
      'paragraph: Photo: the quay at dawn',
      'paragraph: Correction (2026-13-40): The quay.',
    ]);
  });
});
