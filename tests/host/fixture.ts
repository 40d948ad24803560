import { join } from 'node:path';
import {
  expect,
  inProject,
  test as base,
  withLaunch,
  type CopydeskApp,
  type LaunchOptions,
} from '../support/app.ts';

export { expect };

type Api = {
  readonly version: number;
  readonly nested: { readonly list: readonly unknown[] };
  readonly when: Date;
  readonly argv: number;
  readonly sandboxed: boolean;
  refusals(): Readonly<Record<string, string>>;
  invoke(channel: string, value?: unknown): Promise<unknown>;
  send(text: string): void;
  pathOf(file: File): string;
  callTwice(callback: (value: number) => number): number;
  later(value: unknown): Promise<unknown>;
  fail(): never;
  failLater(): Promise<never>;
  functionOverIpc(): Promise<unknown>;
  nodeOverIpc(): Promise<unknown>;
};

type Policy = {
  holdClose: boolean;
  allowUnload: boolean;
  holdQuit: boolean;
  navigation: (url: string) => boolean;
};

declare global {
  /** What the fixture application's pages define; only there. */
  interface Window {
    readonly api: Api;
    readonly noted: readonly string[];
    readonly violations: readonly string[];
    readonly frameClicks: readonly string[];
    readonly pageReady: boolean;
  }
  /** What the fixture application's main process defines; only there. */
  var hostFixture: {
    readonly log: string[];
    readonly policy: Policy;
    readonly openWindow: () => { readonly id: number };
  };
}

type Fixtures = {
  readonly open: (options?: LaunchOptions) => Promise<CopydeskApp>;
  readonly shared: CopydeskApp;
};
type WorkerFixtures = { readonly instance: CopydeskApp };

async function openFixture(
  launch: (options: LaunchOptions) => Promise<CopydeskApp>,
  options: LaunchOptions = {},
): Promise<CopydeskApp> {
  const app = await launch({ appDirectory: inProject('tests/host/fixtureApp'), ...options });
  // The sandboxed frame holds scripts, to show that they do not run.
  app.allow(/Blocked script execution/);
  await app.page.waitForFunction(() => window.pageReady);
  return app;
}

/** Playwright's test with the host's own small application: `open` starts one, `shared` is the worker's, reloaded. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  open: async ({ launch }, provide) => {
    await provide((options) => openFixture(launch, options));
  },
  shared: async ({ instance }, provide) => {
    await instance.app.evaluate(() => void hostFixture.log.splice(0));
    await instance.reload();
    await instance.page.waitForFunction(() => window.pageReady);
    await provide(instance);
  },
  instance: [
    // Playwright reads the fixtures' names from this pattern.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide, { project, workerIndex }) => {
      const folder = (name: string) => join(project.outputDir, `host-worker-${workerIndex}`, name);
      const problems = await withLaunch(folder, async (launch) => provide(await openFixture(launch)));
      expect(problems, 'console errors, CSP violations and uncaught errors').toEqual([]);
    },
    { scope: 'worker' },
  ],
});

/** What the fixture application noted, in order. */
export function notesOf({ app }: CopydeskApp): Promise<readonly string[]> {
  return app.evaluate(() => hostFixture.log);
}

/** The last line that main printed of what it noted until it ended. */
export function lastNotes(output: string): readonly string[] {
  const line = output.split('\n').findLast((text) => text.startsWith('LOG '));
  if (line === undefined) throw new Error(`The application did not end in order:\n${output}`);
  // Printed by the fixture application: a list of strings.
  return JSON.parse(line.slice(4)) as readonly string[];
}
