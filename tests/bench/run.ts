import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { chooseRuntime } from '../support/electronBinary.ts';
import { typing, type TypingRow } from './typing.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '600,10000' },
    rounds: { type: 'string', default: '5' },
    keys: { type: 'string', default: '40' },
  },
});

const round = (number: number): string => number.toFixed(1);

function print(rows: readonly TypingRow[]): void {
  const bare = rows.find((row) => row.candidate === 'bare ProseMirror');
  for (const row of rows) {
    const ratio = bare === undefined ? '' : (row.work / bare.work).toFixed(2);
    const cells = [
      row.words,
      row.candidate,
      round(row.latency),
      round(row.latency95),
      round(row.work),
      round(row.script),
      ratio,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

const [cpu] = cpus();
console.log(
  `${new Date().toISOString().slice(0, 10)}; ${cpus().length} cores (${cpu?.model ?? 'unknown'}), Node ${process.versions.node}, ${chooseRuntime().kind} runtime; ${values.rounds} interleaved rounds of ${values.keys} keys`,
);
console.log(
  '\n| words | editor | key to paint, median ms | p95 ms | work per key ms | script per key ms | work ÷ bare ProseMirror |',
);
console.log('|---|---|---|---|---|---|---|');
for (const size of values.size.split(','))
  print(await typing(Number(size), Number(values.rounds), Number(values.keys)));
