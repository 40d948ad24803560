import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Article } from '../../../shared/article/article.ts';
import { expect, test } from '../../support/app.ts';
import {
  arabicStory,
  englishStory,
  hindiStory,
  longStory,
  plainStory,
} from '../../support/screenshotStories.ts';
import { openStory, previewOf } from '../../support/storyApp.ts';
import { start, take } from './camera.ts';

const all = (src: string): readonly Article[] => [
  englishStory(src),
  hindiStory(),
  arabicStory(),
  longStory(),
];

/** The article on the sheet with the caret in a block, and the page beside it. */
async function write(page: Page, article: Article, width: string, block: string): Promise<void> {
  await openStory(page, article);
  await page.getByRole('radio', { name: width }).check({ force: true });
  const preview = await previewOf(page, article);
  await page.locator('.ProseMirror').getByText(block).first().click();
  const shown = preview.getByText(block).first();
  await expect(shown).toBeInViewport();
  // The mark stands beside the block with the caret, and the scroll has ended.
  await expect
    .poll(async () => {
      const top = await shown.evaluate((element) => element.getBoundingClientRect().top);
      return page.locator('.preview-mark').evaluate((mark, wanted) => {
        const [, y = ''] = mark instanceof HTMLElement ? mark.style.translate.split(' ') : [];
        return Math.abs(Number.parseFloat(y) - wanted) < 60;
      }, top);
    })
    .toBe(true);
}

const fresh = 'On Friday evening the harbour office';

test('editor with preview, light and dark', async ({ launch }) => {
  const { page, menu } = await start(launch, all);
  await menu('theme:light');
  await write(page, englishStory(''), 'Tablet', fresh);
  await take(page, 'editor-light');
  await menu('theme:dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await take(page, 'editor-dark');
});

test('the print preview', async ({ launch }) => {
  const { page, menu } = await start(launch, all);
  await menu('theme:light');
  await write(page, englishStory(''), 'Print', fresh);
  await take(page, 'print');
});

test('a small window, and a long headline', async ({ launch }) => {
  const { page, menu } = await start(launch, all, { width: 1024, height: 700 });
  await menu('theme:light');
  await write(page, englishStory(''), 'Phone', fresh);
  await take(page, 'small');
  await write(page, longStory(), 'Phone', 'Seventeen months');
  await take(page, 'long-headline');
});

test('Hindi in the dark, Arabic in the light', async ({ launch }) => {
  const { page, menu } = await start(launch, all);
  await menu('theme:dark');
  await write(page, hindiStory(), 'Phone', 'शुक्रवार शाम');
  await take(page, 'hindi-dark');
  await menu('theme:light');
  await write(page, arabicStory(), 'Phone', 'فتح مكتب الميناء');
  await take(page, 'arabic');
});

test('an empty library', async ({ launch }) => {
  const { page, menu } = await start(launch, () => []);
  await menu('theme:light');
  await page.getByText('An empty library').waitFor();
  await take(page, 'empty-library');
});

test('the receipt of an import', async ({ launch }, testInfo) => {
  const { page, menu, reply } = await start(launch, all);
  await menu('theme:light');
  const path = testInfo.outputPath('night-ferry.txt');
  await writeFile(path, plainStory);
  await reply({ open: [path] });
  await menu('import:text');
  await page.getByRole('dialog', { name: 'Imported from night-ferry.txt' }).waitFor();
  // Saved by main's own clock: the picture shows the time of the others.
  await expect(page.getByText(/^Saved .*\d\d:\d\d/)).toBeVisible();
  await page
    .locator('[data-zone="library"]')
    .getByText('Night ferry returns to Marrow Sound', { exact: true })
    .waitFor();
  await page.getByText(/^Saved .*\d\d:\d\d/).evaluate((element) => {
    element.textContent = 'Saved 14:20:00';
  });
  await take(page, 'receipt');
});

test('the export dialog, and the palette', async ({ launch }) => {
  const { page, menu } = await start(launch, all);
  await menu('theme:light');
  await write(page, englishStory(''), 'Tablet', fresh);
  await menu('export:open');
  await page
    .getByRole('dialog', { name: 'Export' })
    .getByRole('radio', { name: /Markdown/ })
    .check();
  await take(page, 'export');
  await page.keyboard.press('Escape');
  await menu('palette:open');
  await page.keyboard.type('prev');
  await expect(page.getByRole('option', { name: /Preview/ }).first()).toBeVisible();
  await take(page, 'palette');
});
