import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { articleName } from '../../electron/core/fileNames.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import type { Article } from '../../shared/article/article.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { errnos } from './errnos.ts';
import { count, harm, newFigure, none, problem, randomOf, report, scale, type Figure } from './figure.ts';
import { judgeSave } from './judgeSave.ts';
import { start, type Running } from './program.ts';
import type { Answer } from './savesOnOrder.ts';
import { fileThread, watch, whyNoStrace } from './strace.ts';

if (whyNoStrace !== null) console.log(`skipped: failing system calls (D5) needs strace: ${whyNoStrace}`);

// Those of D5, and further ones that a save makes. No save makes a link; the lists of calls say so.
const calls = 'openat write pwrite64 fsync fdatasync rename close unlink mkdir link'.split(' ');
const further = 'read statx getdents64 fchmod ftruncate copy_file_range'.split(' ');
const faults = [...errnos, 'ENOENT'];
const article = someArticle();
const [old, fresh] = ['The old text.', 'The new text.'];

/** What a save meets: a file to replace (and to name), nothing, or a file that somebody has changed since. */
const scenes = ['again', 'first', 'conflict', 'plain'] as const;
type Scene = (typeof scenes)[number];

interface Strike {
  readonly scene: Scene;
  readonly call: string;
  readonly nth: number;
  readonly fault: string;
  readonly persistent: boolean;
}

/** One lane of runs: a folder whose paths stay the same, and a program that saves there. */
function lane(templates: Readonly<Record<Scene, string>>) {
  const folder = temporaryFolder();
  const [root, userData] = [join(folder, 'library'), join(folder, 'user')];
  let saver: Running<Answer> | null = null;
  let runs = 0;

  async function end(): Promise<void> {
    await saver?.kill();
    saver = null;
  }

  /** Saves once under strace; null for no answer. */
  async function save(scene: Scene, args: readonly string[]) {
    for (const one of [root, userData]) rmSync(one, { recursive: true, force: true });
    cpSync(templates[scene], root, { recursive: true });
    mkdirSync(userData);
    // A call of “close” that fails leaves a file open: a program serves for a few runs only.
    if (runs % 20 === 0) await end();
    runs += 1;
    saver ??= start<Answer>('savesOnOrder.ts', []);
    const begun = await saver.ask({ does: 'begin', root, userData });
    if (begun.answer !== 'begun') throw new Error(JSON.stringify(begun));
    const named = articleName(article);
    if (scene === 'conflict') writeFileSync(join(root, named), articleToBytes(rewritten(article, old)));
    const watched = await watch(fileThread(saver.child.pid ?? 0), join(folder, 'strace.log'), args);
    const order = { does: scene === 'plain' ? 'save plainly' : 'save', text: fresh, reason: 'manual' };
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), 20_000);
    });
    const answer = await Promise.race([saver.ask(order).catch(() => null), late]);
    clearTimeout(timer);
    if (answer === null) await end();
    return { answer, log: await watched.end() };
  }
  return { root, userData, save, end };
}
type Lane = ReturnType<typeof lane>;

/** The library that each scene begins with. */
async function templatesOf(): Promise<Readonly<Record<Scene, string>>> {
  const make = async (content: Article | null): Promise<string> => {
    const root = temporaryFolder();
    const { articles } = await createLibrary(root, testPorts());
    if (content !== null) await articles.save(content, null);
    return root;
  };
  const named = await make(rewritten(article, old));
  return {
    again: await make({ ...article, body: someArticle({ headline: '', paragraphs: [old] }).body }),
    first: await make(null),
    conflict: await make(rewritten(article, 'Before.')),
    plain: named,
  };
}

/** The calls of a sound save, each kind's count, and the paths that it writes to. */
async function soundCalls({ save }: Lane, scene: Scene, wanted: readonly string[]) {
  const { log, answer } = await save(scene, ['-y', '-e', `trace=${wanted.map((one) => `?${one}`).join()}`]);
  expect(answer).toMatchObject({ answer: scene === 'conflict' ? 'told' : 'saved' });
  const counts = new Map(wanted.map((call) => [call, 0]));
  const paths = new Set<string>();
  for (const line of log) {
    const call = /^\w+/.exec(line)?.[0] ?? '';
    const path = /^\w+\(\d+<([^>]+)>/.exec(line)?.[1] ?? '';
    // The pool wakes the main thread through an event: that is no file.
    if (path.startsWith('anon_inode')) continue;
    if (call === 'write' || call === 'pwrite64') paths.add(path);
    if (counts.has(call)) counts.set(call, (counts.get(call) ?? 0) + 1);
  }
  return { counts, paths: [...paths] };
}

function argumentsOf({ call, nth, fault, persistent }: Strike, paths: readonly string[]): readonly string[] {
  // These Node tries again without end; but nothing interrupts for ever, and above every folder there is one.
  const endless = fault === 'EINTR' || (call === 'mkdir' && fault === 'ENOENT');
  const last = endless ? `..${nth + 50}` : '+';
  const when = persistent ? `${nth}${last}` : `${nth}`;
  const chosen = call === 'write' || call === 'pwrite64' ? paths.flatMap((path) => ['-P', path]) : [];
  return [...chosen, '-e', `trace=${call}`, '-e', `inject=${call}:error=${fault}:when=${when}`];
}

async function strike(
  figure: Figure,
  { root, userData, save, end }: Lane,
  one: Strike,
  paths: readonly string[],
) {
  const about = `${one.scene}: ${one.call} ${one.nth}${one.persistent ? ' and on' : ''}: ${one.fault}`;
  const { answer, log } = await save(one.scene, argumentsOf(one, paths));
  const injected = log.filter((line) => line.includes('(INJECTED)')).length;
  // Node takes this for a kernel without “statx”, and asks no more.
  if (one.call === 'statx' && one.fault === 'EPERM') await end();
  figure.runs += 1;
  figure.faults += injected;
  if (injected === 0) problem(figure, `${about}: the call was not made`);
  if (answer === null || answer.answer === 'begun') return problem(figure, `${about}: no answer`);
  const told = answer.answer === 'told' ? answer : null;
  const disturbed = { root, userData, id: article.id, old: one.scene === 'first' ? null : old, fresh };
  return judgeSave(figure, about, disturbed, told);
}

async function sweep(figure: Figure, of: readonly Scene[], quick: number): Promise<void> {
  const templates = await templatesOf();
  const lanes = [lane(templates), lane(templates)] as const;
  const wanted = scale === null ? calls : [...calls, ...further];
  const strikes: { readonly one: Strike; readonly paths: readonly (readonly string[])[] }[] = [];
  for (const scene of of) {
    const [{ counts, paths }, second] = [
      await soundCalls(lanes[0], scene, wanted),
      await soundCalls(lanes[1], scene, wanted),
    ];
    for (const [call, made] of counts) {
      count(figure, `${call} in a save`, made);
      for (let nth = 1; nth <= made; nth += 1)
        for (const fault of faults)
          for (const persistent of [false, true])
            strikes.push({ one: { scene, call, nth, fault, persistent }, paths: [paths, second.paths] });
    }
  }
  const random = randomOf(figure.seed);
  const order = strikes.map((one) => ({ one, at: random() })).toSorted((a, b) => a.at - b.at);
  // The quick tier has a few of them, others in each run; the full tier all.
  const chosen = order.slice(0, scale === null ? quick : Math.ceil(order.length * Math.min(1, scale)));
  const run = async (index: 0 | 1) => {
    for (let next = chosen.pop(); next !== undefined; next = chosen.pop())
      await strike(figure, lanes[index], next.one.one, next.one.paths[index] ?? []);
  };
  try {
    await Promise.all([run(0), run(1)]);
  } finally {
    for (const { end } of lanes) await end();
  }
  report(figure);
}

it.skipIf(whyNoStrace !== null)(
  'a control that writes plainly is caught: a failed call empties',
  async () => {
    const figure = newFigure('D5 strace', 'the Nth system call of a plain write fails', 'control');
    await sweep(figure, ['plain'], 20);
    expect(figure.torn + figure.empty).toBeGreaterThan(0);
  },
);

it.skipIf(whyNoStrace !== null)('whichever system call of a save fails: old or new, and told', async () => {
  const figure = newFigure('D5 strace', 'the Nth system call fails, for every N, once and from then on');
  await sweep(figure, ['again', 'first', 'conflict'], 60);
  expect(harm(figure)).toEqual(none);
});
