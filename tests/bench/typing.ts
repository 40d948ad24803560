import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type CDPSession, type Page } from '@playwright/test';
import { build } from 'vite';
import { articleName } from '../../electron/core/fileNames.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { bodyBlocks } from '../../shared/article/text.ts';
import { findChromium } from '../support/chromium.ts';
import { chooseRuntime } from '../support/electronBinary.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { end, start } from '../support/runningApp.ts';
import { articleOf } from './articles.ts';
import { median, quantile, typeKeys, watchKeys, type KeyCost } from './measure.ts';
import { rounded, type Topic } from './topic.ts';

interface TypingRow {
  readonly candidate: string;
  readonly latency: number;
  readonly latency95: number;
  readonly work: number;
  readonly script: number;
}

type Mounts = typeof globalThis & {
  mountProseMirror?: (json: unknown) => void;
  mountPlain?: (paragraphs: readonly string[]) => void;
};

async function bundlePeers(): Promise<string> {
  const result = await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: 'tests/bench/pages/prosemirror.ts', formats: ['iife'], name: 'peers' },
    },
  });
  const output = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunk = output.find((file) => file.type === 'chunk');
  if (chunk === undefined) throw new Error('The peers were not bundled');
  return chunk.code;
}

// Types in Copydesk, in bare ProseMirror and in a plain contenteditable on one article, in turn; the peers have a second process of the same Chromium.
async function typing(words: number, rounds: number, keys: number): Promise<readonly TypingRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-bench-'));
  const library = join(folder, 'library');
  await mkdir(library);
  const article = articleOf(words);
  await writeFile(join(library, articleName(article)), articleToBytes(article));
  const started = await start({
    runtime: chooseRuntime(),
    args: [projectRoot, `--copydesk-data=${join(folder, 'data')}`, `--copydesk-library=${library}`],
    env: {},
    profileFolder: join(folder, 'profile'),
  });
  // The host closes every page that is not Copydesk's: the peers have the same Chromium to themselves.
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const app = await started.application.firstWindow();
    await app.getByRole('row').getByRole('button').first().click();
    const blocks = app.locator('.ProseMirror > *');
    await expect(blocks.nth(10)).toBeAttached();
    const middle = blocks.nth((await blocks.count()) >> 1);
    await middle.scrollIntoViewIfNeeded();
    await middle.click({ position: { x: 60, y: 12 } });
    const code = await bundlePeers();
    const peer = async (mount: (page: Page) => Promise<void>): Promise<Page> => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.setContent(
        '<!doctype html><meta charset="utf-8"><body style="width:640px;font:18px/1.5 serif">',
      );
      await page.addScriptTag({ content: code });
      await mount(page);
      return page;
    };
    const bare = await peer(
      (page) =>
        page.evaluate((json) => (globalThis as Mounts).mountProseMirror?.(json), article.body.toJSON()), // set by the bundle
    );
    const plain = await peer((page) =>
      page.evaluate(
        (texts) => (globalThis as Mounts).mountPlain?.(texts), // set by the bundle
        bodyBlocks(article.body).map(({ node }) => node.textContent),
      ),
    );
    const candidates: [string, Page, CDPSession, KeyCost[]][] = [];
    for (const [name, page] of [
      ['Copydesk', app],
      ['bare ProseMirror', bare],
      ['contenteditable', plain],
    ] as const) {
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      await watchKeys(page);
      candidates.push([name, page, session, []]);
    }
    for (let round = 0; round <= rounds; round += 1) {
      for (const [, page, session, costs] of candidates) {
        const cost = await typeKeys(page, session, keys);
        if (round > 0) costs.push(cost);
      }
    }
    return candidates.map(([candidate, , , costs]) => ({
      candidate,
      latency: median(costs.flatMap((cost) => cost.latency)),
      latency95: quantile(
        costs.flatMap((cost) => cost.latency),
        0.95,
      ),
      work: median(costs.map((cost) => cost.work)),
      script: median(costs.map((cost) => cost.script)),
    }));
  } finally {
    await browser.close();
    await end(started, join(folder, 'profile'));
    await rm(folder, { recursive: true, force: true });
  }
}

/** Typing in a long article: what a key costs, and when it is seen. */
export const typingTopic: Topic = {
  name: 'typing',
  size: { unit: 'words', values: [600, 10_000] },
  rounds: 5,
  heads: [
    'editor',
    'key to paint, median ms',
    'p95 ms',
    'work per key ms',
    'script per key ms',
    'work ÷ bare ProseMirror',
  ],
  measure: async (words, { rounds, keys }) => {
    const rows = await typing(words, rounds, keys);
    const bare = rows.find(({ candidate }) => candidate === 'bare ProseMirror')?.work ?? Number.NaN;
    return rows.map(({ candidate, latency, latency95, work, script }) => [
      candidate,
      ...[latency, latency95, work, script].map((one) => rounded(one)),
      rounded(work / bare, 2),
    ]);
  },
};
