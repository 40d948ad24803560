import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { chooseRuntime } from '../support/electronBinary.ts';
import { exportTopic } from './exporting.ts';
import { savingTopic } from './saving.ts';
import { libraryTopic } from './library.ts';
import { startTopic } from './start.ts';
import type { Topic } from './topic.ts';
import { typingTopic } from './typing.ts';

const topics: readonly Topic[] = [typingTopic, savingTopic, exportTopic, startTopic, libraryTopic];

// Run as a program: `--topic saving --size 100,1000 --rounds 200`; `--json` for a program to read.
const { values } = parseArgs({
  options: {
    topic: { type: 'string', default: 'typing' },
    size: { type: 'string' },
    rounds: { type: 'string' },
    keys: { type: 'string', default: '40' },
    json: { type: 'boolean', default: false },
  },
});
const topic = topics.find(({ name }) => name === values.topic);
if (topic === undefined)
  throw new RangeError(`There is no topic “${values.topic}”: ${topics.map(({ name }) => name).join(', ')}`);
const rounds = Number(values.rounds ?? topic.rounds);
const sizes = values.size?.split(',').map(Number) ?? topic.size.values;

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const [cpu] = cpus();
const computer = `${cpus().length} cores (${cpu?.model ?? 'unknown'}), Node ${process.versions.node}, ${chooseRuntime().kind} runtime`;
const date = new Date().toISOString().slice(0, 10);
const heads = [topic.size.unit, ...topic.heads];
if (!values.json) {
  console.log(`${date}; ${computer}; ${topic.name}, ${rounds} interleaved rounds\n`);
  console.log(line(heads));
  console.log(line(heads.map(() => '---')));
}
const results: (readonly string[])[] = [];
for (const size of sizes) {
  for (const row of await topic.measure(size, { rounds, keys: Number(values.keys) })) {
    results.push([String(size), ...row]);
    if (!values.json) console.log(line([String(size), ...row]));
  }
}
if (values.json) {
  const rows = results.map((cells) => Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? ''])));
  console.log(JSON.stringify({ date, computer, topic: topic.name, rounds, rows }, null, 2));
}
