import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { count, harm, newFigure, none, problem, report, runsOf, type Figure } from './figure.ts';
import { start, type Running } from './program.ts';
import { missingIn } from './texts.ts';
import type { Answer, Order } from './writer.ts';

type Writer = (order: Order) => Promise<Answer>;

const writerOf =
  ({ ask }: Running<Answer>): Writer =>
  (order) =>
    ask(order);

/** What has been saved so far and must be found: by hand, or last by each writer. */
interface Model {
  readonly root: string;
  readonly path: string;
  readonly begun: Uint8Array;
  readonly byHand: Set<string>;
  readonly last: [string, string];
  steps: number;
}

interface Two {
  readonly writers: readonly [Writer, Writer];
  readonly figure: Figure;
}

type Does = 'open' | 'manual' | 'autosave' | 'foreign' | 'both';

const step = (by: 0 | 1, does: Does): fc.AsyncCommand<Model, Two> => ({
  check: () => true,
  toString: () => `${does}(${by})`,
  run: async (model, { writers, figure }) => {
    model.steps += 1;
    count(figure, 'steps');
    if (does === 'open') await writers[by]({ does: 'open' });
    else if (does === 'foreign') {
      // A program that is not ours destroys what was not kept before; only saves by hand are older than that.
      writeFileSync(model.path, model.begun);
      figure.faults += 1;
      model.last[0] = '';
      model.last[1] = '';
    } else if (does === 'both') {
      const both = ([0, 1] as const).map((one) =>
        save(model, writers, figure, one, model.steps % 2 === 0 ? 'manual' : 'autosave'),
      );
      await Promise.all(both);
    } else await save(model, writers, figure, by, does);
    const gone = missingIn([model.root], [...model.byHand, ...model.last]);
    figure.lost += gone.length;
    if (gone.length === 0) return;
    const there = readdirSync(model.root, { recursive: true, encoding: 'utf8' }).join('\n');
    throw new Error(`after step ${model.steps} nowhere: ${gone.join(' ')}\n${there}`);
  },
});

async function save(
  model: Model,
  writers: Two['writers'],
  figure: Figure,
  by: 0 | 1,
  does: 'manual' | 'autosave',
): Promise<void> {
  const text = `Writer ${by}, step ${model.steps}.`;
  const answer = await writers[by]({ does, text });
  count(
    figure,
    { done: 'saves', conflict: 'conflict copies', failed: 'saves that were told to fail' }[answer],
  );
  if (answer === 'failed') return;
  if (answer === 'done' && does === 'manual') model.byHand.add(text);
  model.last[by] = text;
}

const writerNumber = fc.constantFrom<0 | 1>(0, 1);
const steps = fc.commands<Model, Two, false>(
  (['open', 'manual', 'autosave', 'autosave', 'foreign', 'both'] as const).map((does) =>
    writerNumber.map((writer) => step(writer, does)),
  ),
  { maxCommands: 12 },
);

async function playHistories(figure: Figure, runs: number, manner: string): Promise<void> {
  const programs = [
    start<Answer>('writer.ts', [manner, '0']),
    start<Answer>('writer.ts', [manner, '1']),
  ] as const;
  const writers: Two['writers'] = [writerOf(programs[0]), writerOf(programs[1])];
  const play = fc.asyncProperty(steps, async (history) => {
    figure.runs += 1;
    const root = temporaryFolder();
    const { articles } = await createLibrary(root, testPorts());
    const { file } = await articles.save(rewritten(someArticle(), 'Begun.'), null, { reason: 'manual' });
    const begun = readFileSync(join(root, file));
    for (const writer of writers) await writer({ does: 'begin', root, file });
    const path = join(root, file);
    const setup = () => ({
      model: { root, path, begun, byHand: new Set(['Begun.']), last: ['', ''], steps: 0 } satisfies Model,
      real: { writers, figure },
    });
    await fc.asyncModelRun(setup, history);
  });
  const checked = await fc.check(play, { numRuns: runs, seed: figure.seed });
  for (const { kill } of programs) await kill();
  if (checked.failed) {
    const why = checked.errorInstance instanceof Error ? checked.errorInstance.message : '';
    problem(figure, `${why}; ${fc.defaultReportMessage(checked) ?? 'a history failed'}`);
  }
  report(figure);
}

it('a control that writes plainly is caught: what one writer saved the other overwrites', async () => {
  const figure = newFigure('D8', 'two computers write one article', 'control');
  await playHistories(figure, runsOf(20, 100), 'plain');
  expect(figure.lost).toBeGreaterThan(0);
});

it('two writers: what anyone saved is in a file, a conflict copy or the history', async () => {
  const figure = newFigure(
    'D8',
    'two computers and a foreign program write one article: saved by hand, or last by each',
  );
  await playHistories(figure, runsOf(100, 1_000), 'copydesk');
  expect(harm(figure)).toEqual(none);
  expect(figure.counts['conflict copies']).toBeGreaterThan(0);
});
