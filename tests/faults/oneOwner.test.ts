import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { count, harm, newFigure, none, problem, report, runsOf, scale, type Figure } from './figure.ts';
import type { Wanted } from './lockOwner.ts';
import { start, type Running } from './program.ts';

type Manner = 'copydesk' | 'heartbeat';
type Owner = Running<Wanted>;

const sleeps = scale === null ? 5_000 : 60_000;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Notes the longest of a kind, in whole milliseconds. */
function longest(figure: Figure, name: string, milliseconds: number): void {
  figure.counts[name] = Math.max(figure.counts[name] ?? 0, Math.ceil(milliseconds));
}

/** Asks a program that must be refused; that it is not is a split brain. */
async function askInVain(figure: Figure, other: Owner, when: string): Promise<void> {
  const { got, after } = await other.ask('take');
  count(figure, got ? 'split brains' : 'refused');
  if (got) problem(figure, `run ${figure.runs}: two owners ${when}`);
  else longest(figure, 'worst refusal ms', after);
}

/** The first owner sleeps, and is then killed: nobody gets in before that, and one does at once after it. */
async function playOwner(figure: Figure, manner: Manner, sleep: number): Promise<void> {
  figure.runs += 1;
  const folder = temporaryFolder();
  const root = join(folder, 'library');
  await createLibrary(root, testPorts());
  symlinkSync(root, join(folder, 'another path'));
  const program = (profile: string, path = root) =>
    start<Wanted>('lockOwner.ts', [manner, join(folder, profile), path]);
  const owner = program('profile');
  // The same profile as a tool would use it, another one, and another one by another path.
  const others = [program('profile'), program('portable'), program('third', join(folder, 'another path'))];
  try {
    if (!(await owner.ask('take')).got) problem(figure, `run ${figure.runs}: a free library was refused`);
    for (const other of others) await askInVain(figure, other, 'while the first one was awake');
    if (sleep > 0) {
      owner.child.kill('SIGSTOP');
      figure.faults += 1;
      for (const end = performance.now() + sleep; performance.now() < end; await pause(250))
        for (const other of others) await askInVain(figure, other, 'while the first one slept');
    }
    await owner.kill();
    figure.faults += 1;
    const killed = performance.now();
    const [next] = others;
    while (next !== undefined && !(await next.ask('take')).got) {
      if (performance.now() - killed > 5_000) break;
    }
    longest(figure, 'free after ms', performance.now() - killed);
    for (const other of others.slice(1)) await askInVain(figure, other, 'after the first one was killed');
  } finally {
    for (const { kill, child } of [owner, ...others]) if (child.connected) await kill();
  }
}

it('a control whose lock must be kept fresh is caught: it is lost by an owner who sleeps', async () => {
  const figure = newFigure('D10', 'one owner of a library: asleep, killed', 'control');
  await playOwner(figure, 'heartbeat', 5_000);
  report(figure);
  expect(figure.counts['split brains']).toBeGreaterThan(0);
});

it('one owner of a library, across profiles and paths: refused at once, asleep or not, and free when it is killed', async () => {
  const figure = newFigure('D10', 'one owner of a library, three others in other profiles: asleep, killed');
  const runs = runsOf(8, 100);
  for (let run = 0; run < runs; run += 1)
    await playOwner(figure, 'copydesk', run === 0 ? sleeps : (run % 4) * 100);
  report(figure);
  expect(harm(figure)).toEqual(none);
  expect(figure.counts['split brains'] ?? 0).toBe(0);
  expect(figure.counts['refused']).toBeGreaterThan(runs * 5);
  expect(figure.counts['worst refusal ms']).toBeLessThan(1_000);
  expect(figure.counts['free after ms']).toBeLessThan(1_000);
});
