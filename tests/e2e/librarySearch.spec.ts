import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { articleName } from '../../electron/core/fileNames.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { generateLibrary } from '../support/generatedLibrary.ts';
import { shortStory, type Story } from '../support/shortStory.ts';
import { expect, test } from '../support/app.ts';

const put = async (folder: string, story: Story): Promise<string> => {
  const path = join(folder, articleName(shortStory(story)));
  await writeFile(path, articleToBytes(shortStory(story)));
  return path;
};
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search the library' });
const rows = (page: Page) => page.getByRole('grid', { name: 'Articles' }).getByRole('row');
const library = (page: Page) => page.getByRole('complementary', { name: 'Library' });

test('finds words of the text, best first, and marks them', async ({ launch }) => {
  const { page, libraryDir } = await launch({
    prepare: async ({ libraryDir: folder }) => {
      await put(folder, { number: 1, headline: 'Harbour pilots strike', body: 'Ships waited outside.' });
      await put(folder, {
        number: 2,
        headline: 'Storm over the coast',
        body: 'Waves closed the harbour and the old pier.',
      });
      await put(folder, {
        number: 3,
        headline: '市場の朝',
        body: '新しい市長が港を訪れた。',
        language: 'ja',
      });
    },
  });
  await search(page).fill('harbour');
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).nth(0).locator('mark')).toHaveText('Harbour');
  await expect(rows(page).nth(1)).toContainText('Waves closed the harbour');
  await expect(rows(page).nth(1).locator('mark')).toHaveText('harbour');
  await expect(library(page)).toContainText('2 articles found');

  await search(page).fill('市長');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).locator('mark')).toHaveText('市長');

  await search(page).fill('pier before:soon');
  await expect(library(page)).toContainText('“before:soon” is not understood');
  await expect(rows(page)).toHaveCount(1);

  // Another program adds and removes articles while the search is shown.
  await search(page).fill('ferry');
  await expect(library(page)).toContainText('Nothing in the library has “ferry”');
  const path = await put(libraryDir, { number: 4, headline: 'News', body: 'The ferry is late.' });
  await expect(rows(page).locator('mark')).toHaveText('ferry');
  await rm(path);
  await expect(rows(page)).toHaveCount(0);
});

test('six hundred articles are found and fetched in parts', async ({ launch }) => {
  const { page } = await launch({
    prepare: async (folders) => void (await generateLibrary(folders.libraryDir, 600)),
  });
  await search(page).fill('status:draft section:city');
  // Every file is read once, by a computer that may have other things to do.
  await expect(library(page)).toContainText('34 articles found', { timeout: 60_000 });
  await search(page).fill('almanac');
  await expect(library(page)).toContainText('200 articles found');
  const menu = page.getByRole('button', { name: 'Filter and sort' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Killed' }).click();
  await expect(search(page)).toHaveValue('status:canceled almanac');
  await expect(library(page)).toContainText('0 articles found');
  await menu.click();
  await page.getByRole('menuitem', { name: 'Killed' }).click();
  await expect(library(page)).toContainText('200 articles found');
  const first = await rows(page).first().textContent();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Oldest First' }).click();
  await expect(rows(page).first()).not.toHaveText(first ?? '');
  await search(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(page.getByRole('grid', { name: 'Articles' })).toHaveAttribute('aria-rowcount', '200');
});
