import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { articleToJson } from '../../shared/article/article.ts';
import { requireChromium } from '../support/chromium.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { articleOf } from './articles.ts';
import { bundle } from './bundle.ts';
import { measuring, median, metrics } from './measure.ts';
import type { OpenPreview } from './pages/preview.ts';
import { rounded, type Topic } from './topic.ts';

const updates = 10;

type PreviewPage = typeof globalThis & {
  readonly openPreview: (name: string, json: unknown, css: string) => Promise<OpenPreview>;
  readonly previewNames: readonly string[];
  opened?: OpenPreview;
};

interface Way {
  readonly name: string;
  readonly page: Page;
  readonly session: CDPSession;
  readonly work: number[];
  kept: number;
}

async function oneRound(way: Way, counts: boolean): Promise<void> {
  const { name, page, session } = way;
  await page.bringToFront();
  await page.evaluate((times) => (globalThis as PreviewPage).opened?.prepare(times), updates); // set below
  const before = await metrics(session);
  const kept = await page.evaluate(() => (globalThis as PreviewPage).opened?.run()); // as above
  const after = await metrics(session);
  const isRight = await page.evaluate(() => (globalThis as PreviewPage).opened?.isRight()); // as above
  if (isRight !== true) throw new Error(`${name} shows another page than a fresh load`);
  if (!counts) return;
  way.work.push((((after['TaskDuration'] ?? 0) - (before['TaskDuration'] ?? 0)) * 1000) / updates);
  way.kept += kept ?? 0;
}

async function previews(words: number, rounds: number): Promise<readonly Way[]> {
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const code = await bundle('tests/bench/pages/preview.ts');
    const css = readFileSync(join(projectRoot, 'assets', 'themes', 'broadsheet.css'), 'utf8');
    const json = articleToJson(articleOf(words));
    const ways: Way[] = [];
    let names: readonly string[] = ['Copydesk'];
    for (let at = 0; at < names.length; at += 1) {
      const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
      await page.setContent('<!doctype html><meta charset="utf-8"><body>');
      await page.evaluate(code);
      names = await page.evaluate(() => (globalThis as PreviewPage).previewNames); // set by the script
      const name = names[at] ?? '';
      await page.evaluate(
        async ([wanted, article, style]) => {
          const scope = globalThis as PreviewPage; // set by the script
          scope.opened = await scope.openPreview(wanted, article, style);
        },
        [name, json, css] as const,
      );
      ways.push({ name, page, session: await measuring(page), work: [], kept: 0 });
    }
    for (let round = 0; round <= rounds; round += 1) for (const way of ways) await oneRound(way, round > 0);
    return ways;
  } finally {
    await browser.close();
  }
}

/** Preview: one character was typed in mid-article; what showing it costs the thread that the editor lives on. */
export const previewTopic: Topic = {
  name: 'preview',
  size: { unit: 'words', values: [600, 5000, 50_000] },
  rounds: 5,
  heads: ['preview', 'work per update ms', '÷ morphdom', 'scroll kept %'],
  notes: `Means of ${updates} updates, medians of the rounds: all work of the page’s main thread, layout and paint of the frame included. The scroll is kept where what is in view stays in its place. After each round every page is held against a fresh load.`,
  measure: async (words, { rounds }) => {
    const ways = await previews(words, rounds);
    const peer = median(ways.find(({ name }) => name === 'morphdom')?.work ?? []);
    return ways.map(({ name, work, kept }) => [
      name,
      rounded(median(work), 2),
      rounded(median(work) / peer, 2),
      rounded((100 * kept) / (updates * rounds), 0),
    ]);
  },
};
