import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { articleName } from '../../electron/core/fileNames.ts';
import { createIndexKeeper, indexPath } from '../../electron/core/libraryIndex/indexKeeper.ts';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { openLibrary } from '../../electron/core/openLibrary.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { defaultSettings } from '../../shared/ipc/settings.ts';
import { chooseRuntime } from '../support/electronBinary.ts';
import { generatedArticle, rareWord } from '../support/generatedLibrary.ts';
import { keptLibrary, type KeptLibrary } from '../support/keptLibrary.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { end, start, type Started } from '../support/runningApp.ts';
import { median } from './measure.ts';
import { cpuOf, memoryByKind, memoryOf } from './memory.ts';
import { rounded, type Topic } from './topic.ts';

/** A library with its index and settings, as a person leaves it who goes home with an article open. */
interface Desk {
  readonly count: number;
  readonly library: string;
  readonly data: string;
  readonly folder: string;
  /** Puts the library by for another run. */
  readonly keep: KeptLibrary['keep'];
}

const sheet = (page: Page) => page.locator('.ProseMirror');
const panel = (page: Page) => page.getByRole('complementary', { name: 'Library' });

async function makeDesk(folder: string, count: number): Promise<Desk> {
  const { root: library, keep } = await keptLibrary(count);
  const data = join(folder, `data-${count}`);
  const { library: made } = await openLibrary(library, nodePorts);
  await mkdir(data);
  // As an earlier run of the application left it.
  const path = indexPath(data, made.id);
  const keeper = await createIndexKeeper({ ports: nodePorts, library: made, path });
  await keeper.lookAtAll();
  keeper.close();
  const { id } = generatedArticle({ number: count - 1 });
  const recent = [{ id, title: 'The last one', caret: 1, scroll: 0 }];
  await writeFile(join(data, 'settings.json'), JSON.stringify({ ...defaultSettings, recent }));
  return { count, library, data, folder, keep };
}

let profiles = 0;

async function open(desk: Desk): Promise<{
  readonly started: Started;
  readonly page: Page;
  readonly profile: string;
  readonly root: number;
}> {
  const profile = join(desk.folder, `profile-${(profiles += 1)}`);
  const args = [projectRoot, `--copydesk-data=${desk.data}`, `--copydesk-library=${desk.library}`];
  const started = await start({ runtime: chooseRuntime(), args, env: {}, profileFolder: profile });
  const page = await started.application.firstWindow();
  return { started, page, profile, root: started.application.process().pid ?? 0 };
}

interface Round {
  readonly editable: number;
  readonly cpu: number;
  readonly listed: number;
  readonly memory: ReadonlyMap<string, number>;
}

const allListed = (page: Page, count: number, timeout: number) =>
  expect(panel(page)).toContainText(`${count.toLocaleString('en')} article`, { timeout });

async function startOnce(desk: Desk): Promise<Round> {
  const begun = performance.now();
  const { started, page, profile, root } = await open(desk);
  try {
    await expect(sheet(page)).toHaveAttribute('contenteditable', 'true', { timeout: 60_000 });
    const editable = performance.now() - begun;
    const cpu = cpuOf(root);
    await allListed(page, desk.count, 60_000);
    const listed = performance.now() - begun;
    // The background look through the folder is over, and so is what the start left to idle moments.
    await expect(page.getByText(/^Reading articles/u)).toHaveCount(0, { timeout: 120_000 });
    await setTimeout(4000);
    return { editable, cpu, listed, memory: memoryByKind(root) };
  } finally {
    await end(started, profile);
  }
}

/** What a person does with a large library, once, each timed in milliseconds. */
async function work(desk: Desk): Promise<readonly (readonly [string, number])[]> {
  const { started, page, profile, root } = await open(desk);
  const times: (readonly [string, number])[] = [];
  const timed = async (what: string, task: () => Promise<unknown>) => {
    const begun = performance.now();
    await task();
    times.push([what, performance.now() - begun]);
  };
  try {
    await allListed(page, desk.count, 60_000);
    const search = page.getByRole('searchbox', { name: 'Search the library' });
    const rows = page.getByRole('grid', { name: 'Articles' }).getByRole('row');
    await timed('a rare word is found', async () => {
      await search.fill(rareWord);
      await expect(panel(page)).toContainText(`${Math.floor(desk.count / 1000)} articles found`, {
        timeout: 60_000,
      });
    });
    await search.fill('');
    await allListed(page, desk.count, 60_000);
    await rows.first().getByRole('button').first().focus();
    const oldest = generatedArticle({ number: 0 }).body.child(1).textContent;
    await timed('the last line of the list is shown', async () => {
      await page.keyboard.press('End');
      await expect(page.getByText(oldest).first()).toBeVisible({ timeout: 60_000 });
    });
    await timed('it is opened', async () => {
      await page.keyboard.press('Enter');
      await expect(sheet(page)).toContainText(oldest, { timeout: 60_000 });
    });
    await timed('a word is typed and saved', async () => {
      await sheet(page).getByText(oldest).click();
      // The click may lie inside a word.
      await page.keyboard.press('End');
      await page.keyboard.type(' Kartoffelpuffer');
      await page.keyboard.press('Control+s');
      await expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/u)).toBeVisible({ timeout: 60_000 });
    });
    await timed('and found', async () => {
      await search.fill('kartoffelpuffer');
      await expect(panel(page)).toContainText('1 article found', { timeout: 60_000 });
    });
    await timed('what another program wrote is found', async () => {
      await search.fill('winterreise');
      const other = generatedArticle({ number: Math.floor(desk.count / 2) });
      const text = new TextDecoder().decode(articleToBytes(other));
      const words = JSON.stringify(other.body.child(1).textContent);
      await writeFile(join(desk.library, articleName(other)), text.replace(words, '"Winterreise"'));
      await expect(panel(page)).toContainText('1 article found', { timeout: 60_000 });
    });
    times.push(['memory of all processes afterwards, MB', memoryOf(root) ?? Number.NaN]);
    return times;
  } finally {
    await end(started, profile);
  }
}

async function measure(count: number, rounds: number): Promise<readonly (readonly string[])[]> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-bench-'));
  try {
    const [small, large] = [await makeDesk(folder, 1), await makeDesk(folder, count)];
    // The first start of each fills the caches.
    for (const desk of [small, large]) await startOnce(desk);
    const smalls: Round[] = [];
    const larges: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      smalls.push(await startOnce(small));
      larges.push(await startOnce(large));
    }
    const row = (what: string, of: (round: Round) => number) => {
      const [one, many] = [median(smalls.map(of)), median(larges.map(of))];
      return [what, rounded(many, 0), rounded(one, 0), rounded(many / one, 2)];
    };
    const kinds = new Set([...smalls, ...larges].flatMap(({ memory }) => [...memory.keys()]));
    const sum = (memory: Round['memory']) => [...memory.values()].reduce((all, one) => all + one, 0);
    const done = await work(large);
    await small.keep([0]);
    await large.keep([0, Math.floor(count / 2)]);
    return [
      row('spawn to editable, ms', ({ editable }) => editable),
      row('processor time of all processes until then, ms', ({ cpu }) => cpu),
      row('spawn to the list, counted, ms', ({ listed }) => listed),
      row('memory of all processes, MB', ({ memory }) => sum(memory)),
      ...[...kinds].map((kind) => row(`… ${kind}, MB`, ({ memory }) => memory.get(kind) ?? 0)),
      ...done.map(([what, time]) => [what, rounded(time, 0), '–', '–']),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A start with a large library against one with a single article, in turns; then an hour's work in the large one. */
export const bigLibraryTopic: Topic = {
  name: 'bigLibrary',
  size: { unit: 'articles', values: [100_000] },
  rounds: 5,
  heads: ['step', 'Copydesk', 'with one article', '÷'],
  notes:
    'Both start on the library that they had the last time, with its index, and open the article that was open last; in turns. Memory is the proportional share of every process, four seconds after the look through the folder has ended. What follows is done once in the large library, in milliseconds as a person would see it, with the search, the scroll and the look of the window in it.',
  measure: (count, { rounds }) => measure(count, rounds),
};
