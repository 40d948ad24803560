import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import type { Imported } from '../../../shared/importing/index.ts';
import { importText } from '../../../shared/importing/text.ts';
import { describeCorpus } from '../../support/corpora.ts';

const counted = (text: string, wanted: RegExp): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const [character] of text.matchAll(wanted)) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
};

/** The text of a body with what relatedLink blocks hold in attributes, in the order of the page. */
function allText(node: Node): string {
  const attributes = ['label', 'href'].map((name) =>
    typeof node.attrs[name] === 'string' ? node.attrs[name] : '',
  );
  return node.isText ? (node.text ?? '') : attributes.join('') + node.children.map(allText).join('');
}

const missing = (source: string, kept: string, wanted: RegExp): readonly string[] => {
  const counts = counted(kept, wanted);
  return [...counted(source, wanted)]
    .filter(([each, count]) => (counts.get(each) ?? 0) < count)
    .map(([each]) => each);
};

const decisions = ({ receipt }: Imported, ...kinds: readonly string[]): string =>
  receipt.decisions
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('');

// The label of a block stands in the block's type, a line for the desk in the envelope: both are in the receipt.
const labels = ['Correction', 'Editor’s note', 'Picture still to come', 'Embargo', 'Note to editors'];
const labelled = ({ receipt }: Imported): string =>
  receipt.decisions
    .filter(({ what }) => labels.includes(what))
    .map(({ text }) => text)
    .join('');

const marks = (text: string): number => text.replaceAll(/\s+/gu, '').length;

function expectNothingLost(text: string): void {
  const imported = importText({ name: 'story.txt', text });
  imported.body.check();
  const body = allText(imported.body);
  // Letters stand in the body, or in a line that the receipt lists as removed.
  expect(missing(text, body + decisions(imported, 'removed') + labelled(imported), /\p{L}|\p{M}/gu)).toEqual(
    [],
  );
  // Marks that became structure (a bar, a bullet, a number) stand in the decision.
  expect(missing(text, body + decisions(imported, 'removed', 'typed', 'lifted'), /\S/gu)).toEqual([]);
}

const word = fc.stringMatching(/^[A-Za-z’é]{1,9}$/);
const sentence = fc.array(word, { minLength: 3, maxLength: 25 }).map((words) => `${words.join(' ')}.`);
const line = fc.oneof(
  { weight: 4, arbitrary: sentence },
  fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    '',
    ' ',
    '\u00a0',
    '\u200b',
    'Leave a Reply',
    'Tweet',
    'Advertisement',
    '© 2024 Quay News',
    'Read Also',
    'Related stories:',

    'By Asha Rao',
    'Pune, Dec 5:',
    'OSLO (AP) — Rain fell',
    'By Asha Rao OSLO (AP) — Rain',
    'Saharsa: Rain fell',
    '5 May 2024',
    '- a lamp',
    '- a rope',
    '* a lamp',
    '1. first',
    '2. second',
    '3) third',
    '• dot',
    '  continued',
    '  - below',
    '\t• below',
    '    1. far below',
    'EMBARGOED UNTIL MONDAY',
    'EMBARGOED UNTIL 00:01 GMT 4 May 2026',
    'EDS: adds 2 quotes',
    'CORRECTION: The quay is 90 metres long.',
    'Editor’s note: This was told in 2019.',
    '[PHOTO: The quay “at dawn” (Asha Rao)]',
    '* * *',

    'Read Also:\u00a0 Six old bridges',
    'MORE: Six Old Bridges <https://example.org/a>',
    'Kicker | A headline',
    'नौका लौट आई।',
  ),
);
const file = fc
  .tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\r\n', '\n\n', '\r', '\u2028'))
  .map(([lines, end]) => lines.join(end));

describe('importing text', () => {
  it('loses no character of any text', () => {
    fc.assert(fc.property(file, expectNothingLost), { numRuns: 400 });
  });

  it('keeps the order of the words', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 20 }),
        fc.constantFrom('\n', '\n\n'),
        (lines, end) => {
          const { body } = importText({ name: 'story.txt', text: lines.join(end) });
          expect(allText(body).replaceAll(/\s/gu, '')).toBe(lines.join('').replaceAll(/\s/gu, ''));
        },
      ),
    );
  });

  it.each([
    ['one line of a megabyte', 'word '.repeat(200_000)],
    ['one word of a megabyte', 'w'.repeat(1_000_000)],
    ['a megabyte of spaces', `${' '.repeat(1_000_000)}x`],
    ['100,000 lines', 'A short line.\n'.repeat(100_000)],
    ['lines that never end', 'a line that goes on and on and never ends\n'.repeat(30_000)],
    ['marks only', '- | : " ( ['.repeat(90_000)],
    ['bylines', 'By '.repeat(300_000)],
    ['items of two lists in turn', '- a\n* b\n'.repeat(50_000)],
    ['furniture', 'Share this:\n'.repeat(80_000)],
    ['related links', 'Read Also: a title of words\n\n'.repeat(30_000)],
  ])('reads %s', (_name, text) => {
    const imported = importText({ name: 'story.txt', text });
    const kept = allText(imported.body) + decisions(imported, 'removed', 'typed', 'lifted');
    expect(marks(kept)).toBeGreaterThanOrEqual(marks(text));
  });
});

describeCorpus('wikinews/wikinews.csv', (csv) => {
  it('loses nothing of fifty real articles', () => {
    // Quotation marks of the CSV parts its fields; what is between them is text like any other.
    for (const field of csv.split('"').filter((each) => each.length > 500)) expectNothingLost(field);
  });
});
