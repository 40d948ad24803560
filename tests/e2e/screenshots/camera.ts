import { statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Article } from '../../../shared/article/article.ts';
import { expect, inProject, type CopydeskApp, type LaunchOptions } from '../../support/app.ts';
import { drawPicture, putArticles, putPicture } from '../../support/screenshotLibrary.ts';
import { shrinkPng } from '../../support/shrinkPng.ts';

const folder = inProject('assets', 'screenshots');
const largest = 200_000;
/** What the clock of every window shows. */
export const now = new Date('2026-11-14T14:20:00Z');

type Folders = Parameters<NonNullable<LaunchOptions['prepare']>>[0];

/** The same pictures on every machine and day: a fixed time, time zone and language. `more` prepares the folders further. */
export async function start(
  launch: (options?: LaunchOptions) => Promise<CopydeskApp>,
  stories: (src: string) => readonly Article[],
  size = { width: 1360, height: 850 },
  more: (folders: Folders, src: string) => Promise<unknown> = async () => undefined,
): Promise<CopydeskApp> {
  const copydesk = await launch({
    env: { TZ: 'UTC', LANG: 'en_GB.UTF-8' },
    prepare: async (folders) => {
      const { libraryDir } = folders;
      const src = await putPicture(libraryDir, drawPicture(1200, 675));
      await putArticles(libraryDir, stories(src));
      await more(folders, src);
    },
  });
  copydesk.allow(/Blocked script execution in '[^']*\/preview\//);
  await copydesk.page.setViewportSize(size);
  await copydesk.page.clock.setFixedTime(now);
  await copydesk.page.reload();
  await copydesk.page.locator('[data-zone="library"]').waitFor();
  return copydesk;
}

/** Takes the picture `<name>.png` of what the window shows. */
export async function take(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.mouse.move(680, 2);
  const path = join(folder, `${name}.png`);
  await writeFile(path, shrinkPng(await page.screenshot({ animations: 'disabled' })));
  expect(statSync(path).size, `${name}.png is to be small enough to look at on a train`).toBeLessThan(
    largest,
  );
}
