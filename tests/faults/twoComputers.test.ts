import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conflictOf } from '../../electron/core/conflictOf.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { count, harm, newFigure, none, problem, report, runsOf, type Figure } from './figure.ts';
import { start, type Running } from './program.ts';
import { createSyncTool, type Side, type SyncTool } from './syncTool.ts';
import { missingIn } from './texts.ts';
import type { Answer } from './writer.ts';

/** What each computer's person has saved and must find again: by hand, or last. */
interface Model {
  readonly roots: readonly [string, string];
  readonly tool: SyncTool;
  readonly byHand: Set<string>;
  readonly last: [string, string];
  steps: number;
}

interface Desk {
  readonly writers: readonly [Running<Answer>, Running<Answer>];
  readonly figure: Figure;
}

type Act =
  | { readonly what: 'open' | 'manual' | 'autosave' | 'scan' }
  | { readonly what: 'deliver' | 'announce'; readonly pick: number }
  | { readonly what: 'settle'; readonly keep: 'mine' | 'theirs' | 'both' };

async function act(model: Model, { writers, figure }: Desk, side: Side, doing: Act): Promise<void> {
  const { tool, byHand, last } = model;
  const writer = writers[side];
  switch (doing.what) {
    case 'scan':
      return tool.scan(side);
    case 'deliver':
    case 'announce':
      figure.faults += 1;
      return tool[doing.what](side, doing.pick);
    case 'open':
      return void (await writer.ask({ does: 'open' }));
    case 'settle':
      return count(figure, `settled: ${await writer.ask({ does: 'settle', keep: doing.keep })}`);
    case 'manual':
    case 'autosave': {
      const text = `Computer ${side}, step ${model.steps}.`;
      const answer = await writer.ask({ does: doing.what, text });
      count(
        figure,
        { done: 'saves', conflict: 'conflict copies', failed: 'saves that were told to fail' }[answer],
      );
      if (answer === 'failed') return;
      if (answer === 'done' && doing.what === 'manual') byHand.add(text);
      last[side] = text;
    }
  }
}

const step = (side: Side, doing: Act): fc.AsyncCommand<Model, Desk> => ({
  check: () => true,
  toString: () => `${JSON.stringify(doing)} on ${side}`,
  run: async (model, desk) => {
    model.steps += 1;
    count(desk.figure, 'steps');
    await act(model, desk, side, doing);
    expectAll(model, desk.figure, model.roots, `after step ${model.steps}`);
  },
});

function expectAll(
  { roots, byHand, last }: Model,
  figure: Figure,
  where: readonly string[],
  when: string,
): void {
  const gone = missingIn(where, [...byHand, ...last]);
  figure.lost += gone.length;
  if (gone.length === 0) return;
  const there = roots.map((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).join('\n'));
  throw new Error(`${when} nowhere: ${gone.join(' ')}\n${there.join('\n--\n')}`);
}

const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constantFrom('open' as const, 'manual' as const, 'autosave' as const, 'scan' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constantFrom('deliver' as const, 'deliver' as const, 'announce' as const),
      pick: fc.nat(20),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('settle' as const),
      keep: fc.constantFrom('mine' as const, 'theirs' as const, 'both' as const),
    }),
  },
);
const histories = fc.commands<Model, Desk, false>(
  [fc.tuple(fc.constantFrom<Side>(0, 1), acts).map(([side, doing]) => step(side, doing))],
  { maxCommands: 24, size: 'max' },
);

async function playHistories(figure: Figure, runs: number, manner: string): Promise<void> {
  const writers = [
    start<Answer>('writer.ts', [manner, '0']),
    start<Answer>('writer.ts', [manner, '1']),
  ] as const;
  const play = fc.asyncProperty(histories, async (history) => {
    figure.runs += 1;
    const folder = temporaryFolder();
    const roots = [join(folder, 'one'), join(folder, 'two')] as const;
    const { articles } = await createLibrary(roots[0], testPorts());
    const { file } = await articles.save(rewritten(someArticle(), 'Begun.'), null, { reason: 'manual' });
    cpSync(roots[0], roots[1], { recursive: true });
    const tool = createSyncTool(roots);
    tool.settle();
    for (const side of [0, 1] as const) await writers[side].ask({ does: 'begin', root: roots[side], file });
    const model: Model = { roots, tool, byHand: new Set(['Begun.']), last: ['', ''], steps: 0 };
    await fc.asyncModelRun(() => ({ model, real: { writers, figure } }), history);
    tool.settle();
    // In step again: each computer by itself has all of it.
    for (const side of [0, 1] as const) expectAll(model, figure, [roots[side]], `in step, on ${side}`);
    count(figure, 'conflicts of the sync tool', tool.conflicts());
    const copies = readdirSync(roots[0]).filter((name) => conflictOf(name) !== null);
    count(figure, 'copies left to decide about', copies.length);
  });
  const checked = await fc.check(play, { numRuns: runs, seed: figure.seed });
  for (const { kill } of writers) await kill();
  if (checked.failed) {
    const why = checked.errorInstance instanceof Error ? checked.errorInstance.message : '';
    problem(figure, `${why}; ${fc.defaultReportMessage(checked) ?? 'a history failed'}`);
  }
  report(figure);
}

it('a control that writes plainly is caught: what came from the other computer is overwritten', async () => {
  const figure = newFigure('D11', 'two computers, one folder kept in step late', 'control');
  await playHistories(figure, runsOf(20, 100), 'plain');
  expect(figure.lost).toBeGreaterThan(0);
});

it('two computers: what anyone saved is on both once they are in step, and on one of them before', async () => {
  const figure = newFigure(
    'D11',
    'two computers, one folder kept in step late, with conflict files and empty files',
  );
  await playHistories(figure, runsOf(100, 500), 'copydesk');
  expect(harm(figure)).toEqual(none);
  expect(figure.counts['conflicts of the sync tool']).toBeGreaterThan(0);
  expect(figure.counts['conflict copies']).toBeGreaterThan(0);
});
