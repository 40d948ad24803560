import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { axeFindings } from '../support/axe.ts';
import { putArticle } from '../support/libraryFiles.ts';
import { someArticle } from '../support/someArticle.ts';

const article = someArticle();
/** The article's file: no temporary one, no folder. */
const pattern = new RegExp(`^[^.].*${article.id}\\.copydesk$`);
const prepare = async ({ libraryDir }: { readonly libraryDir: string }) => {
  await putArticle(libraryDir, article);
  await putArticle(libraryDir, someArticle({ digit: 'b', headline: 'Harbour' }));
};

const sheet = (page: Page) => page.locator('.ProseMirror');
const panel = (page: Page) => page.getByRole('complementary', { name: 'Panel' });
const versions = (page: Page) => panel(page).getByRole('listbox', { name: 'Versions' });

async function bodyOf(libraryDir: string): Promise<string> {
  const [file = ''] = (await readdir(libraryDir)).filter((name) => pattern.test(name));
  return /\n {2}"body": [^]*$/.exec(await readFile(join(libraryDir, file), 'utf8'))?.[0] ?? '';
}

/** Opens the article, and saves it by hand as “Old words”, then as “New words”; answers both bodies as they were on the disk. */
async function writeTwice(page: Page, libraryDir: string) {
  await page.getByRole('gridcell').getByText('Ferry adds a late boat').click();
  const bodies: string[] = [];
  for (const text of ['Old', 'New']) {
    await sheet(page).locator('p').last().click({ clickCount: 3 });
    await page.keyboard.type(`${text} words stand in this paragraph.`);
    await page.keyboard.press('Control+s');
    await expect.poll(() => bodyOf(libraryDir)).toContain(`${text} words`);
    bodies.push(await bodyOf(libraryDir));
  }
  return bodies;
}

test('each save by hand is a version; two are compared word by word', async ({ launch }) => {
  const copydesk = await launch({ prepare });
  const { page, libraryDir } = copydesk;
  await writeTwice(page, libraryDir);
  await copydesk.menu('panel:history');
  const byHand = versions(page).getByRole('option', { name: 'Saved by you' });
  await expect(byHand).toHaveCount(2);
  await expect(versions(page)).toBeFocused();
  await expect(panel(page)).toContainText('Both are the same');
  await page.keyboard.press('ArrowDown');
  await expect(byHand.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(panel(page).locator('del')).toHaveText([/removed: Old/]);
  await expect(panel(page).locator('ins')).toHaveText([/added: New/]);
  await expect(panel(page)).toContainText('1 word added, 1 removed');
  // The article now, a little after it was typed.
  await sheet(page).getByText('New words').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' More.');
  await expect(panel(page).locator('ins').last()).toContainText('More');
  // Any two of them.
  await panel(page).getByLabel('From', { exact: true }).selectOption({ index: 0 });
  await panel(page).getByLabel('To', { exact: true }).selectOption({ index: 2 });
  await expect(panel(page).locator('del')).toHaveText([/removed: New/]);
  await expect(panel(page).locator('ins')).toHaveText([/added: Old/]);
});

test('a version is restored byte by byte, with what is typed kept, and the restore is undone', async ({
  launch,
}) => {
  const copydesk = await launch({ prepare });
  const { page, libraryDir } = copydesk;
  const [old] = await writeTwice(page, libraryDir);
  await page.keyboard.type(' Typed since.');
  await copydesk.menu('panel:history');
  await versions(page).getByRole('option', { name: 'Saved by you' }).nth(1).click();
  await panel(page).getByRole('button', { name: 'Restore This Version' }).click();
  await expect(sheet(page)).toContainText('Old words');
  await expect(sheet(page)).not.toContainText('Typed since');
  expect(await bodyOf(libraryDir)).toBe(old);
  await expect(versions(page).getByRole('option', { name: 'Restored' })).toHaveCount(1);
  await page.locator('.ui-toast').getByRole('button', { name: 'Undo' }).click();
  await expect(sheet(page)).toContainText('New words stand in this paragraph. Typed since.');
  await expect.poll(() => bodyOf(libraryDir)).toContain('Typed since.');
  // What is on the sheet can be written on.
  await sheet(page).getByText('New words').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' And on.');
  await page.keyboard.press('Control+s');
  await expect.poll(() => bodyOf(libraryDir)).toContain('And on.');
});

test('a version is exported as it was', async ({ launch }, testInfo) => {
  const copydesk = await launch({ prepare });
  const { page, libraryDir } = copydesk;
  await writeTwice(page, libraryDir);
  await copydesk.menu('panel:history');
  await versions(page).getByRole('option', { name: 'Saved by you' }).nth(1).click();
  const saveTo = testInfo.outputPath('old.html');
  await copydesk.reply({ saveTo });
  await panel(page).getByRole('button', { name: 'Export This Version…' }).click();
  const dialog = page.getByRole('dialog', { name: /Export the Version of/ });
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(page.locator('.ui-toast')).toContainText(saveTo);
  expect(await readFile(saveTo, 'utf8')).toContain('Old words');
  await expect(sheet(page)).toContainText('New words');
});

test('the history of a damaged article brings it back', async ({ launch }) => {
  const copydesk = await launch({ prepare });
  const { page, libraryDir } = copydesk;
  await writeTwice(page, libraryDir);
  await page.getByRole('gridcell').getByText('Harbour').click();
  await expect(sheet(page)).toContainText('Harbour');
  const [file = ''] = (await readdir(libraryDir)).filter((name) => pattern.test(name));
  await writeFile(join(libraryDir, file), '{"torn');
  const row = page.getByRole('row').filter({ hasText: file });
  await row.hover();
  await row.getByRole('button', { name: /^More for / }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(panel(page).getByRole('note')).toContainText('It is not on the sheet');
  expect(await axeFindings(page)).toEqual([]);
  await expect(versions(page)).toBeFocused();
  await panel(page).getByRole('button', { name: 'Restore This Version' }).click();
  await expect(sheet(page)).toContainText('New words');
  expect(await bodyOf(libraryDir)).toContain('New words');
});

test('an article that cannot be opened says so, and offers its history', async ({ launch }) => {
  const copydesk = await launch({ prepare });
  const { page, libraryDir } = copydesk;
  await writeTwice(page, libraryDir);
  await page.getByRole('gridcell').getByText('Harbour').click();
  await expect(sheet(page)).toContainText('Harbour');
  const [file = ''] = (await readdir(libraryDir)).filter((name) => pattern.test(name));
  await writeFile(join(libraryDir, file), '{"torn');
  await page.getByRole('row').filter({ hasText: file }).getByRole('button').first().click();
  const report = page.getByRole('main').getByRole('alert');
  await expect(report).toContainText('The article cannot be opened');
  await report.getByRole('button', { name: 'Show History' }).click();
  await expect(versions(page)).toBeFocused();
  await expect(panel(page).getByRole('note')).toContainText('It is not on the sheet');
  await panel(page).getByRole('button', { name: 'Restore This Version' }).click();
  await expect(sheet(page)).toContainText('New words');
});

test('saving an article that was only opened makes it a version, once', async ({ launch }) => {
  const copydesk = await launch({ prepare });
  const { page } = copydesk;
  await page.getByRole('gridcell').getByText('Ferry adds a late boat').click();
  await expect(sheet(page)).toBeFocused();
  await copydesk.menu('panel:history');
  await expect(panel(page)).toContainText('No versions yet');
  const said = page.locator('[data-announcements]');
  await page.keyboard.press('Control+s');
  await expect(said).toContainText('Version saved');
  await expect(versions(page).getByRole('option', { name: 'Saved by you' })).toHaveCount(1);
  await page.keyboard.press('Control+s');
  await expect(said).toContainText('The history has this version already');
  await expect(versions(page).getByRole('option')).toHaveCount(1);
  await expect(panel(page)).toContainText('At least the last 50 versions are kept');
  expect(await axeFindings(page)).toEqual([]);
});

test('the history of an article in the trash brings it back', async ({ launch }) => {
  const copydesk = await launch({ prepare });
  const { page, libraryDir } = copydesk;
  await writeTwice(page, libraryDir);
  await copydesk.menu('article:trash');
  await page.getByRole('button', { name: /^Trash/ }).click();
  await page.getByRole('button', { name: 'History of Ferry adds a late boat' }).click();
  await expect(versions(page)).toBeFocused();
  await page.keyboard.press('End');
  await panel(page).getByRole('button', { name: 'Restore This Version' }).click();
  await expect(sheet(page)).toBeVisible();
  await expect(panel(page).getByRole('note')).toHaveCount(0);
  await expect.poll(() => bodyOf(libraryDir)).not.toBe('');
});

test('axe finds nothing in the history, with versions and without', async ({ launch }) => {
  const copydesk = await launch({ prepare });
  const { page, libraryDir } = copydesk;
  await page.getByRole('gridcell').getByText('Ferry adds a late boat').click();
  await copydesk.menu('panel:history');
  await expect(panel(page)).toContainText('No versions yet');
  expect(await axeFindings(page)).toEqual([]);
  await writeTwice(page, libraryDir);
  await versions(page).getByRole('option', { name: 'Saved by you' }).nth(1).click();
  await expect(panel(page).locator('del')).toHaveText([/removed: Old/]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await axeFindings(page), colorScheme).toEqual([]);
  }
});
