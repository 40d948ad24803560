import type { CDPSession, Page } from '@playwright/test';

/** Something whose time is taken; `prepare` runs before it each time, and is not counted. */
export interface Task {
  readonly name: string;
  readonly prepare?: () => unknown;
  readonly run: () => unknown;
  /** For a process of its own that takes seconds: it runs in so many rounds alone, and has nothing to warm up. */
  readonly rounds?: number;
}

/** A clock of the processor's milliseconds on all threads of this process: what else the computer does moves it little. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Runs tasks in turns, so many rounds; answers the times of each in milliseconds, round by round, by name. */
export async function timesInTurns(
  rounds: number,
  tasks: readonly Task[],
  now: () => number = () => performance.now(),
): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>(tasks.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const { name, prepare, run, rounds: own } of tasks) {
      if (own !== undefined && (round < 0 || round >= own)) continue;
      await prepare?.();
      const begun = now();
      const left = run();
      if (left instanceof Promise) await left;
      // The first round compiles the code and fills the caches.
      if (round >= 0) times.get(name)?.push(now() - begun);
    }
  }
  return times;
}

/** As timesInTurns, but the median of each. */
export const inTurns = async (rounds: number, tasks: readonly Task[]): Promise<ReadonlyMap<string, number>> =>
  new Map([...(await timesInTurns(rounds, tasks))].map(([name, its]) => [name, median(its)]));

/** What a run of keys cost: medians in milliseconds per key. */
export interface KeyCost {
  /** From the key event to the frame that shows it. */
  readonly latency: readonly number[];
  /** Main-thread work per key, and the part of it that is script. */
  readonly work: number;
  readonly script: number;
}

/** The middle of some numbers; NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value below which the given share (0 to 1) of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

type Watched = typeof globalThis & { keyLatency?: number[] };

/** Starts to note, for each key, the time until its frame is presented. Once per page. */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted: number[] = [];
    (globalThis as Watched).keyLatency = noted; // read by typeKeys
    const listen = (event: KeyboardEvent): void => {
      const pressed = event.timeStamp;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => noted.push(performance.now() - pressed));
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    };
    addEventListener('keypress', listen, true);
  });
}

/** A session that counts what a page's main thread works (`metrics`), by the clock that the goals were set with. */
export async function measuring(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return session;
}

/** What a page's main thread has done so far, by Chromium's names, in seconds. */
export const metrics = async (session: CDPSession): Promise<Record<string, number>> => {
  const { metrics: list } = await session.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
};

/** Types so many letters at 12 keys a second and says what they cost, all that the page did meanwhile included. */
export async function typeKeys(page: Page, session: CDPSession, keys: number): Promise<KeyCost> {
  await page.bringToFront();
  await page.evaluate(() => void (globalThis as Watched).keyLatency?.splice(0)); // set by watchKeys
  const before = await metrics(session);
  await page.keyboard.type('abcde '.repeat(keys).slice(0, keys), { delay: 80 });
  const after = await metrics(session);
  const latency = await page.evaluate(() => [...((globalThis as Watched).keyLatency ?? [])]); // set by watchKeys
  const perKey = (name: string): number => (((after[name] ?? 0) - (before[name] ?? 0)) * 1000) / keys;
  return { latency, work: perKey('TaskDuration'), script: perKey('ScriptDuration') };
}
