import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articleName, isArticleName } from '../../electron/core/fileNames.ts';
import {
  createIndexKeeper,
  indexPath,
  type IndexKeeper,
} from '../../electron/core/libraryIndex/indexKeeper.ts';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { openLibrary } from '../../electron/core/openLibrary.ts';
import { readArticle } from '../../electron/core/readArticle.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { parseQuery } from '../../shared/search/query.ts';
import { commonWord, generatedArticle, rareWord } from '../support/generatedLibrary.ts';
import { keptLibrary } from '../support/keptLibrary.ts';
import { median } from './measure.ts';
import { rounded, type Topic } from './topic.ts';

type Row = readonly string[];

const row = (step: string, ours: number, peer: string, theirs: number | null, unit = 'ms'): Row => [
  step,
  `${rounded(ours, 2)} ${unit}`,
  peer,
  theirs === null ? '–' : `${rounded(theirs, 2)} ${unit}`,
  theirs === null ? '–' : rounded(ours / theirs, 4),
];

const page = (keeper: IndexKeeper, typed: string) =>
  keeper.page({ query: parseQuery(typed), sort: 'best', offset: 0, limit: 50 });

/** Runs tasks in turns, so many times; answers the median of each in milliseconds. */
async function inTurns(rounds: number, tasks: readonly (() => unknown)[]): Promise<readonly number[]> {
  const times = tasks.map((): number[] => []);
  for (let round = -1; round < rounds; round += 1)
    for (const [index, task] of tasks.entries()) {
      const begun = performance.now();
      await task();
      // The first round compiles the code and fills the caches.
      if (round >= 0) times[index]?.push(performance.now() - begun);
    }
  return times.map((its) => median(its));
}

/** The processor's milliseconds that a task takes, on all threads: what else the computer does changes them little. */
async function timed(task: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const hasRipgrep = (): boolean => spawnSync('rg', ['--version']).status === 0;

/** MiniSearch if it is installed: its index of the same files, kept in memory. */
async function miniSearch(root: string, names: readonly string[]) {
  const name = 'minisearch';
  // The package is not one of ours: it is measured where somebody has installed it.
  const found = (await import(name).catch(() => null)) as {
    default: new (options: object) => {
      add: (document: object) => void;
      search: (typed: string, options: object) => readonly unknown[];
    };
  } | null;
  if (found === null) return null;
  const index = new found.default({ fields: ['text'], idField: 'name' });
  for (const file of names) index.add({ name: file, text: readFileSync(join(root, file), 'utf8') });
  return (typed: string) => index.search(typed, { combineWith: 'AND' });
}

/** MiniSearch wants 2.7 GB for ten times as many. */
const mostOfPeers = 10_000;

async function measureLibrary(count: number, rounds: number): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-bench-'));
  try {
    const { root, bytes, keep } = await keptLibrary(count);
    const { library } = await openLibrary(root, nodePorts);
    const names = readdirSync(root).filter(isArticleName);
    const read = (use: (content: Uint8Array) => unknown) => () => {
      for (const name of names) use(readFileSync(join(root, name)));
    };
    // Once each before it counts: the files are in memory then, for everybody.
    await timed(read(() => undefined));
    const parse = await timed(read((content) => JSON.parse(new TextDecoder().decode(content)) as unknown));
    const readWhole = await timed(read(readArticle));
    const path = indexPath(join(folder, 'data'), library.id);
    const open = (): Promise<IndexKeeper> => createIndexKeeper({ ports: nodePorts, library, path });
    const building = await open();
    const build = await timed(building.lookAtAll);
    building.close();
    const indexBytes = statSync(path).size;

    const keeper = await open();
    const search = (word: string) => () => page(keeper, word);
    const ripgrep = (word: string) => () =>
      spawnSync('rg', ['--files-with-matches', '--ignore-case', '--word-regexp', word, root]);
    const mini = count > mostOfPeers ? null : await miniSearch(root, names);
    const words = [rareWord, commonWord, `${rareWord} ${commonWord}`, 'status:published'];
    const searches = await inTurns(rounds, words.map(search));
    const scans = hasRipgrep() ? await inTurns(Math.min(rounds, 5), words.slice(0, 2).map(ripgrep)) : [];
    const minis =
      mini === null
        ? []
        : await inTurns(
            Math.min(rounds, 20),
            words.slice(0, 3).map((word) => () => mini(word)),
          );

    let number = 0;
    const changed: number[] = [];
    const update = async () => {
      const article = generatedArticle({ number: (number += 7) % count });
      changed.push(number % count);
      const file = articleName(article);
      await writeFile(join(root, file), articleToBytes({ ...article, rev: number }));
      await keeper.lookAt([file]);
    };
    const write = async () => {
      const article = generatedArticle({ number: (number += 7) % count });
      await writeFile(join(folder, 'one'), articleToBytes(article));
    };
    const [first, reopened, updated, written] = await inTurns(rounds, [
      () => page(keeper, ''),
      async () => {
        const again = await open();
        page(again, '');
        again.close();
      },
      update,
      write,
    ]);
    const [look] = await inTurns(Math.min(rounds, 5), [keeper.lookAtAll]);
    const found = words.map((word) => page(keeper, word).count);
    keeper.close();
    await keep(changed);
    return [
      row('build', build, 'read + JSON.parse', parse, 'CPU ms'),
      row('build', build, 'read + readArticle (parsed and checked)', readWhole, 'CPU ms'),
      row('index', indexBytes / 1e6, 'the articles', bytes / 1e6, 'MB'),
      row('first page of the list', first ?? Number.NaN, '', null),
      row('the same, opened anew', reopened ?? Number.NaN, '', null),
      ...words.flatMap((word, at) => [
        row(`“${word}”, ${found[at] ?? 0} found`, searches[at] ?? Number.NaN, 'ripgrep', scans[at] ?? null),
        ...(minis[at] === undefined
          ? []
          : [row(`“${word}”`, searches[at] ?? Number.NaN, 'MiniSearch', minis[at])]),
      ]),
      row(
        'one changed article, file written and found',
        updated ?? Number.NaN,
        'its file written',
        written ?? null,
      ),
      row('a whole look that finds nothing changed', look ?? Number.NaN, '', null),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The library's index: how long it takes to build, to ask and to keep, against ripgrep and MiniSearch where installed. */
export const libraryTopic: Topic = {
  name: 'library',
  size: { unit: 'articles', values: [1_000, 10_000, 100_000] },
  rounds: 30,
  heads: ['step', 'Copydesk', 'peer', 'its figure', '÷'],
  measure: (count, { rounds }) => measureLibrary(count, rounds),
};
