import { chromium } from '@playwright/test';
import { requireChromium } from '../support/chromium.ts';
import { startCopydesk, startHello } from './apps.ts';
import { articleOf } from './articles.ts';
import { bundle } from './bundle.ts';
import { copydeskCandidate, peerCandidate, type Candidate } from './candidates.ts';
import { median, quantile, typeKeys, watchKeys, type KeyCost } from './measure.ts';
import { rounded, type BenchOptions, type Topic } from './topic.ts';

interface Costs {
  readonly candidate: Candidate;
  readonly keys: KeyCost[];
  /** Milliseconds from the wish for the article to the frame that shows it. */
  readonly openings: number[];
}

async function oneRound({ candidate, keys, openings }: Costs, count: number, counts: boolean): Promise<void> {
  const { page, session } = candidate;
  await page.bringToFront();
  const opening = await candidate.open();
  const before = await candidate.length();
  const cost = await typeKeys(page, session, count);
  const after = await candidate.length();
  if (after - before !== count)
    throw new Error(`${candidate.name} took ${after - before} of ${count} characters`);
  if (!counts) return;
  openings.push(opening);
  keys.push(cost);
}

/** Opens one article and types in it, in Copydesk and in each peer, in turns. The first round is not counted. */
async function typing(words: number, { rounds, keys }: BenchOptions): Promise<readonly Costs[]> {
  const article = articleOf(words);
  const other = articleOf(60, 2);
  const copydesk = await startCopydesk([article, other]);
  const hello = await startHello();
  // The hosts close every page that is not their own: the other peers have the same Chromium to themselves.
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const viewport = await copydesk.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const code = await bundle('tests/bench/pages/peers.ts');
    const ours = await copydeskCandidate(copydesk.page, article, other);
    const candidates = [ours];
    for (const name of [
      'bare ProseMirror',
      'tiptap core',
      'contenteditable',
      'contenteditable, content-visibility',
      'textarea',
      'Lexical',
    ]) {
      const page = await browser.newPage({ viewport });
      await page.setContent(
        '<!doctype html><meta charset="utf-8"><body style="width:640px;font:18px/1.5 serif">',
      );
      candidates.push(await peerCandidate(page, code, { name, peer: name, article }));
    }
    candidates.push(
      await peerCandidate(hello.page, code, {
        name: 'contenteditable in Copydesk’s shell',
        peer: 'contenteditable',
        article,
      }),
    );
    const costs = candidates.map((candidate): Costs => ({ candidate, keys: [], openings: [] }));
    for (const { page } of candidates) await watchKeys(page);
    for (let round = 0; round <= rounds; round += 1)
      for (const one of costs) await oneRound(one, round === 0 ? 20 : keys, round > 0);
    return costs;
  } finally {
    await browser.close();
    await hello.end();
    await copydesk.end();
  }
}

/** Typing in a long article: what a key costs, when it is seen, and how long the article takes to open. */
export const typingTopic: Topic = {
  name: 'typing',
  size: { unit: 'words', values: [600, 5000, 50_000] },
  rounds: 3,
  heads: [
    'editor',
    'key to paint, median ms',
    'p95 ms',
    'work per key ms',
    'script per key ms',
    'opening ms',
    'work ÷ bare ProseMirror',
    'work ÷ contenteditable',
    'p95 ÷ textarea',
  ],
  notes:
    'Work is all that the main thread of the page does while 12 keys a second are typed in mid-article, divided by the keys; the pointer rests over the text in every editor: for Copydesk with its panels, counts, recovery journal, saving and live preview. The shell of a machine without Electron encodes every message to main in the page itself; that cost is in Copydesk’s figures, and the contenteditable in the same shell shows the part that needs no messages. Copydesk’s opening is from the click on its row to the frame that shows it, main’s reading and checking of the file included; a peer’s is its mount of what is in the page already. At 60 Hz the time to paint is quantised: compare work and script.',
  measure: async (words, options) => {
    const rows = (await typing(words, options)).map(({ candidate, keys, openings }) => {
      const latency = keys.flatMap((cost) => cost.latency);
      return {
        name: candidate.name,
        paint: median(latency),
        paint95: quantile(latency, 0.95),
        work: median(keys.map((cost) => cost.work)),
        script: median(keys.map((cost) => cost.script)),
        opening: median(openings),
      };
    });
    const of = (name: string) => rows.find((row) => row.name === name);
    return rows.map(({ name, paint, paint95, work, script, opening }) => [
      name,
      ...[paint, paint95, work, script, opening].map((one) => rounded(one, 2)),
      rounded(work / (of('bare ProseMirror')?.work ?? Number.NaN), 2),
      rounded(work / (of('contenteditable')?.work ?? Number.NaN), 2),
      rounded(paint95 / (of('textarea')?.paint95 ?? Number.NaN), 2),
    ]);
  },
};
