import type { Page } from '@playwright/test';
import { generateLibrary } from '../../support/generatedLibrary.ts';
import { expect, test } from '../../support/app.ts';
import { arabicStory, englishStory, hindiStory, longStory } from '../../support/screenshotStories.ts';
import { start, take } from './camera.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: 'Library' });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search the library' });
const thousands = 3000;
const many = {
  generated: ({ libraryDir }: { readonly libraryDir: string }) => generateLibrary(libraryDir, thousands),
};

test('what a search finds in thousands, with its filters', async ({ launch }) => {
  const { page, menu } = await start(
    launch,
    (src) => [englishStory(src), hindiStory(), arabicStory(), longStory()],
    { width: 1360, height: 850 },
    many.generated,
  );
  await menu('theme:light');
  await expect(page.getByText(/^Reading articles/u)).toHaveCount(0, { timeout: 60_000 });
  await search(page).fill('harbour');
  await expect(panel(page).locator('mark').first()).toBeVisible();
  await take(page, 'library-search');
  await page
    .getByRole('button', { name: /^Filter/u })
    .first()
    .click();
  await take(page, 'library-filters');
  await page.keyboard.press('Escape');
  await menu('theme:dark');
  await search(page).fill('शुक्रवार');
  await expect(panel(page).locator('mark').first()).toBeVisible();
  await take(page, 'library-search-dark');
});

test('the index while it is built', async ({ launch }) => {
  const { page, menu } = await launch({
    prepare: async ({ libraryDir }) => void (await generateLibrary(libraryDir, 12_000)),
  });
  await menu('theme:light');
  await page.setViewportSize({ width: 1360, height: 850 });
  await expect(page.getByText(/^Reading articles/u)).toBeVisible({ timeout: 30_000 });
  await take(page, 'library-index');
});

test('a window of 1024 pixels with a library of thousands', async ({ launch }) => {
  const { page, menu } = await start(
    launch,
    (src) => [englishStory(src), longStory()],
    { width: 1024, height: 700 },
    many.generated,
  );
  await menu('theme:light');
  await expect(page.getByText(/^Reading articles/u)).toHaveCount(0, { timeout: 60_000 });
  await search(page).fill('status:draft');
  await expect(panel(page)).toContainText(/articles found$/u);
  await take(page, 'library-small');
});
