import { expect, inProject, test as base, type CopydeskApp, type LaunchOptions } from '../support/app.ts';

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

type Fixtures = { readonly open: (options?: LaunchOptions) => Promise<CopydeskApp> };

/** Playwright's test with `open`: the host's own small application, its page loaded. */
export const test = base.extend<Fixtures>({
  open: async ({ launch }, provide) => {
    await provide(async (options = {}) => {
      const app = await launch({ appDirectory: inProject('tests/host/fixtureApp'), ...options });
      // The sandboxed frame holds scripts, to show that they do not run.
      app.allow(/Blocked script execution/);
      await app.page.waitForFunction(() => window.pageReady);
      return app;
    });
  },
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
