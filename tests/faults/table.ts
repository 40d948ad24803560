import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownTable, type Cells } from '../support/markdownTable.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { byNumber, figuresFolder, scale, type Figure } from './figure.ts';

const results = join(projectRoot, 'test-results');

/** The heads of the table's columns. */
export const heads: readonly string[] = [
  'id',
  'what',
  'writer',
  'runs',
  'faults',
  'torn',
  'empty',
  'missing',
  'lost',
  'worst loss ms',
  'seed',
  'also counted',
];

/** A figure's cells below the heads. */
export const cellsOf = (figure: Figure): Cells => [
  figure.id,
  figure.what,
  figure.writer,
  figure.runs,
  figure.faults,
  figure.torn,
  figure.empty,
  figure.missing,
  figure.lost,
  figure.worstLoss ?? '–',
  figure.seed,
  Object.entries(figure.counts)
    .map(([name, counted]) => `${name} ${counted}`)
    .join(', '),
];

/** For vitest: empties the figures' folder before the run; afterwards writes and prints the table of all of them. */
export function setup(): () => void {
  rmSync(figuresFolder, { recursive: true, force: true });
  return () => {
    if (!existsSync(figuresFolder)) return;
    const figures = readdirSync(figuresFolder)
      // Written by `report`.
      .map((name) => JSON.parse(readFileSync(join(figuresFolder, name), 'utf8')) as Figure)
      .toSorted(byNumber);
    mkdirSync(results, { recursive: true });
    const all = { scale: scale ?? 'quick', figures };
    writeFileSync(join(results, 'faults.json'), `${JSON.stringify(all, null, 2)}\n`);
    const table = markdownTable(heads, figures.map(cellsOf));
    writeFileSync(join(results, 'faults.md'), table);
    console.log(`\n${table}`);
  };
}
