import { rareWord } from '../support/generatedLibrary.ts';
import { cell, numberIn, type Saying } from './cell.ts';
import type { Measured } from './topic.ts';

/** What is asked of a ratio, or of a count; `performance.md` names them P1 to P7. */
export interface Goal {
  readonly id: string;
  readonly what: string;
  readonly topic: string;
  /** Met up to here. */
  readonly goal: number;
  /** Above this it is a failure, not only a miss; the same as `goal` where there is nothing between. */
  readonly fails: number;
  /** The figure, out of the topic's table; NaN where the table has not measured it. */
  readonly of: (table: Measured) => number;
}

type Figure = Goal['of'];

const ours = 'Copydesk';
const at =
  (size: number, head: string, ...row: readonly Saying[]): Figure =>
  (table) =>
    cell(table, size, head, ...row);
const divided =
  (size: number, head: string, peer: string): Figure =>
  (table) =>
    cell(table, size, head, ours) / cell(table, size, head, peer);
const grown =
  (from: number, to: number, head: string, ...row: readonly Saying[]): Figure =>
  (table) =>
    cell(table, to, head, ...row) / cell(table, from, head, ...row);
const less =
  (figure: Figure, by: number): Figure =>
  (table) =>
    figure(table) - by;

/** Costs below this many milliseconds are noise. */
const least = 1;

/** The greatest growth of the costs that can be told from noise; NaN of none. */
function dearest({ heads, rows }: Measured): number {
  const number = (row: readonly string[], head: string) => numberIn(row[heads.indexOf(head)]);
  const judged = rows.filter((row) => number(row, 'CPU ms') >= least).map((row) => number(row, '×'));
  return judged.length === 0 ? Number.NaN : Math.max(...judged);
}

type Asked = readonly [id: string, what: string, bounds: readonly [goal: number, fails: number], of: Figure];

const [key, update, per] = ['work per key ms', 'work per update ms', 'p50 ÷ the bare protocol'];
const [alone, whole] = ['Copydesk, the article alone', 'Copydesk, save by itself'];
const rare = new RegExp(`^“${rareWord}”, `, 'u');
const paint = (words: number, named: string): Asked => [
  'P1c',
  `p95 key to paint, ${named} words ÷ textarea`,
  [1.15, 1.5],
  divided(words, 'p95 ms', 'textarea'),
];

const asked: Readonly<Record<string, readonly Asked[]>> = {
  typing: [
    ['P1', 'work per key, 600 words ÷ bare ProseMirror', [1.4, 2], divided(600, key, 'bare ProseMirror')],
    ['P1', 'work per key, 5,000 words ÷ bare ProseMirror', [1.4, 2], divided(5000, key, 'bare ProseMirror')],
    ['P1', 'work per key, 50,000 words ÷ contenteditable', [1, 1.3], divided(50_000, key, 'contenteditable')],
    ['P1b', 'script per key, 50,000 words ÷ 600', [1.5, 2.5], grown(600, 50_000, 'script per key ms', ours)],
    paint(600, '600'),
    paint(5000, '5,000'),
    paint(50_000, '50,000'),
    [
      'P1d',
      'opening 50,000 words ÷ bare ProseMirror’s mount',
      [2, 3],
      divided(50_000, 'opening ms', 'bare ProseMirror'),
    ],
  ],
  preview: [
    ['P2', 'work per update, 50,000 words ÷ morphdom', [0.3, 0.5], divided(50_000, update, 'morphdom')],
    ['P2', 'work per update, 50,000 words ÷ 600', [2.2, 3], grown(600, 50_000, update, ours)],
    [
      'P2',
      'updates of 50,000 words that kept the scroll, % short of 100',
      [0, 0],
      (table) => 100 - cell(table, 50_000, 'scroll kept %', ours),
    ],
  ],
  export: [
    ['P3', 'body to HTML ÷ JSON.parse of the article', [3, 6], at(500, '÷ peer', 'Copydesk, body to HTML')],
    [
      'P3',
      '500 stored articles to HTML ÷ one pandoc',
      [0.1, 0.3],
      at(500, '÷ peer', 'Copydesk, stored file to HTML'),
    ],
    [
      'P3',
      '500 stored articles to Markdown ÷ one pandoc',
      [0.5, 1],
      at(500, '÷ peer', 'Copydesk, stored file to Markdown'),
    ],
  ],
  library: [
    ['P4', 'rare word, 100,000 articles ÷ ripgrep', [0.01, 0.1], at(100_000, '÷', rare, 'ripgrep')],
    [
      'P4',
      'first page of the list, 100,000 articles ÷ 1,000',
      [4, 10],
      grown(1000, 100_000, ours, 'first page of the list'),
    ],
    [
      'P4',
      'one changed article, 100,000 articles ÷ 1,000',
      [1.5, 3],
      grown(1000, 100_000, ours, /^one changed article/u),
    ],
    [
      'P4',
      'index build ÷ read + JSON.parse, 100,000 articles',
      [4.5, 8],
      at(100_000, '÷', 'build', 'read + JSON.parse'),
    ],
    [
      'P4',
      'index ÷ bytes of the articles, 100,000 articles',
      [0.5, 1],
      at(100_000, '÷', 'index', 'the articles'),
    ],
  ],
  bigLibrary: [
    ['P4b', 'start with 100,000 articles ÷ with one', [1.1, 1.5], at(100_000, '÷', 'spawn to editable, ms')],
    [
      'P4b',
      'memory with 100,000 articles ÷ with one',
      [1.15, 1.5],
      at(100_000, '÷', 'memory of all processes, MB'),
    ],
  ],
  saving: [
    ['P5', 'durable save of 50 KB ÷ the bare protocol', [2, 4], at(50, per, alone)],
    ['P5', 'the same with the recovery journal before it', [2, 4], at(50, per, whole)],
    ['P5', 'fsyncs of the article’s save beyond 2', [0, 0], less(at(50, 'fsync', alone), 2)],
    [
      'P5',
      'fsyncs of a whole save, the journal’s own among them, beyond 3',
      [0, 0],
      less(at(50, 'fsync', whole), 3),
    ],
    ['P5', 'renames of the article’s save beyond 1', [0, 0], less(at(50, 'rename', alone), 1)],
  ],
  start: [
    [
      'P6',
      'spawn to editable ÷ a hello-world window',
      [1.5, 2.5],
      at(1, '÷', 'spawn to editable, median ms'),
    ],
    ['P6', 'first-load script ÷ 194 KB gzip', [1.25, 2], at(1, '÷', 'first-load script, KB gzip')],
    [
      'P6',
      'memory of all processes ÷ a hello-world window’s',
      [1.3, 2],
      at(1, '÷', 'memory of all processes, MB'),
    ],
  ],
  growth: [['P7', 'the dearest growth at twice the size', [2.2, 3], dearest]],
};

/** All goals, by topic, in the order of their names. */
export const goals: readonly Goal[] = Object.entries(asked).flatMap(([topic, list]) =>
  list.map(([id, what, [goal, fails], of]) => ({ id, topic, what, goal, fails, of })),
);
