import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownTable } from '../support/markdownTable.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { goalHeads, goalRows } from './judge.ts';
import { profiles } from './profiles.ts';
import type { Measured } from './topic.ts';

const folder = join(projectRoot, 'tests', 'bench');

/** The results that the repository keeps: tables for a program to merge, and a page for people. */
export const resultFiles = { json: join(folder, 'RESULTS.json'), page: join(folder, 'RESULTS.md') };

/** A topic's run for people: when, where, its table, its notes, its goals. */
export function measuredPage(measured: Measured, notes = ''): string {
  const judged = goalRows(measured);
  return [
    `${measured.date}; ${measured.machine}; ${measured.rounds} interleaved rounds\n`,
    markdownTable(measured.heads, measured.rows),
    ...(notes === '' ? [] : [`${notes}\n`]),
    ...(judged.length === 0 ? [] : [markdownTable(goalHeads, judged)]),
  ].join('\n');
}

/** Kept runs with newer ones in their place: one per topic, in the order of `topics`. */
export const mergeRuns = (
  before: readonly Measured[],
  runs: readonly Measured[],
  topics: readonly string[],
): readonly Measured[] => {
  const kept = new Map([...before, ...runs].map((run) => [run.topic, run]));
  return topics.flatMap((name) => kept.get(name) ?? []);
};

/** For each goal that some row did not meet, by its id, where its time goes. */
function missesPage(judged: readonly (readonly string[])[]): readonly string[] {
  const missed = judged.filter((row) => row.includes('missed') || row.includes('fails'));
  const ids = [...new Set(missed.map(([id = '']) => id))];
  if (ids.length === 0) return [];
  const lines = ids.map((id) => `- **${id}**: ${profiles[id] ?? 'not profiled.'}`);
  return ['## Where the time of what is missed goes\n', `${lines.join('\n')}\n`];
}

/** All kept runs as one page: first what became of the goals, then each topic. */
export function resultsPage(runs: readonly Measured[], notes: ReadonlyMap<string, string>): string {
  const judged = runs.flatMap((run) => goalRows(run).map((row) => [...row, run.topic, run.date]));
  const count = (verdict: string) => judged.filter((row) => row.includes(verdict)).length;
  return [
    '# What the bench has measured\n',
    'Written by `npm run bench -- --topic all --write`: a run replaces what was kept of its own topics. Only ratios of one interleaved run can be compared; the same program moves by a quarter between runs.\n',
    '## Goals\n',
    `${count('met')} met, ${count('missed')} missed, ${count('fails')} fail, ${count('not measured')} not measured.\n`,
    markdownTable([...goalHeads, 'topic', 'date'], judged),
    ...missesPage(judged),
    ...runs.map((run) => `## ${run.topic}\n\n${measuredPage(run, notes.get(run.topic))}`),
  ].join('\n');
}

/** Merges runs into the kept results. */
export function keepRuns(
  runs: readonly Measured[],
  topics: readonly { readonly name: string; readonly notes?: string }[],
): void {
  // Written below.
  const before = existsSync(resultFiles.json)
    ? (JSON.parse(readFileSync(resultFiles.json, 'utf8')) as readonly Measured[])
    : [];
  const merged = mergeRuns(
    before,
    runs,
    topics.map(({ name }) => name),
  );
  const notes = new Map(topics.map(({ name, notes: text }) => [name, text ?? '']));
  writeFileSync(resultFiles.json, `${JSON.stringify(merged, null, 2)}\n`);
  writeFileSync(resultFiles.page, resultsPage(merged, notes));
}
