import type { Page } from '@playwright/test';
import { firstLoad } from '../support/firstLoad.ts';
import { startCopydesk, startHello, type RunningApp } from './apps.ts';
import { articleOf } from './articles.ts';
import { median } from './measure.ts';
import { memoryOf } from './memory.ts';
import { rounded, type Topic } from './topic.ts';

// A bare page of tiptap and React, gzip (`performance.md`, start).
const bare = 194_000;

interface Start {
  /** Milliseconds. */
  readonly editable: number;
  /** MB, null where the system does not tell. */
  readonly memory: number | null;
}

/** When the largest text of a window was painted, in milliseconds since 1970. */
const painted = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const observer = new PerformanceObserver((list) => {
          resolve(performance.timeOrigin + (list.getEntries().at(-1)?.startTime ?? Number.NaN));
        });
        observer.observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );

/** Starts an application; after a moment of rest asks it when its text was there to be typed in, and looks at its memory. */
async function measureStart(launch: () => Promise<RunningApp>): Promise<Start> {
  const begun = performance.timeOrigin + performance.now();
  const app = await launch();
  try {
    await app.page.locator('[contenteditable="true"] p').first().waitFor();
    // What is loaded in idle moments belongs to it: a window that lies open has it.
    await app.page.waitForTimeout(3000);
    // The window's own clock: this program looks at it too late to tell.
    return { editable: (await painted(app.page)) - begun, memory: memoryOf(app.pid) };
  } finally {
    await app.end();
  }
}

/** Start: how long from the spawn until a window can be typed in, and what it takes, against the least window there is. */
export const startTopic: Topic = {
  name: 'start',
  size: { unit: 'windows', values: [1] },
  rounds: 7,
  heads: ['what', 'Copydesk', 'hello world', '÷'],
  notes:
    'Copydesk opens the article of 600 words that was open last. The hello-world window is an application of one page with a contenteditable, in the same shell and started in turns; editable is when the largest text of the editable was painted, by the window’s own clock. Memory is the proportional share of every process from the one that was spawned down, three seconds after the start: shell, browser and windows. The script is divided by 194 KB, which tiptap and React weigh by themselves.',
  measure: async (_, { rounds }) => {
    const article = articleOf(600);
    const [ours, theirs]: [Start[], Start[]] = [[], []];
    for (let round = -1; round < rounds; round += 1) {
      const one = await measureStart(() => startCopydesk([article], article));
      const other = await measureStart(startHello);
      // The first round fills the file caches.
      if (round < 0) continue;
      ours.push(one);
      theirs.push(other);
    }
    const row = (what: string, of: (start: Start) => number): readonly string[] => {
      const [one, other] = [median(ours.map(of)), median(theirs.map(of))];
      return [what, rounded(one, 0), rounded(other, 0), rounded(one / other, 2)];
    };
    const scripts = firstLoad();
    const gzip = scripts.reduce((total, script) => total + script.gzip, 0);
    return [
      row('spawn to editable, median ms', ({ editable }) => editable),
      ...(theirs.some(({ memory }) => memory === null)
        ? []
        : [row('memory of all processes, MB', ({ memory }) => memory ?? Number.NaN)]),
      ['first-load script, KB gzip', rounded(gzip / 1000), '–', rounded(gzip / bare, 2)],
      ...scripts.map((script) => [
        // Without the hash of its content.
        script.file.replace(/^assets\/|-[\w-]{8}(?=\.js)/gu, ''),
        rounded(script.gzip / 1000),
        '–',
        '–',
      ]),
    ];
  },
};
