import { expect, it } from 'vitest';
import type { Article } from '../../shared/article/article.ts';
import { createJournal } from '../../electron/core/journal.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { recoverDrafts } from '../../electron/core/recovery.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { count, harm, newFigure, none, problem, randomOf, report, runsOf, type Figure } from './figure.ts';
import { start } from './program.ts';
import { typedBy } from './typed.ts';

type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'tick'; readonly late: number }
  | { readonly kind: 'typed' | 'writing' | 'written'; readonly at: number }
  | { readonly kind: 'saved'; readonly edit: number }
  | { readonly kind: 'failed'; readonly problem: string };

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Killed {
  readonly id: string;
  /** When each character was typed. */
  readonly moments: readonly number[];
  readonly at: number;
  /** The characters of the newest acknowledged save. */
  readonly saved: number;
  /** Whether the computer stood still for it. */
  readonly stalled: boolean;
}

/** Kills every typist at a moment of its own, from a third of a second after all have begun. */
async function killTypists(
  root: string,
  userData: string,
  delays: readonly number[],
): Promise<readonly Killed[]> {
  const typists = delays.map((delay, index) => {
    const id = idOf(index);
    return { id, delay, ...start<Told>('typist.ts', [root, userData, id]) };
  });
  await Promise.all(typists.map(({ until }) => until(({ kind }) => kind === 'ready')));
  for (const { child } of typists) child.send('begin');
  return Promise.all(
    typists.map(async ({ id, delay, kill, messages }) => {
      await pause(delay);
      const at = Date.now();
      await kill();
      return { id, at, ...readMessages(messages, at) };
    }),
  );
}

// The promise is of a computer that keeps up: not one that leaves a process without a turn, or a disk write waiting.
const stall = 300;

function readMessages(messages: readonly Told[], killed: number) {
  const moments: number[] = [];
  let saved = 0;
  let stalled = false;
  let writing: number | null = null;
  for (const message of messages) {
    if (message.kind === 'typed') moments.push(message.at);
    else if (message.kind === 'saved') saved = message.edit;
    else if (message.kind === 'tick') stalled ||= message.late > stall;
    else if (message.kind === 'failed') throw new Error(message.problem);
    else if (message.kind === 'writing') writing = message.at;
    else if (message.kind === 'written') {
      stalled ||= message.at - (writing ?? message.at) > stall;
      writing = null;
    }
  }
  return { moments, saved, stalled: stalled || (writing !== null && killed - writing > stall) };
}

const idOf = (index: number): string => `${String(100 + index)}${'7'.repeat(29)}`;
const firstParagraph = (article: Article): string => article.body.child(5).textContent;

/** What a start finds of all that was typed; answers the loss of each run, in milliseconds. */
async function judge(figure: Figure, root: string, userData: string, all: readonly Killed[]) {
  const { articles, library } = await createLibrary(root, testPorts());
  const journal = createJournal(testPorts(), userData, library.id);
  const { recovered, unreadable, problems, quarantined } = await recoverDrafts(journal, library, articles);
  for (const one of [...unreadable, ...problems]) problem(figure, JSON.stringify(one));
  count(figure, 'torn tails put aside', quarantined.length);
  return Promise.all(
    all.map(async ({ id, moments, at, saved, stalled }) => {
      const { article, readOnly } = await articles.open(id);
      if (readOnly !== null) figure.torn += 1;
      const drafts = recovered.filter((one) => one.id === id);
      if (drafts.length > 1) problem(figure, `${id}: offered ${drafts.length} times`);
      const file = firstParagraph(article);
      const texts = [file, ...drafts.map(({ draft }) => firstParagraph(draft))];
      for (const text of texts) {
        if (text === typedBy(id, text.length)) continue;
        figure.torn += 1;
        problem(figure, `${id}: “${text}” was never typed into it`);
      }
      if (file.length < saved) figure.lost += 1;
      count(figure, drafts.length > 0 ? 'offered as recovered' : 'all of it saved');
      const kept = Math.max(...texts.map(({ length }) => length));
      count(figure, 'characters typed', moments.length);
      const firstLost = moments[kept];
      return { loss: firstLost === undefined ? 0 : Math.max(0, at - firstLost), stalled };
    }),
  );
}

it('kill -9 while typing: at most 1.5 s of typing is gone, 1.0 s at p99', async () => {
  const figure = newFigure('D2', 'kill -9 while typing 10 characters/s');
  const random = randomOf(figure.seed);
  const runs = runsOf(100, 2_000);
  const losses: number[] = [];
  let worst = 0;
  for (let run = 0; run < runs;) {
    const [root, userData] = [temporaryFolder(), temporaryFolder()];
    await createLibrary(root, testPorts());
    const delays = Array.from({ length: Math.min(20, runs - run) }, () => 300 + random() * 6_000);
    const killed = await killTypists(root, userData, delays);
    run += killed.length;
    figure.runs += killed.length;
    figure.faults += killed.length;
    for (const { loss, stalled } of await judge(figure, root, userData, killed)) {
      worst = Math.max(worst, loss);
      count(figure, 'on a stalled computer', stalled ? 1 : 0);
      if (!stalled) losses.push(loss);
    }
  }
  losses.sort((a, b) => a - b);
  figure.worstLoss = losses.at(-1) ?? null;
  figure.counts['loss p50 ms'] = losses[Math.floor(losses.length / 2)] ?? 0;
  const p99 = losses[Math.ceil(losses.length * 0.99) - 1] ?? 0;
  figure.counts['loss p99 ms'] = p99;
  figure.counts['worst ms with the stalled ones'] = worst;
  report(figure);
  expect(harm(figure)).toEqual(none);
  expect(figure.worstLoss ?? 0).toBeLessThanOrEqual(1_500);
  expect(p99).toBeLessThanOrEqual(1_000);
});
