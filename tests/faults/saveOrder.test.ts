import { mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryPattern } from '../../electron/core/atomicWrite.ts';
import type { SaveReason } from '../../electron/core/historyRule.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { count, harm, newFigure, none, problem, randomOf, report, runsOf, type Figure } from './figure.ts';
import { start } from './program.ts';
import type { Answer } from './savesOnOrder.ts';
import { watch, whyNoStrace } from './strace.ts';

if (whyNoStrace !== null) console.log(`skipped: the order of a save’s calls needs strace: ${whyNoStrace}`);

const traced = 'write,pwrite64,writev,sendmsg,ftruncate,fsync,fdatasync,rename,?renameat,?renameat2';

interface SystemCall {
  readonly name: string;
  readonly text: string;
  /** The file that is written or synced, '' for another call. */
  readonly path: string;
}

/** The calls of a log in the order in which they ended; one that another thread's line has cut in two is joined. */
function systemCalls(log: readonly string[]): readonly SystemCall[] {
  const begun = new Map<string, string>();
  const calls: SystemCall[] = [];
  for (const line of log) {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const half = / <unfinished \.\.\.>$/.exec(rest);
    if (half !== null) {
      begun.set(thread, rest.slice(0, half.index));
      continue;
    }
    const text = rest.replace(/^<\.\.\. \w+ resumed>/, () => begun.get(thread) ?? '');
    const [, name, path = ''] = /^(\w+)\((?:\d+<([^>]+)>)?/.exec(text) ?? [];
    if (name !== undefined && !/ = -1 /.test(text)) calls.push({ name, text, path });
  }
  // We have the answer, and watch no longer: the log may lack the end of its line.
  for (const text of begun.values())
    if (text.includes(answered)) calls.push({ name: 'sendmsg', text, path: '' });
  return calls;
}

const answered = String.raw`\"answer\":\"saved\"`;
const isCut = ({ name }: SystemCall) => name === 'ftruncate';
const isWrite = (call: SystemCall) => isCut(call) || ['write', 'pwrite64', 'writev'].includes(call.name);
const isSync = ({ name }: SystemCall) => name === 'fsync' || name === 'fdatasync';

/** What is not as the save protocol has it: write, fsync, rename, fsync of the folder, and only then “saved”. */
function wrongOrder(calls: readonly SystemCall[], folder: string): readonly string[] {
  const end = calls.findIndex(({ text }) => text.includes(answered));
  if (end < 0) return ['it was not acknowledged'];
  const before = calls.slice(0, end);
  const wrong: string[] = [];
  const library = join(folder, 'library');
  const renamed = before.findIndex(
    ({ name, text }) => name.startsWith('rename') && text.includes(`, "${library}/`),
  );
  const isSaved = ({ name, path }: SystemCall, at: number) =>
    name === 'fsync' && path === library && renamed >= 0 && at > renamed;
  let replaced = 0;
  for (const [at, call] of before.entries()) {
    if (isWrite(call) && call.path.startsWith(folder)) {
      const name = basename(call.path);
      if (name.endsWith('.journal') && isCut(call)) {
        // The cut of the save before may come so late: that one was acknowledged.
        const typed = before
          .slice(0, at)
          .some((one) => isWrite(one) && !isCut(one) && one.path === call.path);
        if (typed && !before.slice(0, at).some(isSaved))
          wrong.push(`${name} is cut before the save is on the disk`);
      } else if (name.endsWith('.journal')) {
        const synced = before.slice(at).some((one) => isSync(one) && one.path === call.path);
        if (!synced) wrong.push(`${name} is not synced before it is acknowledged`);
      } else if (!temporaryPattern.test(name)) wrong.push(`${name} is written in place`);
    }
    const [, from = '', to = ''] = /^rename\w*\((?:[^"]*)"([^"]+)", (?:[^"]*)"([^"]+)"/.exec(call.text) ?? [];
    if (from === '') continue;
    if (to.endsWith('.copydesk')) replaced += 1;
    const written = before.findLastIndex((one, index) => index < at && isWrite(one) && one.path === from);
    const whole = before.slice(written + 1, at).some(({ name, path }) => name === 'fsync' && path === from);
    if (temporaryPattern.test(basename(from)) && (written < 0 || !whole))
      wrong.push(`${basename(to)} is replaced before the new bytes are on the disk`);
    if (!before.slice(at).some(({ name, path }) => name === 'fsync' && path === dirname(to)))
      wrong.push(`the folder of ${basename(to)} is not synced before it is acknowledged`);
  }
  if (replaced === 0) wrong.push('nothing was replaced');
  return wrong;
}

/** Saves again and again under strace: a first time, over a file without a name, by hand and by itself. */
async function lint(figure: Figure, does: 'save' | 'save plainly', runs: number): Promise<void> {
  const random = randomOf(figure.seed);
  const saver = start<Answer>('savesOnOrder.ts', []);
  const log = join(temporaryFolder(), 'strace.log');
  while (figure.runs < runs) {
    const folder = realpathSync(temporaryFolder());
    const [root, userData] = [join(folder, 'library'), join(folder, 'user')];
    mkdirSync(userData);
    const { articles } = await createLibrary(root, testPorts());
    const nameless = random() < 0.5;
    if (nameless) await articles.save({ ...someArticle({ headline: '' }) }, null);
    await saver.ask({ does: 'begin', root, userData });
    for (let save = 0; save < 5 && figure.runs < runs; save += 1) {
      const watched = await watch(saver.child.pid ?? 0, log, [
        '-f',
        '-y',
        '-s',
        '80',
        '-e',
        `trace=${traced}`,
      ]);
      const reason: SaveReason = random() < 0.5 ? 'manual' : 'autosave';
      await saver.ask({ does, text: `Text ${save}.`, reason });
      const calls = systemCalls(await watched.end());
      figure.runs += 1;
      count(figure, 'system calls', calls.length);
      const wrong = wrongOrder(calls, folder);
      count(figure, wrong.length === 0 ? 'in order' : 'out of order');
      for (const one of wrong) problem(figure, `${nameless ? 'named' : 'new'}, ${reason} ${save}: ${one}`);
    }
  }
  await saver.kill();
  report(figure);
}

it.skipIf(whyNoStrace !== null)('a control that writes plainly is caught: it writes in place', async () => {
  const figure = newFigure('D5 order', 'the order of a plain write’s system calls', 'control');
  await lint(figure, 'save plainly', runsOf(5, 20));
  expect(figure.counts).toMatchObject({ 'out of order': figure.runs });
  expect(figure.problems.join()).toMatch(/written in place/);
});

it.skipIf(whyNoStrace !== null)(
  'each save writes, syncs, renames, syncs the folder, and says so',
  async () => {
    const figure = newFigure('D5 order', 'the order of a save’s system calls: write, fsync, rename, fsync');
    await lint(figure, 'save', runsOf(20, 500));
    expect(harm(figure)).toEqual(none);
    expect(figure.counts).toMatchObject({ 'in order': figure.runs });
  },
);
