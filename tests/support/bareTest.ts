import type { Page } from '@playwright/test';
import { expect, test as base, type CopydeskApp, type LaunchOptions } from './app.ts';
import { bareApplication, call, invoke } from './bareApp.ts';
import { openSink, type Sink } from './sink.ts';

export { expect };

type Bare = {
  /** Starts the built main and preload with a page that has no interface. */
  readonly launchBare: (options?: LaunchOptions) => Promise<CopydeskApp>;
  readonly sink: Sink;
};

/** Waits for a bare page and its bridge. */
export const isThere = (page: Page) => page.waitForFunction(() => 'bare' in globalThis);

/** Makes an article and shows it in the window; answers its id. */
export async function showNewArticle(page: Page, title = 'Late boat'): Promise<string> {
  const { article } = await call(page, 'article:create', { article: null });
  await call(page, 'window:show', { id: article.id, title, edited: true });
  return article.id;
}

/** Opens a second window by the menu. */
export async function openSecond(copydesk: CopydeskApp): Promise<Page> {
  const opened = copydesk.app.waitForEvent('window');
  await copydesk.menu('window:new');
  const page = await opened;
  await isThere(page);
  return page;
}

/** How many windows are open. */
export const countWindows = ({ app }: CopydeskApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

/** What the console says when something was refused, as it should be. */
export const policyNoise =
  /Content.Security.Policy|Blocked|violates|Refused|TrustedHTML|TrustedScript|Failed to load|ERR_|navigat|sandbox|Trusted|Not allowed/i;

/** Waits until what the page started has come to its end: two frames, and an answer from main. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
  );
  await invoke(page, 'settings:get', null);
}

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
