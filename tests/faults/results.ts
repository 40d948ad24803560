import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { machine } from '../support/machine.ts';
import { markdownTable } from '../support/markdownTable.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { byNumber, type Figure } from './figure.ts';
import { cellsOf, heads } from './table.ts';

/** A row that the repository keeps: a figure, and when, how much and where it was run. */
interface Result extends Figure {
  readonly date: string;
  readonly scale: string;
  readonly machine: string;
}

const folder = join(projectRoot, 'tests', 'faults');

/** The results that the repository keeps: rows for a program to merge, and a table for people. */
export const resultFiles = { json: join(folder, 'RESULTS.json'), table: join(folder, 'RESULTS.md') };

function page(rows: readonly Result[]): string {
  const machines = [...new Set(rows.map((row) => row.machine))];
  const where = (row: Result) => machines.indexOf(row.machine) + 1;
  const table = markdownTable(
    [...heads, 'scale', 'date', 'on'],
    rows.map((row) => [...cellsOf(row), row.scale, row.date, where(row)]),
  );
  const list = machines.map((one, index) => `${index + 1}. ${one}`).join('\n');
  return `# What the faults have found

Written by \`npm run test:soak\`: each run replaces the rows of its own figures. Scale 1 is the full tier. Rows of the control are a plain \`fs.writeFile\` in the same harness, which must fail.

${table}
Run on:

${list}
`;
}

/** Merges figures into the kept results: a figure replaces the row with its id and writer. */
export function keepResults(figures: readonly Figure[], scale: string): void {
  // Written below.
  const before = existsSync(resultFiles.json)
    ? (JSON.parse(readFileSync(resultFiles.json, 'utf8')) as readonly Result[])
    : [];
  const about = { date: new Date().toISOString().slice(0, 10), scale, machine: machine() };
  const rows = new Map(before.map((row) => [`${row.id} ${row.writer}`, row]));
  for (const figure of figures) {
    // Of a path only what lies in the test's own folder.
    const problems = figure.problems.map((text) => text.replaceAll(/\/\S*copydesk-test-[^/\s]+\//g, ''));
    rows.set(`${figure.id} ${figure.writer}`, { ...figure, problems, ...about });
  }
  const merged = [...rows.values()].toSorted(byNumber);
  writeFileSync(resultFiles.json, `${JSON.stringify(merged, null, 2)}\n`);
  writeFileSync(resultFiles.table, page(merged));
}
