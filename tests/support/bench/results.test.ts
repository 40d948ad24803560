import { expect, it } from 'vitest';
import { measuredPage, mergeRuns, resultsPage } from '../../bench/results.ts';
import type { Measured } from '../../bench/topic.ts';

const run = (topic: string, date: string, figure = '1.00'): Measured => ({
  topic,
  date,
  machine: 'a computer',
  rounds: 3,
  heads: ['windows', 'what', 'Copydesk', 'hello world', '÷'],
  rows: [['1', 'first-load script, KB gzip', '200', '–', figure]],
});

it('a new run replaces its own topic alone, and topics keep the order of the list', () => {
  const before = [run('start', 'old'), run('typing', 'old')];
  const merged = mergeRuns(before, [run('start', 'new')], ['typing', 'preview', 'start']);
  expect(merged.map(({ topic, date }) => [topic, date])).toEqual([
    ['typing', 'old'],
    ['start', 'new'],
  ]);
});

it('a topic that is no longer on the list is kept no longer', () => {
  expect(mergeRuns([run('gone', 'old')], [run('start', 'new')], ['start'])).toEqual([run('start', 'new')]);
});

it('a run’s page says when and where, then its table, its notes and its goals', () => {
  const page = measuredPage(run('start', '2026-01-01', '1.30'), 'A note.');
  expect(page).toMatch(/^2026-01-01; a computer; 3 interleaved rounds\n\n\| windows \| what \|/u);
  expect(page).toContain('\n\nA note.\n\n| goal | what |');
  expect(page).toContain('| P6 | first-load script ÷ 194 KB gzip | 1.3 | ≤ 1.25 | > 2 | missed |');
});

it('a run of a topic without goals ends with its table', () => {
  expect(measuredPage(run('import', '2026-01-01'))).toMatch(/\| 1\.00 \|\n$/u);
});

it('the page of all begins with the goals, counted, each with the date of its run', () => {
  const page = resultsPage([run('start', '2026-02-02', '1.20')], new Map([['start', 'A note.']]));
  expect(page).toContain('1 met, 0 missed, 0 fail, 2 not measured.');
  expect(page).toContain(
    '| P6 | first-load script ÷ 194 KB gzip | 1.2 | ≤ 1.25 | > 2 | met | start | 2026-02-02 |',
  );
  expect(page).toContain('## start\n\n2026-02-02; a computer');
  expect(page).toContain('A note.');
});

it('what was missed says where its time goes, once for each goal', () => {
  const page = resultsPage([run('start', '2026-02-02', '1.30')], new Map());
  expect(page.match(/^- \*\*P6\*\*: .{8,}$/gmu)).toHaveLength(1);
  const met = resultsPage([run('start', '2026-02-02', '1.20')], new Map());
  expect(met).not.toContain('Where the time');
});
