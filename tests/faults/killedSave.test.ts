import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryPattern } from '../../electron/core/atomicWrite.ts';
import { isArticleName } from '../../electron/core/fileNames.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { readArticle } from '../../electron/core/readArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { count, harm, newFigure, none, problem, randomOf, report, runsOf, type Figure } from './figure.ts';
import { start } from './program.ts';

interface Told {
  readonly kind: 'saving' | 'writing' | 'saved';
  readonly rev: number;
}

const phases = { saving: 'in a save', writing: 'while writing', saved: 'between saves' };
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Kills a saver somewhere in its first saves; answers the last rev that it acknowledged, 0 for none. */
async function killSaver(root: string, writer: string, delay: number, figure: Figure): Promise<number> {
  const saver = start<Told>('saver.ts', [root, writer]);
  await saver.until(({ kind }) => kind === 'writing');
  await pause(delay);
  await saver.kill();
  figure.faults += 1;
  const { messages } = saver;
  count(figure, `killed ${phases[messages.at(-1)?.kind ?? 'saved']}`);
  return messages.findLast(({ kind }) => kind === 'saved')?.rev ?? 0;
}

function judge(figure: Figure, root: string, acknowledged: number): void {
  const files = readdirSync(root).filter(isArticleName);
  const [file] = files;
  if (files.length > 1) problem(figure, `run ${figure.runs}: ${files.join(', ')}`);
  if (file === undefined) {
    if (acknowledged > 0) figure.missing += 1;
    return;
  }
  const bytes = readFileSync(join(root, file));
  if (bytes.length === 0) figure.empty += 1;
  else
    try {
      const { article, readOnly } = readArticle(bytes);
      if (readOnly !== null) figure.torn += 1;
      else if (article.rev < acknowledged) figure.lost += 1;
    } catch {
      figure.torn += 1;
    }
}

/** What the next start sweeps an hour later, and whether that is all. */
async function sweep(figure: Figure, root: string): Promise<void> {
  const temporaries = () => readdirSync(root).filter((name) => temporaryPattern.test(name)).length;
  count(figure, 'orphan temps', temporaries());
  const ports = testPorts();
  ports.clock.set(Date.now() + 61 * 60 * 1000);
  await (await createLibrary(root, ports)).sweep();
  count(figure, 'left after the sweep', temporaries());
}

async function killMany(figure: Figure, runs: number, writer: 'copydesk' | 'plain'): Promise<void> {
  const random = randomOf(figure.seed);
  const lane = async (of: number) => {
    let root = temporaryFolder();
    let seen = 0;
    for (let run = 0; run < of; run += 1) {
      const acknowledged = await killSaver(root, writer, random() * 25, figure);
      seen = Math.max(seen, acknowledged);
      figure.runs += 1;
      const before = figure.torn + figure.empty + figure.missing;
      judge(figure, root, seen);
      await sweep(figure, root);
      // What the control has destroyed it must not be asked to save over.
      if (figure.torn + figure.empty + figure.missing > before) {
        root = temporaryFolder();
        seen = 0;
      }
    }
  };
  await Promise.all([lane(Math.ceil(runs / 2)), lane(Math.floor(runs / 2))]);
  report(figure);
}

it('a control that writes plainly is caught: kills in its saves destroy files', async () => {
  const figure = newFigure('D1', 'kill -9 during save', 'control');
  await killMany(figure, runsOf(40, 200), 'plain');
  expect(figure.torn + figure.empty).toBeGreaterThan(0);
});

it('kill -9 during save: the file is whole, and holds what was acknowledged', async () => {
  const figure = newFigure('D1', 'kill -9 during save');
  await killMany(figure, runsOf(500, 10_000), 'copydesk');
  expect(harm(figure)).toEqual(none);
  expect(figure.counts['killed while writing']).toBeGreaterThan(figure.runs / 4);
  expect(figure.counts['left after the sweep']).toBe(0);
});
