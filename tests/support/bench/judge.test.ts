import { describe, expect, it } from 'vitest';
import { cell } from '../../bench/cell.ts';
import { goals, type Goal } from '../../bench/goals.ts';
import { goalRows, verdictOf } from '../../bench/judge.ts';
import type { Measured } from '../../bench/topic.ts';

const about = { date: '2026-01-01', machine: 'a computer', rounds: 3 };

const typing: Measured = {
  ...about,
  topic: 'typing',
  heads: ['words', 'editor', 'work per key ms', 'script per key ms', 'p95 ms', 'opening ms'],
  rows: [
    ['600', 'Copydesk', '6.50', '2.00', '17.00', '40.00'],
    ['600', 'bare ProseMirror', '5.00', '1.30', '16.00', '20.00'],
    ['600', 'textarea', '4.00', '0.20', '17.00', '10.00'],
    ['50000', 'Copydesk', '18.00', '6.00', '33.00', '700.00'],
    ['50000', 'bare ProseMirror', '17.00', '1.70', '32.00', '200.00'],
    ['50000', 'contenteditable', '15.00', '0.30', '30.00', '100.00'],
    ['50000', 'textarea', '16.00', '0.30', '30.00', '100.00'],
  ],
};

const verdicts = (table: Measured) =>
  Object.fromEntries(
    goalRows(table).map(([id, what, figure, , , verdict]) => [`${id} ${what}`, [figure, verdict]]),
  );

describe('a goal’s figure', () => {
  it('is a ratio of two cells, met, missed or failing; what was not measured says so', () => {
    expect(verdicts(typing)).toEqual({
      'P1 work per key, 600 words ÷ bare ProseMirror': ['1.3', 'met'],
      'P1 work per key, 5,000 words ÷ bare ProseMirror': ['–', 'not measured'],
      'P1 work per key, 50,000 words ÷ contenteditable': ['1.2', 'missed'],
      'P1b script per key, 50,000 words ÷ 600': ['3', 'fails'],
      'P1c p95 key to paint, 600 words ÷ textarea': ['1', 'met'],
      'P1c p95 key to paint, 5,000 words ÷ textarea': ['–', 'not measured'],
      'P1c p95 key to paint, 50,000 words ÷ textarea': ['1.1', 'met'],
      'P1d opening 50,000 words ÷ bare ProseMirror’s mount': ['3.5', 'fails'],
    });
  });

  it('is the dearest growth of those costs that can be told from noise', () => {
    const growth = (rows: readonly (readonly string[])[]): Measured => ({
      ...about,
      topic: 'growth',
      heads: ['words', 'cost', 'CPU ms', 'CPU ms at twice the words', '×'],
      rows,
    });
    const noise = ['25000', 'looked at', '0.001', '0.090', '90.00'];
    const told = growth([['25000', 'written', '4.000', '8.400', '2.10'], noise]);
    expect(verdicts(told)).toEqual({ 'P7 the dearest growth at twice the size': ['2.1', 'met'] });
    expect(verdicts(growth([noise]))).toEqual({
      'P7 the dearest growth at twice the size': ['–', 'not measured'],
    });
  });

  it('of a save is what it calls beyond what the protocol needs', () => {
    const saving: Measured = {
      ...about,
      topic: 'saving',
      heads: ['KB', 'writer', 'p50 ÷ the bare protocol', 'fsync', 'rename'],
      rows: [
        ['50', 'Copydesk, the article alone', '1.80', '2', '2'],
        ['50', 'Copydesk, save by itself', '3.20', '5', '3'],
      ],
    };
    expect(Object.values(verdicts(saving))).toEqual([
      ['1.8', 'met'],
      ['3.2', 'missed'],
      ['0', 'met'],
      ['2', 'fails'],
      ['1', 'fails'],
    ]);
  });
});

it('a cell is found by its size, its column and what its row says, and has its unit cut off', () => {
  const library: Measured = {
    ...about,
    topic: 'library',
    heads: ['articles', 'step', 'Copydesk', 'peer', 'its figure', '÷'],
    rows: [
      ['1000', 'build', '5.00 CPU ms', 'read + JSON.parse', '1.00 CPU ms', '5.0000'],
      ['1000', 'build', '5.00 CPU ms', 'read alone', '0.50 CPU ms', '10.0000'],
    ],
  };
  expect(cell(library, 1000, 'Copydesk', 'build')).toBe(5);
  expect(cell(library, 1000, '÷', 'build', 'read alone')).toBe(10);
  expect(cell(library, 1000, '÷', /^bu/u, 'read + JSON.parse')).toBe(5);
  expect(cell(library, 100, '÷', 'build')).toBeNaN();
  expect(cell(library, 1000, 'no such column', 'build')).toBeNaN();
});

it('a figure is met up to its goal, missed up to where it fails, and fails beyond', () => {
  const goal: Goal = { id: 'P0', what: '', topic: '', goal: 1, fails: 2, of: () => 0 };
  const of = [1, 1.001, 2, 2.001, Number.NaN].map((figure) => verdictOf(goal, figure));
  expect(of).toEqual(['met', 'missed', 'missed', 'fails', 'not measured']);
});

it('every goal fails no earlier than it is missed, and is named by performance.md', () => {
  for (const { id, goal, fails } of goals) {
    expect(fails, id).toBeGreaterThanOrEqual(goal);
    expect(id).toMatch(/^P[1-7][a-d]?$/u);
  }
});
