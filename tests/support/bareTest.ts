import type { Page } from '@playwright/test';
import { expect, test as base, type CopydeskApp, type LaunchOptions } from './app.ts';
import { bareApplication } from './bareApp.ts';
import { openSink, type Sink } from './sink.ts';

export { expect };

type Bare = {
  /** Starts the built main and preload with a page that has no interface. */
  readonly launchBare: (options?: LaunchOptions) => Promise<CopydeskApp>;
  readonly sink: Sink;
};

/** Waits for a bare page and its bridge. */
export const isThere = (page: Page) => page.waitForFunction(() => 'bare' in globalThis);

/** Playwright's test for what main does by itself, whatever the interface. */
export const test = base.extend<Bare>({
  launchBare: async ({ launch }, provide, testInfo) => {
    await provide(async (options = {}) => {
      const appDirectory = await bareApplication(testInfo.outputPath('app'));
      const copydesk = await launch({ appDirectory, ...options });
      await isThere(copydesk.page);
      return copydesk;
    });
  },
  // Playwright reads the fixtures' names from this pattern.
  // oxlint-disable-next-line no-empty-pattern
  sink: async ({}, provide) => {
    const sink = await openSink();
    await provide(sink);
    await sink.close();
  },
});
