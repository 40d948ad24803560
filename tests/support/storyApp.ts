import type { Page } from '@playwright/test';
import type { Article } from '../../shared/article/article.ts';
import { titleOf } from '../../shared/article/text.ts';
import type { CopydeskApp, LaunchOptions } from './app.ts';
import { drawPicture, putArticles, putPicture } from './screenshotLibrary.ts';

/** Starts Copydesk on a library with these stories; each is told the `src` of the library's one picture. */
export async function launchWith(
  launch: (options?: LaunchOptions) => Promise<CopydeskApp>,
  ...stories: readonly ((src: string) => Article)[]
): Promise<CopydeskApp> {
  const copydesk = await launch({
    prepare: async ({ libraryDir }) => {
      const src = await putPicture(libraryDir, drawPicture(1200, 675));
      await putArticles(
        libraryDir,
        stories.map((story) => story(src)),
      );
    },
  });
  // Playwright puts listeners of its own into every frame that it looks at; in the preview's they may not run.
  copydesk.allow(/Blocked script execution in '[^']*\/preview\//);
  return copydesk;
}

/** Opens an article of the library, and waits until the sheet shows it. */
export async function openStory(page: Page, article: Article): Promise<void> {
  const title = titleOf(article.body);
  await page.locator('[data-zone="library"]').getByText(title).first().click();
  await page.locator('.ProseMirror h1', { hasText: title }).waitFor();
}

/** The preview's frame, once it shows the article's headline. */
export async function previewOf(page: Page, article: Article) {
  const frame = page.frameLocator('iframe[title="Preview"]');
  await frame.locator('h1', { hasText: titleOf(article.body) }).waitFor();
  return frame;
}
