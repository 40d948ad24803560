import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headerText, plainText } from '../../../shared/article/text.ts';
import { importText } from '../../../shared/importing/text.ts';
import { describeCorpus, corpusText } from '../../support/corpora.ts';
import { projectImport } from '../../support/importProjection.ts';
import { projectRoot } from '../../support/projectRoot.ts';

const fixture = (name: string): string =>
  readFileSync(join(projectRoot, 'tests/fixtures/import', name), 'utf8');
const project = (text: string) => projectImport(importText({ name: 'story.txt', text }));

describeCorpus('copydesk-cases/seed.expected-import.json', (expected) => {
  it('reads the seed exactly as expected', () => {
    const text = corpusText('copydesk-cases/seed.txt') ?? '';
    const { source: _, ...wanted }: Record<string, unknown> = JSON.parse(expected);
    expect(project(text)).toEqual(wanted);
  });
});

describe('a text file', () => {
  it.each(['page', 'wrapped'])('reads the fixture “%s” exactly', async (name) => {
    const imported = project(fixture(`${name}.txt`));
    await expect(`${JSON.stringify(imported, null, 2)}\n`).toMatchFileSnapshot(
      join(projectRoot, 'tests/fixtures/import', `${name}.expected.json`),
    );
  });
});

const shape = (text: string): readonly string[] => {
  const { body } = importText({ name: 'story.txt', text });
  body.check();
  return body.children
    .filter((node) => node.isBlock && (node.content.size > 0 || node.type.isInGroup('block')))
    .map((node) => `${node.type.name}: ${plainText(node).replaceAll('\n', ' / ')}`);
};

const long = (word: string): string =>
  `${word} went down to the water before dawn, carrying a lamp, two ropes and a letter from the harbour board.`;

describe('the head of a text', () => {
  const headOf = (text: string) => {
    const { body } = importText({ name: 'story.txt', text });
    return (['kicker', 'headline', 'standfirst', 'byline', 'dateline'] as const)
      .map((name) => headerText(body, name))
      .join(' / ');
  };

  it.each([
    ['Boats | Ferries return', 'Boats / Ferries return / / / '],
    [
      'Ferries return to the eastern quay after a year | The Quay',
      ' / Ferries return to the eastern quay after a year | The Quay / / / ',
    ],
    ['Ferries return', ' / Ferries return / / / '],
    ['By Asha Rao', ' / / / By Asha Rao / '],
    ['Pune, Dec 5:', ' / / / / Pune, Dec 5:'],
  ])('“%s”', (first, wanted) => {
    expect(headOf(`${first}\n\n${long('She')}`).replaceAll(/ +/gu, ' ')).toBe(wanted.replaceAll(/ +/gu, ' '));
  });

  it('is nothing where the text begins with prose', () => {
    expect(shape(long('She'))).toEqual([`paragraph: ${long('She')}`]);
  });

  it('has a standfirst only between headline and byline or dateline', () => {
    const deck = 'The first boat leaves at five';
    expect(headOf(`Ferries return\n\n${deck}\n\nBy Asha Rao\n\n${long('She')}`)).toContain(
      `/ ${deck} / By Asha Rao /`,
    );
    expect(headOf(`Ferries return\n\n${deck}\n\n${long('She')}`)).not.toContain(deck);
  });

  it.each([
    'By Asha Rao',
    'BY ASHA RAO AND TOM FIELD',
    'By Asha Rao | Quay News',
    'Von Eva Lind und Jan Ek',
    'Por Ana Luz',
    'Par Léa Roux et Tom Né',
    'रिपोर्ट: आशा राव',
    'بقلم: سارة علي',
  ])('has the byline “%s”', (byline) =>
    expect(headOf(`Ferries return\n${byline}\n${long('She')}`)).toBe(` / Ferries return /  / ${byline} / `),
  );

  it.each([
    'By noon the quay was full.',
    'By and large it rained',
    'Bypass opens to traffic',
    'By the harbour wall they waited',
  ])('has no byline in “%s”', (line) =>
    expect(headOf(`Ferries return\n\n${line}\n\n${long('She')}`)).toBe(' / Ferries return /  /  / '),
  );

  it('has a byline that runs into the dateline', () => {
    expect(headOf(`Ferries return\n\nBy Asha Rao OSLO (Reuters) - ${long('She')}`)).toBe(
      ' / Ferries return /  / By Asha Rao / OSLO (Reuters) -',
    );
  });

  it('asks about a dateline it cannot be sure of', () => {
    const { body, receipt } = importText({ name: 'a', text: `Ferries return\n\nSaharsa: ${long('She')}` });
    expect(headerText(body, 'dateline')).toBe('');
    expect(receipt.decisions).toContainEqual({
      kind: 'doubted',
      what: 'the text may begin with a dateline',
      text: 'Saharsa:',
      line: 3,
    });
  });
});

describe('the blocks of a text', () => {
  it('are paragraphs between blank lines, of any line ending', () => {
    const wanted = ['headline: Ferries return', `paragraph: ${long('She')}`, `paragraph: ${long('He')}`];
    for (const end of ['\n', '\r\n', '\r', '\u2028'])
      expect(shape(['\ufeffFerries return', '', long('She'), ' \t\u00a0', long('He')].join(end))).toEqual(
        wanted,
      );
  });

  it('are lines in a file without blank lines', () => {
    expect(
      shape(['Ferries return', long('She'), 'At the quay', long('He'), long('They')].join('\n')),
    ).toEqual([
      'headline: Ferries return',
      `paragraph: ${long('She')}`,
      'heading: At the quay',
      `paragraph: ${long('He')}`,
      `paragraph: ${long('They')}`,
    ]);
  });

  it('are joined where a mail program wrapped the lines, and split where they are indented', () => {
    const wrapped = [
      '    The boats left the quay at five in the morning with all their lamps',
      'burning, and nobody spoke until the bell at Gull Rock had been passed on',
      'the port side.',
      '    By seven they had reached the bank where the cod lie in winter, a long',
      'grey slope that no chart shows.',
    ].join('\n');
    expect(shape(`Ferries return\n\n${wrapped}`)).toEqual([
      'headline: Ferries return',
      'paragraph: The boats left the quay at five in the morning with all their lamps burning, and nobody spoke until the bell at Gull Rock had been passed on the port side.',
      'paragraph: By seven they had reached the bank where the cod lie in winter, a long grey slope that no chart shows.',
    ]);
  });

  it.each([
    ['a sentence', 'They waited.'],
    ['a question', 'Who pays?'],
    ['a quotation', '“We waited all night”'],
    ['a caption', 'Photo: the quay at dawn'],
    ['an address', 'www.example.org'],
    ['small letters', 'at the quay'],
    ['a long line', 'The committee that runs the harbour and its nine ferries meets again'],
    ['an end mark', 'ENDS'],
  ])('make no crosshead of %s', (_name, line) => {
    expect(shape(['Ferries return', long('She'), line, long('He')].join('\n\n'))[2]).toBe(
      `paragraph: ${line}`,
    );
  });

  it('make no crosshead of the last line, nor of two short lines together', () => {
    const shapes = shape(
      ['Ferries return', long('She'), 'One line', 'Two lines', long('He'), 'The end line'].join('\n\n'),
    );
    expect(shapes.slice(2)).toEqual([
      'paragraph: One line',
      'heading: Two lines',
      `paragraph: ${long('He')}`,
      'paragraph: The end line',
    ]);
  });

  it('are lists where at least two items follow each other and numbers count up', () => {
    expect(
      shape(`Ferries return\n\n${long('She')}\n\n- a lamp\n- a rope\n\n7. seventh\n8. eighth\n\n- alone`),
    ).toEqual([
      'headline: Ferries return',
      `paragraph: ${long('She')}`,
      'bulletList: a lamp / a rope',
      'orderedList: seventh / eighth',
      'paragraph: - alone',
    ]);
    expect(shape(`Ferries return\n\n1. first thing\n3. third thing`).slice(1)).toEqual([
      'paragraph: 1. first thing',
      'paragraph: 3. third thing',
    ]);
  });

  it('tell of the label of a list whose links have their own', () => {
    const text = [long('Ravi'), 'Read Also', 'MORE: Six old bridges <https://example.org/a>'].join('\n');
    const { receipt } = importText({ name: 'story.txt', text });
    expect(receipt.decisions.filter(({ kind }) => kind === 'removed')).toEqual([
      {
        kind: 'removed',
        what: 'Label above related links that have their own',
        text: 'Read Also',
        line: 2,
        at: 1,
      },
    ]);
  });

  it('keep related links in place, and read a list of them at the end', () => {
    const { body } = importText({
      name: 'a',
      text: `Ferries return\n\n${long('She')}\n\nRelated stories:\n\nSix bridges that never opened\nThe quay at night\n\nTweet`,
    });
    expect(body.children.slice(6).map((node) => [node.attrs['label'], node.textContent])).toEqual([
      ['Related stories', 'Six bridges that never opened'],
      ['Related stories', 'The quay at night'],
    ]);
  });

  it('are an empty paragraph where the file is empty', () => {
    for (const text of ['', ' \n\u00a0\r\n\t', '\ufeff']) expect(shape(text)).toEqual(['paragraph: ']);
  });

  it('hold every odd character of the source', () => {
    const odd = 'A\u00a0b\u2009c \u200bd e\u0301 \u{1f6a2} \ud800 “x” – ﬁ \u202eabc\u202c no\u00adthing.';
    expect(shape(`Ferries return\n\n${odd}`)[1]).toBe(`paragraph: ${odd}`);
  });

  it('suggest a language by their script', () => {
    expect(importText({ name: 'a', text: 'नौका लौट आई और यात्री खुश हुए।' }).envelope.language).toBe('hi');
    expect(importText({ name: 'a', text: 'عادت العبارة إلى الميناء صباحا.' }).envelope.language).toBe('ar');
    expect(importText({ name: 'a', text: 'کشتی بندرگاہ پر واپس آ گئی ہے۔' }).envelope.language).toBe('ur');
    expect(importText({ name: 'a', text: 'The ferry is back.' }).envelope.language).toBeUndefined();
  });
});
