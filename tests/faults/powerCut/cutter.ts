import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { codeOf } from '../../../electron/core/systemError.ts';
import { messageOf } from '../../../shared/error.ts';
import { count, newFigure, problem, randomOf, type Figure } from '../figure.ts';
import { start } from '../program.ts';
import { fileSystems, type FileSystem } from './fileSystems.ts';
import { judge } from './judge.ts';
import { createReplay, type Reached } from './replay.ts';
import type { Promised } from './reporter.ts';
import { imageName, readLog, type LoggedEntry } from './writeLog.ts';

/** What a cutter answers: what it found, or why it cannot work on this computer. */
export type Answer = { readonly figure: Figure } | { readonly obstacle: string };

// Run as a program, in mounts of its own (they end with it): records a reporter's disk, then cuts the power at so many
// points of the record. With 0 points it only tries.
const [folder = '', name = '', manner = '', points = '', seed = ''] = process.argv.slice(2);
process.once('disconnect', () => process.exit(1));
const random = randomOf(Number(seed));
const ways: readonly Reached[] = ['none', 'all', 'half'];
/** How many points one recording is cut at; then the reporter works anew. */
const pointsOfRecord = 500;

/** Runs a command; throws what it says when it fails. */
function run(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return stdout;
  if (error !== undefined && codeOf(error) === 'ENOENT') throw new Error(`${command} is not installed`);
  throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr.trim()}`);
}

const mount = ({ type, options }: FileSystem, image: string, at: string) =>
  run('mount', '-t', type, '-o', ['loop', ...options].join(','), image, at);

/** Unmounts; the kernel lets go of a loop device a moment after the file system on it. */
async function unmount(at: string): Promise<void> {
  for (let tries = 100; ; tries -= 1) {
    try {
      run('umount', at);
      return;
    } catch (error) {
      if (tries === 1 || !messageOf(error).includes('busy')) throw error;
    }
    await setTimeout(50);
  }
}

const tape = join(folder, 'tape');
const disk = join(folder, 'disk');
const image = join(folder, 'image');

interface Recording {
  readonly log: string;
  /** The lengths of the log when the reporter began, and when the disk was unmounted. */
  readonly start: number;
  readonly end: number;
  readonly promised: readonly Promised[];
}

/** Records what reaches the disk while a reporter works on it. */
async function record(system: FileSystem, number: number): Promise<Recording> {
  const log = join(folder, `log-${number}`);
  const server = start<{ readonly problem: string | null }>('powerCut/fuseDisk.ts', [
    tape,
    log,
    String(system.size),
  ]);
  const { problem: refused } = await server.until(() => true);
  if (refused !== null) throw new Error(`FUSE: ${refused}`);
  const [command, ...args] = system.make;
  run(command, ...args, join(tape, imageName));
  mount(system, join(tape, imageName), disk);
  for (const one of ['library', 'user']) mkdirSync(join(disk, one));
  run('sync', '-f', disk);
  const begin = statSync(log).size;
  let promised: readonly Promised[] = [];
  if (points !== '0') {
    const reporter = start<Promised>('powerCut/reporter.ts', [disk, log, manner, String(random() * 2 ** 31)]);
    const code = await reporter.ended;
    if (code !== 0) throw new Error(`The reporter ended with ${code}`);
    promised = reporter.messages;
  }
  await unmount(disk);
  await unmount(tape);
  await server.ended;
  return { log, start: begin, end: statSync(log).size, promised };
}

interface Point {
  /** The power goes after so many entries of the log. */
  readonly count: number;
  readonly reached: Reached;
}

/** Where the power goes: a third right behind a save, a third right behind any promise, a third anywhere. */
function choosePoints(
  { start: first, end, promised }: Recording,
  entries: readonly LoggedEntry[],
  wanted: number,
): readonly Point[] {
  const countAt = (length: number) => entries.findLastIndex((entry) => entry.end <= length) + 1;
  const oneOf = (promises: readonly Promised[]) =>
    countAt(promises[Math.floor(random() * promises.length)]?.at ?? first);
  const saves = promised.filter(({ kind }) => kind === 'saved');
  const choices = [
    () => oneOf(saves),
    () => oneOf(promised),
    () => countAt(first) + Math.floor(random() * (countAt(end) - countAt(first) + 1)),
  ];
  return Array.from({ length: wanted }, (_, index) => choices[index % choices.length]?.() ?? 0)
    .toSorted((a, b) => a - b)
    .map((after, index) => ({ count: after, reached: ways[index % ways.length] ?? 'half' }));
}

async function cutPower(figure: Figure, system: FileSystem, round: number, wanted: number): Promise<void> {
  const recorded = await record(system, round);
  const entries = readLog(readFileSync(recorded.log));
  count(figure, 'writes and flushes recorded', entries.length);
  count(figure, 'promises', recorded.promised.length);
  const replay = createReplay(entries, system.size, image, random);
  for (const point of choosePoints(recorded, entries, wanted)) {
    const about = `${system.name}, ${manner}, after ${point.count} of ${entries.length}, then ${point.reached}`;
    replay(point.count, point.reached);
    figure.runs += 1;
    figure.faults += 1;
    try {
      mount(system, image, disk);
    } catch (error) {
      figure.missing += 1;
      count(figure, 'unmountable');
      problem(figure, `${about}: ${messageOf(error)}`);
      continue;
    }
    const length = entries[point.count - 1]?.end ?? 0;
    const promised = recorded.promised.filter(({ at }) => at <= length);
    await judge(figure, about, disk, promised);
    await unmount(disk);
  }
  rmSync(recorded.log);
}

async function answer(): Promise<Answer> {
  const system = fileSystems.find((one) => one.name === name);
  if (system === undefined) throw new RangeError(`There is no file system “${name}”`);
  const figure = newFigure('D3', 'power cut');
  try {
    run('mount', '-t', 'tmpfs', '-o', 'size=2g', 'tmpfs', folder);
    for (const one of [tape, disk]) mkdirSync(one);
    if (points === '0') await record(system, 0);
  } catch (error) {
    return { obstacle: messageOf(error) };
  }
  const wanted = Number(points);
  for (let round = 0; figure.runs < wanted; round += 1)
    await cutPower(figure, system, round, Math.min(pointsOfRecord, wanted - figure.runs));
  return { figure };
}

const answered = await answer();
process.removeAllListeners('disconnect');
await new Promise((sent) => process.send?.(answered, sent));
process.disconnect();
