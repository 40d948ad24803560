import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { damaged, putArticle, putDamaged } from '../support/libraryFiles.ts';
import { someArticle } from '../support/someArticle.ts';

type Folders = { readonly libraryDir: string };

const twoArticles = async ({ libraryDir }: Folders) => {
  await putArticle(libraryDir, someArticle());
  await putArticle(libraryDir, {
    ...someArticle({ digit: 'b', headline: 'Écluse closed for repairs' }),
    slugline: 'LOCK-REPAIRS',
    section: 'Canal',
    modified: '2026-05-05T06:30:00.000Z',
  });
};

const rows = (page: Page) => page.getByRole('grid', { name: 'Articles' }).getByRole('row');
const sheet = (page: Page) => page.locator('.ProseMirror');
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search the library' });
const articleFiles = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.endsWith('.copydesk') && name !== '.copydesk');

test('lists headline, slugline, status, section, words and age, newest first', async ({ launch }) => {
  const { page } = await launch({ prepare: twoArticles });
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText('Écluse closed for repairs');
  await expect(rows(page).first()).toContainText('LOCK-REPAIRS · Canal');
  await expect(rows(page).first()).toContainText('Draft');
  await expect(rows(page).first()).toContainText('words');
});

test('finds by any word, whatever its accents, and goes from the search into the list', async ({
  launch,
}) => {
  const { page } = await launch({ prepare: twoArticles });
  await search(page).fill('ecluse canal');
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toContainText('Écluse closed for repairs');
  await expect(sheet(page)).toBeFocused();
  await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true');
  await search(page).focus();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(2);
});

test('is a grid for the keyboard: arrows, Home, End and the menu of a row', async ({ launch }) => {
  const { page } = await launch({ prepare: twoArticles });
  await rows(page).first().getByRole('button').first().focus();
  await page.keyboard.press('End');
  await expect(rows(page).last().getByRole('button').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(rows(page).first().getByRole('button').first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rows(page).first().getByRole('button').last()).toBeFocused();
});

test('makes a new article that is on disk and in the list a moment after the first words', async ({
  launch,
}) => {
  const { page, libraryDir } = await launch();
  await page
    .getByRole('complementary', { name: 'Library' })
    .getByRole('button', { name: 'New Article' })
    .first()
    .click();
  await expect(sheet(page)).toBeFocused();
  await page.keyboard.type('Bakery reopens');
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/)).toBeVisible();
  await expect(rows(page).getByText('Bakery reopens')).toBeVisible();
  const [name = ''] = await articleFiles(libraryDir);
  expect(await readFile(join(libraryDir, name), 'utf8')).toContain('Bakery reopens');
});

test('duplicates an article and shows the copy', async ({ launch }) => {
  const { page, libraryDir } = await launch({ prepare: twoArticles });
  await page.getByRole('button', { name: 'More for Ferry adds a late boat' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(sheet(page)).toContainText('Ferry adds a late boat');
  expect(await articleFiles(libraryDir)).toHaveLength(3);
});

test('moves an article to the trash, and Undo brings it back with its words', async ({ launch }) => {
  const { page, libraryDir } = await launch({ prepare: twoArticles });
  await rows(page).getByText('Ferry adds a late boat').click();
  await expect(sheet(page)).toContainText('Ferry adds a late boat');
  await sheet(page).getByText('The last ferry leaves an hour later from Monday.').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Dogs ride free.');
  await rows(page).getByText('Ferry adds a late boat').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to Trash' }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText('No article is open', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(sheet(page)).toContainText('Dogs ride free.');
  await expect(rows(page)).toHaveCount(2);
  expect(await articleFiles(libraryDir)).toHaveLength(2);
});

test('the trash lists what lies in it and gives it back', async ({ launch }) => {
  const { page } = await launch({ prepare: twoArticles });
  await rows(page).getByText('Ferry adds a late boat').focus();
  await rows(page).last().getByRole('button').first().focus();
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Trash (1)' }).click();
  await page.getByRole('button', { name: 'Restore Ferry adds a late boat' }).click();
  await expect(page.getByText('The trash is empty.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(2);
});

test('lists a damaged file with its reason, opens nothing, and leaves it as it is', async ({ launch }) => {
  const { page, libraryDir } = await launch({
    prepare: async (folders) => {
      await twoArticles(folders);
      await putDamaged(folders.libraryDir);
    },
  });
  const row = rows(page).filter({ hasText: damaged.name });
  await expect(row).toContainText(/ends in the middle/);
  await row.getByRole('button', { name: /^More for / }).click();
  await expect(page.getByRole('menuitem', { name: 'Show in Folder' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'History' })).toBeVisible();
  await page.keyboard.press('Escape');
  await row.getByRole('button').first().click();
  await expect(page.getByRole('alert')).toContainText(damaged.name);
  await expect(page.getByRole('alert')).toContainText('was left as it is');
  expect(await readFile(join(libraryDir, damaged.name), 'utf8')).toBe(damaged.text);
});

test('draws only the rows in view of a library of thousands', async ({ launch }) => {
  const { page } = await launch({
    prepare: async ({ libraryDir }) => {
      for (let number = 0; number < 2000; number += 1) {
        const id = number.toString(16).padStart(32, '0');
        const modified = new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString();
        await putArticle(libraryDir, {
          ...someArticle({ headline: `Story ${String(number)}` }),
          id,
          modified,
        });
      }
    },
  });
  // Every file is read once, by a computer that may have other things to do.
  await expect(page.getByText('2,000 articles')).toBeVisible({ timeout: 60_000 });
  expect(await rows(page).count()).toBeLessThan(40);
  await rows(page).first().getByRole('button').first().focus();
  await page.keyboard.press('End');
  await expect(rows(page).getByText('Story 0', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toContainText('Story 0');
});

test('says what is safe when the library folder is gone, and saves when it is back', async ({ launch }) => {
  const { page, libraryDir } = await launch({ prepare: twoArticles });
  await rows(page).getByText('Ferry adds a late boat').click();
  await sheet(page).getByText('The last ferry leaves').click();
  await rename(libraryDir, `${libraryDir}-away`);
  await page.keyboard.type('Late: ');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('status')).toContainText('Not saved');
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'Nothing is lost: your words are kept in the recovery journal',
  );
  await rename(`${libraryDir}-away`, libraryDir);
  await page.getByRole('main').getByRole('button', { name: 'Try Again' }).click();
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/)).toBeVisible();
});

test('starts without its library folder: says so, makes none, and takes another', async ({
  launch,
}, testInfo) => {
  const copydesk = await launch({ makeLibrary: false });
  const { page, libraryDir } = copydesk;
  await expect(page.getByRole('heading', { name: 'The library cannot be used' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText(libraryDir);
  await expect(page.getByRole('alert')).toContainText('Nothing was changed');
  await copydesk.reply({ open: [testInfo.outputPath()] });
  await page.getByRole('button', { name: 'Choose Library Folder…' }).click();
  await expect(page.getByText('No articles yet.')).toBeVisible();
});

test('an empty article on the sheet is new enough: no second one is made', async ({ launch }) => {
  const { page, libraryDir } = await launch();
  await expect(page.getByText('No articles yet.')).toBeVisible();
  await page.keyboard.press('Control+n');
  await expect(sheet(page)).toBeFocused();
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+n');
  await expect(sheet(page)).toBeFocused();
  await expect(rows(page)).toHaveCount(1);
  expect(await articleFiles(libraryDir)).toHaveLength(1);
});
