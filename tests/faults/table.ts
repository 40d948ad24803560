import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/projectRoot.ts';
import { figuresFolder, scale, type Figure } from './figure.ts';

const results = join(projectRoot, 'test-results');
const heads = [
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

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** The figures as a Markdown table. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) =>
    line([
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
    ]),
  );
  return `${[line(heads), line(heads.map(() => '---')), ...rows].join('\n')}\n`;
}

const numberOf = ({ id }: Figure): number => Number(/\d+/.exec(id)?.[0] ?? 0);

/** For vitest: empties the figures' folder before the run; afterwards writes and prints the table of all of them. */
export function setup(): () => void {
  rmSync(figuresFolder, { recursive: true, force: true });
  return () => {
    if (!existsSync(figuresFolder)) return;
    const figures = readdirSync(figuresFolder)
      // Written by `report`.
      .map((name) => JSON.parse(readFileSync(join(figuresFolder, name), 'utf8')) as Figure)
      .toSorted((a, b) => numberOf(a) - numberOf(b) || (a.writer < b.writer ? -1 : 1));
    mkdirSync(results, { recursive: true });
    const all = { scale: scale ?? 'quick', figures };
    writeFileSync(join(results, 'faults.json'), `${JSON.stringify(all, null, 2)}\n`);
    writeFileSync(join(results, 'faults.md'), table(figures));
    console.log(`\n${table(figures)}`);
  };
}
