import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import {
  count,
  harm,
  newFigure,
  none,
  problem,
  randomOf,
  report,
  runsOf,
  scale,
  type Figure,
} from './figure.ts';
import type { Answer } from './powerCut/cutter.ts';
import { fileSystems, type FileSystem } from './powerCut/fileSystems.ts';
import type { Manner } from './powerCut/reporter.ts';
import { start } from './program.ts';

// Mounts of its own, seen by nobody else: they end with the last process in there, however that ends.
const apart = ['unshare', '--mount', '--pid', '--fork', '--kill-child'];

async function cut(system: FileSystem, manner: Manner, points: number, seed: number): Promise<Answer> {
  const args = [temporaryFolder(), system.name, manner, String(points), String(seed)];
  const cutter = start<Answer>('powerCut/cutter.ts', args, apart);
  try {
    return await cutter.until(() => true);
  } finally {
    await cutter.kill();
  }
}

/** Why the power of such a disk cannot be cut on this computer; null where it can. */
async function obstacleTo(system: FileSystem): Promise<string | null> {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (process.getuid?.() !== 0) return 'it needs root';
  for (const path of ['/dev/fuse', '/dev/loop-control'])
    if (!existsSync(path)) return `this computer has no ${path}`;
  const [command = '', ...args] = apart;
  if (spawnSync(command, [...args, 'true']).status !== 0)
    return 'mounts of its own are not allowed here (unshare)';
  const answer = await cut(system, 'copydesk', 0, 1);
  return 'obstacle' in answer ? answer.obstacle : null;
}

const usable: FileSystem[] = [];
for (const system of fileSystems.slice(0, scale === null ? 2 : fileSystems.length)) {
  const obstacle = await obstacleTo(system);
  if (obstacle === null) usable.push(system);
  else console.log(`skipped: the power cut (D3) on ${system.name}: ${obstacle}`);
}

function add(to: Figure, from: Figure, about: string): void {
  for (const key of ['runs', 'faults', 'torn', 'empty', 'missing', 'lost'] as const) to[key] += from[key];
  count(to, `${about}: points`, from.runs);
  for (const [name, counted] of Object.entries(from.counts)) count(to, name, counted);
  for (const text of from.problems) problem(to, text);
}

async function cutInto(figure: Figure, system: FileSystem, manner: Manner, points: number, seed: number) {
  const answer = await cut(system, manner, points, seed);
  if ('obstacle' in answer) throw new Error(answer.obstacle);
  const about = manner === 'copydesk' ? system.name : `${system.name}, ${manner}`;
  add(figure, answer.figure, about);
  const { torn, empty, missing, lost } = answer.figure;
  const harmed = torn + empty + missing + lost;
  if (manner !== 'copydesk') count(figure, `${about}: harm`, harmed);
  return { about, harmed };
}

const what = 'power cut: the log of a disk is cut anywhere, and mounted';

it.skipIf(usable.length === 0)(
  'controls that write plainly, or leave out syncs, are caught: a power cut takes what was promised',
  async () => {
    const figure = newFigure('D3', what, 'control');
    const random = randomOf(figure.seed);
    const manners = ['plain', 'nothing synced', 'folders not synced', 'journal not synced'] as const;
    const points = runsOf(20, 300);
    const results = await Promise.all(
      manners.flatMap((manner, index) =>
        // The quick tier has each manner on one disk, in turn.
        (scale === null ? usable.slice(index % usable.length).slice(0, 1) : usable).map((system) =>
          cutInto(figure, system, manner, points, random() * 2 ** 31),
        ),
      ),
    );
    report(figure);
    // On every disk: a 0 of Copydesk's says something only where the same harness finds what it looks for.
    expect(results.filter(({ harmed }) => harmed === 0)).toEqual([]);
    for (const name of ['saved versions lost', 'versions of the history lost', 'journalled edits lost'])
      expect(figure.counts).toHaveProperty(name);
  },
);

it.skipIf(usable.length === 0)(
  'a power cut: every file is whole, and what was saved, typed or kept as a version is there',
  async () => {
    const figure = newFigure('D3', what);
    const random = randomOf(figure.seed);
    // The quick tier's points are shared out among its disks.
    const points = runsOf(Math.ceil(150 / usable.length), 3_000);
    await Promise.all(
      usable.map((system) => cutInto(figure, system, 'copydesk', points, random() * 2 ** 31)),
    );
    report(figure);
    expect(harm(figure)).toEqual(none);
    expect(figure.runs).toBe(points * usable.length);
    expect(figure.counts['drafts offered']).toBeGreaterThan(0);
    expect(figure.counts['stale drafts offered'] ?? 0).toBe(0);
  },
);
