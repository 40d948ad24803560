import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { axeFindings } from '../support/axe.ts';
import { putArticle } from '../support/libraryFiles.ts';
import { someArticle } from '../support/someArticle.ts';

type Folders = { readonly libraryDir: string };

const fiveArticles = async ({ libraryDir }: Folders) => {
  await putArticle(libraryDir, someArticle());
  for (const digit of 'bcde')
    await putArticle(libraryDir, someArticle({ digit, headline: `Story ${digit}` }));
};

const sheet = (page: Page) => page.locator('.ProseMirror');
const library = (page: Page) => page.getByRole('complementary', { name: 'Library' });
const saved = (page: Page) => page.getByText(/^Saved \d\d:\d\d:\d\d$/);
const articleFiles = async (folder: string) =>
  (await readdir(folder)).filter((name) => /^[^.].*\.copydesk$/.test(name));

test('articles that vanish together are asked about, none is written anew, and typing is saved when they are back', async ({
  launch,
}) => {
  const { page, libraryDir, dataDir } = await launch({ prepare: fiveArticles });
  await page.getByRole('gridcell').getByText('Ferry adds a late boat').click();
  await expect(sheet(page)).toBeFocused();
  const aside = `${libraryDir}-aside`;
  await mkdir(aside);
  const files = await articleFiles(libraryDir);
  for (const name of files) await rename(join(libraryDir, name), join(aside, name));
  await expect(library(page).getByRole('alert')).toContainText(
    '5 of 5 articles are not in the folder any more',
  );
  await expect(library(page).getByRole('alert')).toContainText('Copydesk deleted nothing');
  expect(await axeFindings(page)).toEqual([]);
  await sheet(page).getByText('The last ferry leaves').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Bring a torch.');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('status')).toContainText('Not saved');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Nothing was written');
  expect(await articleFiles(libraryDir)).toEqual([]);
  const journals = async () => {
    const names = await readdir(join(dataDir, 'journal'), { recursive: true });
    const paths = names
      .filter((name) => name.endsWith('.journal'))
      .map((name) => join(dataDir, 'journal', name));
    return (await Promise.all(paths.map((path) => readFile(path, 'utf8')))).join('');
  };
  expect(await journals()).toContain('Bring a torch.');
  for (const name of files) await rename(join(aside, name), join(libraryDir, name));
  await expect(library(page).getByRole('alert')).toHaveCount(0);
  await page.getByRole('main').getByRole('button', { name: 'Try Again' }).click();
  await expect(saved(page)).toBeVisible();
  const texts = await Promise.all(
    (await articleFiles(libraryDir)).map((name) => readFile(join(libraryDir, name), 'utf8')),
  );
  expect(texts).toHaveLength(5);
  expect(texts.join('')).toContain('Bring a torch.');
});

test('articles that were removed on purpose are not asked about again', async ({ launch }) => {
  const { page, libraryDir } = await launch({ prepare: fiveArticles });
  await expect(page.getByText('5 articles')).toBeVisible();
  await mkdir(`${libraryDir}-aside`);
  for (const name of (await articleFiles(libraryDir)).slice(0, 3))
    await rename(join(libraryDir, name), join(`${libraryDir}-aside`, name));
  await library(page).getByRole('button', { name: 'They Were Removed on Purpose' }).click();
  await expect(library(page).getByRole('alert')).toHaveCount(0);
  await expect(page.getByText('2 articles')).toBeVisible();
});

test('a library that is missing at the start comes back with the drafts of its journal', async ({
  launch,
}) => {
  const first = await launch({ prepare: fiveArticles });
  await first.page.getByRole('gridcell').getByText('Ferry adds a late boat').click();
  await expect(sheet(first.page)).toBeFocused();
  await rename(first.libraryDir, `${first.libraryDir}-away`);
  await sheet(first.page).getByText('The last ferry leaves').click();
  await first.page.keyboard.press('End');
  await first.page.keyboard.type(' Typed without a disk.');
  await expect(first.page.getByRole('status')).toContainText('Not saved');
  await first.kill();
  const { page, libraryDir } = await first.restart({ makeLibrary: false });
  await expect(page.getByRole('heading', { name: 'The library cannot be used' })).toBeVisible();
  await rename(`${libraryDir}-away`, libraryDir);
  const dialog = page.getByRole('dialog', { name: 'Recovered' });
  await expect(dialog).toContainText('Ferry adds a late boat', { timeout: 15_000 });
  await dialog.getByRole('button', { name: 'Restore: Ferry adds a late boat' }).click();
  await expect(sheet(page)).toContainText('Typed without a disk.');
  await expect(saved(page)).toBeVisible();
});

test('an article of a newer Copydesk opens for reading: what is known is shown, and its file stays as it is', async ({
  launch,
}) => {
  const id = 'f'.repeat(32);
  const name = `later-${id}.copydesk`;
  const { page, libraryDir } = await launch({
    prepare: async (folders) => {
      const made = await putArticle(folders.libraryDir, { ...someArticle(), id });
      const text = (await readFile(join(folders.libraryDir, made), 'utf8'))
        .replace('"schemaVersion": 1', '"schemaVersion": 2')
        .replace('"type": "paragraph"', '"type": "timeline"');
      await rename(join(folders.libraryDir, made), join(folders.libraryDir, name));
      await writeFile(join(folders.libraryDir, name), text);
    },
  });
  const before = await readFile(join(libraryDir, name), 'utf8');
  await page.getByRole('gridcell').getByText('Ferry adds a late boat').click();
  await expect(sheet(page)).toContainText('The last ferry leaves an hour later from Monday.');
  const notice = page.getByRole('note').filter({ hasText: 'is open for reading only' });
  await expect(notice).toContainText('Written by a newer Copydesk');
  await expect(notice.getByRole('button')).toHaveCount(0);
  await expect(sheet(page)).toHaveAttribute('contenteditable', 'false');
  await page.keyboard.type('x');
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: 'More for Ferry adds a late boat' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('was not duplicated');
  expect(await axeFindings(page)).toEqual([]);
  expect(await readFile(join(libraryDir, name), 'utf8')).toBe(before);
  expect(await articleFiles(libraryDir)).toEqual([name]);
});
