import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseDateline, renderDateline } from '../../shared/article/dateline.ts';
import { bodyBlocks, headerText, plainText } from '../../shared/article/text.ts';
import type { Imported } from '../../shared/importing/index.ts';
import { importText } from '../../shared/importing/text.ts';
import { projectImport } from '../support/importProjection.ts';
import { readCsv } from '../support/realStories.ts';
import { describeFolder, writeReport } from './report.ts';

const squashed = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const imported = (text: string): Imported => importText({ name: 'story.txt', text });

const before =
  'The first boat of the year left the quay at five, and forty people stood in the rain to see it.';
const after =
  'By noon the harbour was quiet again, and the crew had gone home to sleep until the evening tide.';

const blocksOf = ({ body }: Imported): readonly (readonly [type: string, text: string])[] =>
  bodyBlocks(body).map(({ node }) => [node.type.name, squashed(plainText(node))]);

describeFolder('copydesk-cases', (folder) => {
  // Our own case tables; each test below fails where one does not have this form.
  const cases = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;

  it('reads the seed exactly as expected', () => {
    const text = readFileSync(join(folder, 'seed.txt'), 'utf8');
    const { source: _, ...wanted } = cases<Record<string, unknown>>('seed.expected-import.json');
    expect(projectImport(imported(text))).toEqual(wanted);
  });

  it('lifts every dateline of a story into its field, byte for byte, and no other line', () => {
    const { positive, negative } = cases<{
      readonly positive: readonly {
        readonly text: string;
        readonly style: string;
        readonly expect: { readonly prefix: string; readonly byline?: string };
      }[];
      readonly negative: readonly { readonly text: string }[];
    }>('datelines.json');
    const storyOf = (line: string): Imported => imported(`Boats return\n\n${line}\n\n${after}`);
    const lifted = positive.map(({ text, style, expect: { prefix } }) => {
      const { body, receipt } = storyOf(text);
      const raw = headerText(body, 'dateline');
      const read = parseDateline(raw);
      const again = read === null ? '' : renderDateline(read);
      const byline = headerText(body, 'byline');
      const cut = [byline, raw].filter((part) => part !== '').join(' ');
      const right = cut === squashed(prefix) && again === raw && prefix.endsWith(raw);
      return { style, prefix, right, told: receipt.decisions.some(({ what }) => what === 'Dateline') };
    });
    const left = negative.map(({ text }) => ({
      text,
      right: headerText(storyOf(text).body, 'dateline') === '',
    }));
    writeReport(
      'copydesk-cases-datelines',
      ['style', 'line', 'result'],
      [
        ...lifted.map(({ style, prefix, right }) => [
          style,
          prefix,
          right ? 'lifted, rendered back' : 'WRONG',
        ]),
        ...left.map(({ text, right }) => ['none', text, right ? 'left alone' : 'WRONG']),
      ],
    );
    expect([lifted.length, left.length]).toEqual([44, 14]);
    expect([...lifted, ...left].filter(({ right }) => !right)).toEqual([]);
    expect(lifted.filter(({ told }) => !told)).toEqual([]);
  });

  it('makes a related link of every line that is one, in its place, and of no other', () => {
    const { positive, negative } = cases<{
      readonly positive: readonly {
        readonly text: string;
        readonly expect: { readonly label: string; readonly title: string };
      }[];
      readonly negative: readonly { readonly text: string }[];
    }>('readalso.json');
    const storyOf = (line: string): Imported => imported(['Boats return', before, line, after].join('\n\n'));
    const read = positive.map(({ text, expect: wanted }) => {
      const nodes = bodyBlocks(storyOf(text).body).map(({ node }) => node);
      const right =
        nodes.length === 3 &&
        nodes[1]?.type.name === 'relatedLink' &&
        nodes[1].attrs['label'] === wanted.label &&
        nodes[1].textContent === wanted.title;
      return { text, right };
    });
    const left = negative.map(({ text }) => {
      const story = storyOf(text);
      const said = [
        ...blocksOf(story).map(([, line]) => line),
        ...story.receipt.decisions.map((each) => each.text),
      ];
      const right =
        blocksOf(story).every(([type]) => type !== 'relatedLink') &&
        said.map(squashed).includes(squashed(text));
      return { text, right };
    });
    writeReport(
      'copydesk-cases-readalso',
      ['line', 'result'],
      [
        ...read.map(({ text, right }) => [text, right ? 'related link' : 'WRONG']),
        ...left.map(({ text, right }) => [text, right ? 'no related link' : 'WRONG']),
      ],
    );
    expect([read.length, left.length]).toEqual([18, 6]);
    expect([...read, ...left].filter(({ right }) => !right)).toEqual([]);
  });

  it('leaves prose that begins like web furniture in the body, wherever it stands', () => {
    const { must_survive_in_body: lines } = cases<{ readonly must_survive_in_body: readonly string[] }>(
      'boilerplate.json',
    );
    const rows = lines.map((line) => {
      const places = {
        first: [line, before, after],
        middle: [before, line, after],
        last: [before, after, line],
      };
      const lost = Object.entries(places)
        .filter(
          ([, story]) =>
            !blocksOf(imported(['Boats return', ...story].join('\n\n'))).some(
              ([type, text]) => type === 'paragraph' && text === line,
            ),
        )
        .map(([place]) => place);
      return { line, lost };
    });
    writeReport(
      'copydesk-cases-boilerplate',
      ['line', 'lost where it stands'],
      rows.map(({ line, lost }) => [line, lost.join(', ') || 'nowhere']),
    );
    expect(rows.length).toBe(10);
    expect(rows.filter(({ lost }) => lost.length > 0)).toEqual([]);
  });
});

/** What is read other than its page has it, by the number of the story, and why. */
const explained: Readonly<Record<number, string>> = {
  45: 'the caption of a picture, copied without the picture and without a word that says so, looks like a crosshead',
};

const isDate = (line: string): boolean => /^\p{L}+day, \p{L}+ \d{1,2}, \d{4}$/u.test(line);

describeFolder('wikinews', (folder) => {
  it('reads headline, date and paragraphs of every story from plain text', () => {
    const stories = readCsv(readFileSync(join(folder, 'wikinews.csv'), 'utf8'));
    const rows = stories.map(([, , title = '', text = ''], index) => {
      const { body, receipt } = imported(`${title}\n\n${text}`);
      // Paragraphs are parted by blank lines; the date on the first line is one of its own.
      const paragraphs = text
        .split(/\n\s*\n/u)
        .flatMap((group) =>
          isDate(group.split('\n')[0]?.trim() ?? '') ? group.trim().split(/\n(.*)/su) : [group],
        )
        .map(squashed)
        .filter((paragraph) => paragraph !== '');
      const found = bodyBlocks(body).map(({ node }) => [node.type.name, squashed(plainText(node))]);
      const fields = (['kicker', 'standfirst', 'byline', 'dateline'] as const).map((name) =>
        headerText(body, name),
      );
      const misses = [
        ...(headerText(body, 'headline') === title ? [] : ['headline']),
        // A date is no dateline: it stays where it stands, and the receipt asks about it.
        ...(fields.every((field) => field === '') ? [] : ['a field that the page has not']),
        ...(receipt.decisions.some(({ what }) => what.startsWith('the text begins with a date')) ===
        isDate(paragraphs[0] ?? '')
          ? []
          : ['the date']),
        ...(JSON.stringify(found.map(([, said]) => said)) === JSON.stringify(paragraphs)
          ? []
          : ['the text of the paragraphs']),
        ...found.filter(([type]) => type !== 'paragraph').map(([type, said]) => `${type}: ${said}`),
        ...receipt.decisions
          .filter(({ kind }) => kind === 'removed')
          .map(({ text: line }) => `removed: ${line}`),
      ];
      return { number: index + 1, paragraphs: paragraphs.length, misses };
    });
    writeReport(
      'wikinews',
      ['story', 'paragraphs', 'miss', 'why'],
      rows.map(({ number, paragraphs, misses }) => [
        number,
        paragraphs,
        misses.join('; ') || 'none',
        misses.length === 0 ? '' : (explained[number] ?? 'NOT EXPLAINED'),
      ]),
    );
    const missed = rows.filter(({ misses }) => misses.length > 0).map(({ number }) => String(number));
    console.log(
      `wikinews: ${rows.length} stories, ${rows.length - missed.length} right, ${missed.length} explained`,
    );
    expect(rows.length).toBe(50);
    expect(missed).toEqual(Object.keys(explained));
  });
});
