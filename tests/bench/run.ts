import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseRuntime } from '../support/electronBinary.ts';
import { machine } from '../support/machine.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { exportTopic } from './exporting.ts';
import { goalHeads, goalRows } from './judge.ts';
import { growthTopic } from './growth.ts';
import { importTopic } from './importing.ts';
import { bigLibraryTopic } from './bigLibrary.ts';
import { libraryTopic } from './library.ts';
import { previewTopic } from './preview.ts';
import { keepRuns, measuredPage, resultFiles } from './results.ts';
import { savingTopic } from './saving.ts';
import { startTopic } from './start.ts';
import type { Measured, Topic } from './topic.ts';
import { typingTopic } from './typing.ts';

const topics: readonly Topic[] = [
  typingTopic,
  previewTopic,
  exportTopic,
  importTopic,
  libraryTopic,
  bigLibraryTopic,
  savingTopic,
  startTopic,
  growthTopic,
];

// Run as a program: `--topic saving,start --size 100,1000 --rounds 200`, `--topic all`; `--json` for a program to read;
// `--write` keeps what was found in RESULTS.md and RESULTS.json beside this file.
const { values } = parseArgs({
  options: {
    topic: { type: 'string', default: 'typing' },
    size: { type: 'string' },
    rounds: { type: 'string' },
    keys: { type: 'string', default: '70' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const names = values.topic === 'all' ? topics.map(({ name }) => name) : values.topic.split(',');
const chosen = names.map((wanted) => {
  const topic = topics.find(({ name }) => name === wanted);
  if (topic === undefined)
    throw new RangeError(`There is no topic “${wanted}”: ${topics.map(({ name }) => name).join(', ')}, all`);
  return topic;
});
if (values.size !== undefined && (chosen.length > 1 || values.write))
  throw new RangeError('--size is for one topic, and what is kept has every size: leave one of them out');

const about = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${machine()}, ${cpus()[0]?.model ?? 'unknown'}, ${chooseRuntime().kind} runtime`,
};

/** Measures a topic at its sizes; what goes on is said beside the results. */
async function measured(topic: Topic): Promise<Measured> {
  const rounds = Number(values.rounds ?? topic.rounds);
  const rows: (readonly string[])[] = [];
  for (const size of values.size?.split(',').map(Number) ?? topic.size.values) {
    const begun = performance.now();
    const found = await topic.measure(size, { rounds, keys: Number(values.keys) });
    rows.push(...found.map((row) => [String(size), ...row]));
    const seconds = Math.round((performance.now() - begun) / 1000);
    console.error(`${topic.name}, ${size} ${topic.size.unit}: ${seconds} s`);
  }
  return { topic: topic.name, ...about, rounds, heads: [topic.size.unit, ...topic.heads], rows };
}

const objects = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  rows.map((cells) => Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? ''])));

const runs: Measured[] = [];
for (const topic of chosen) {
  const run = await measured(topic);
  runs.push(run);
  // What is measured is kept, even where a later topic ends the program.
  if (values.write) keepRuns([run], topics);
  if (!values.json) console.log(`## ${topic.name}\n\n${measuredPage(run, topic.notes)}`);
}
if (values.json) {
  const all = runs.map(({ heads, rows, ...rest }) => ({
    ...rest,
    rows: objects(heads, rows),
    goals: objects(goalHeads, goalRows({ heads, rows, ...rest })),
  }));
  console.log(JSON.stringify(all, null, 2));
}
if (values.write) {
  const oxfmt = join(projectRoot, 'node_modules', 'oxfmt', 'bin', 'oxfmt');
  spawnSync(process.execPath, [oxfmt, resultFiles.json, resultFiles.page], { cwd: projectRoot });
}
