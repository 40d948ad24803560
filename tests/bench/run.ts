import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { chooseRuntime } from '../support/electronBinary.ts';
import { exportTopic } from './exporting.ts';
import { savingTopic } from './saving.ts';
import { libraryTopic } from './library.ts';
import type { Topic } from './topic.ts';
import { typingTopic } from './typing.ts';

const topics: readonly Topic[] = [typingTopic, savingTopic, exportTopic, libraryTopic];

// Run as a program: `--topic saving --size 100,1000 --rounds 200`.
const { values } = parseArgs({
  options: {
    topic: { type: 'string', default: 'typing' },
    size: { type: 'string' },
    rounds: { type: 'string' },
    keys: { type: 'string', default: '40' },
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
console.log(
  `${new Date().toISOString().slice(0, 10)}; ${computer}; ${topic.name}, ${rounds} interleaved rounds\n`,
);
const heads = [topic.size.unit, ...topic.heads];
console.log(line(heads));
console.log(line(heads.map(() => '---')));
for (const size of sizes) {
  const rows = await topic.measure(size, { rounds, keys: Number(values.keys) });
  for (const row of rows) console.log(line([String(size), ...row]));
}
