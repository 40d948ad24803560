import { utimesSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isArticleName } from '../../electron/core/fileNames.ts';
import { createJournal } from '../../electron/core/journal.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { recoverDrafts } from '../../electron/core/recovery.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts, type TestClock } from '../support/testPorts.ts';
import { count, harm, newFigure, none, problem, randomOf, report, runsOf, type Figure } from './figure.ts';

const hour = 60 * 60 * 1000;
const article = someArticle();
const saves = 60;

const jumps: readonly ((clock: TestClock) => number)[] = [
  () => Date.UTC(1990, 0, 1),
  () => Date.UTC(2099, 11, 31),
  (clock) => clock.now() - hour,
  (clock) => clock.now() + hour,
  (clock) => clock.now() - 24 * hour,
  () => Date.UTC(2026, 5, 1),
];

/** Sixty manual saves, the clock jumping between some; whatever it says, order is by rev and nothing goes. */
async function edit(figure: Figure, random: () => number): Promise<void> {
  const [root, userData] = [temporaryFolder(), temporaryFolder()];
  const ports = testPorts();
  const { articles, history, library } = await createLibrary(root, ports);
  const journal = createJournal(ports, userData, library.id);
  const jump = () => {
    const to = jumps[Math.floor(random() * jumps.length)];
    if (to !== undefined) ports.clock.set(to(ports.clock));
    figure.faults += 1;
  };
  let base: { readonly hash: string } | null = null;
  for (let index = 1; index <= saves; index += 1) {
    if (random() < 0.3) jump();
    ports.clock.pass(60_000);
    base = await articles.save(rewritten(article, `Version ${index}.`), base, { reason: 'manual' });
  }
  const versions = await history.list(article.id);
  count(figure, 'versions kept', versions.length);
  const found = new Set<string>();
  for (const { name } of versions)
    found.add((await history.read(article.id, name)).article.body.lastChild?.textContent ?? '');
  for (let index = 1; index <= saves; index += 1)
    if (!found.has(`Version ${index}.`)) {
      figure.lost += 1;
      problem(figure, `version ${index} was purged`);
    }
  const revs = versions.map(({ rev }) => rev);
  if (revs.some((rev, index) => index > 0 && rev > (revs[index - 1] ?? 0)))
    problem(figure, 'the history is not in the order in which it was made');
  // Two files of one article: the older version has the newer time.
  const old = versions.at(-1);
  if (old !== undefined) {
    const older = (await history.read(article.id, old.name)).article;
    await articles.save({ ...older }, { hash: 'unknown' }).catch(() => undefined);
  }
  const future = new Date('2099-01-01T00:00:00Z');
  const past = new Date('1990-01-01T00:00:00Z');
  for (const name of readdirSync(root).filter(isArticleName)) {
    const time = name.includes('.conflict-') ? future : past;
    utimesSync(join(root, name), time, time);
  }
  const winner = (await (await createLibrary(root, ports)).articles.open(article.id)).article;
  judge(figure, 'the file that opens', winner.body.lastChild?.textContent, `Version ${saves}.`);
  // The newest draft by its count of edits, with the clock running back.
  await journal.append(rewritten(article, 'Draft 1.'), { session: 'one', edit: 1, base: null });
  jump();
  await journal.append(rewritten(article, 'Draft 2.'), { session: 'one', edit: 2, base: null });
  const { recovered } = await recoverDrafts(journal, library, articles);
  const drafts = recovered.map(({ draft }) => draft.body.lastChild?.textContent).join();
  judge(figure, 'the draft that is offered', drafts, 'Draft 2.');
}

function judge(figure: Figure, what: string, found: string | undefined, right: string): void {
  count(figure, 'winners judged');
  if (found === right) return;
  figure.torn += 1;
  problem(figure, `${what} is “${found}” instead of “${right}”`);
}

it('clock jumps purge no version and choose no winner', async () => {
  const figure = newFigure('D12', `clock jumps between ${saves} manual saves; torn = wrong winners`);
  const random = randomOf(figure.seed);
  const runs = runsOf(10, 200);
  for (; figure.runs < runs; figure.runs += 1) await edit(figure, random);
  report(figure);
  expect(harm(figure)).toEqual(none);
  expect(figure.counts['versions kept']).toBeGreaterThanOrEqual(runs * saves);
});
