import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type CopydeskApp } from '../support/app.ts';
import { axeFindings } from '../support/axe.ts';
import {
  file,
  oneArticle,
  sheet,
  notice,
  dialog,
  changes,
  openIt,
  typeMine,
  theirs,
  replace,
  everything,
  articles,
} from '../support/otherWriter.ts';

test('a sheet that was only read follows its file, and says so without taking the focus', async ({
  launch,
}) => {
  const copydesk = await launch({ prepare: oneArticle });
  const { page, libraryDir } = copydesk;
  await openIt(page);
  await replace(copydesk);
  await expect(sheet(page).getByRole('heading')).toHaveText('Theirs');
  await expect(page.locator('.ui-toast')).toContainText('changed by another program');
  await expect(page.locator('[data-announcements]')).toContainText('the sheet shows the new version');
  await expect(sheet(page)).toBeFocused();
  expect(await everything(libraryDir)).toContain('Ferry adds a late boat');
  await typeMine(page);
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/)).toBeVisible();
  expect(await articles(libraryDir)).toHaveLength(1);
});

test('a touch of the file is no conflict, before and after typing', async ({ launch }) => {
  const { page, libraryDir } = await launch({ prepare: oneArticle });
  await openIt(page);
  const now = new Date();
  await utimes(join(libraryDir, file), now, now);
  await typeMine(page);
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/)).toBeVisible();
  await utimes(join(libraryDir, file), now, now);
  await page.keyboard.type(' More.');
  await expect.poll(() => everything(libraryDir)).toContain('Mine. More.');
  await expect(notice(page)).toHaveCount(0);
  expect(await articles(libraryDir)).toHaveLength(1);
});

/** Mine typed and saved, theirs in the file: both are kept, and the person is told but not interrupted. */
async function meet(copydesk: CopydeskApp): Promise<void> {
  const { page } = copydesk;
  await openIt(page);
  await typeMine(page);
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/)).toBeVisible();
  await replace(copydesk);
  await expect(notice(page)).toContainText('This article was changed by another program');
}

test('an edited sheet is not followed: a notice, and typing goes on', async ({ launch }) => {
  const copydesk = await launch({ prepare: oneArticle });
  const { page, libraryDir } = copydesk;
  await meet(copydesk);
  await expect(sheet(page)).toBeFocused();
  await page.keyboard.type(' Typed on.');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('status')).toContainText('Your version is kept beside it');
  await expect(page.locator('[data-announcements]')).toContainText('changed by another program');
  await expect.poll(() => everything(libraryDir)).toContain('Mine. Typed on.');
  expect(await readFile(join(libraryDir, file), 'utf8')).toContain('Theirs');
  expect(await articles(libraryDir)).toHaveLength(2);
  expect(await axeFindings(page)).toEqual([]);
});

const outcomes = [
  ['Keep Mine', 'Ferry adds a late boat', 1],
  ['Use the Other Version', 'Theirs', 1],
  ['Keep Both as Two Articles', 'Ferry adds a late boat', 2],
] as const;
for (const [choice, headline, files] of outcomes) {
  test(`both are compared word by word, by keyboard alone: ${choice} loses neither`, async ({ launch }) => {
    const copydesk = await launch({ prepare: oneArticle });
    const { page, libraryDir } = copydesk;
    await meet(copydesk);
    await notice(page).getByRole('button', { name: 'Compare…' }).focus();
    await page.keyboard.press('Enter');
    await expect(changes(page, 'del')).toContainText(['Theirs']);
    await expect(changes(page, 'ins').filter({ hasText: 'Mine.' })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await dialog(page).getByRole('button', { name: choice }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toHaveCount(0);
    await expect(sheet(page).getByRole('heading')).toHaveText(headline);
    await expect(sheet(page)).toBeFocused();
    await expect(notice(page)).toHaveCount(0);
    const texts = await everything(libraryDir);
    for (const words of ['Mine.', 'Theirs']) expect(texts).toContain(words);
    expect(await articles(libraryDir)).toHaveLength(files);
    // And on it goes.
    await sheet(page).getByText('The last ferry leaves').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Later.');
    await expect.poll(() => everything(libraryDir)).toContain('Later.');
    expect(await articles(libraryDir)).toHaveLength(files);
  });
}

test('two windows that type at the same time: the later one is told, and keeps both', async ({ launch }) => {
  const copydesk = await launch({ prepare: oneArticle });
  const { page, libraryDir } = copydesk;
  await openIt(page);
  const opening = copydesk.app.waitForEvent('window');
  await page.getByRole('button', { name: 'More for Ferry adds a late boat' }).click();
  await page.getByRole('menuitem', { name: 'Open in New Window' }).click();
  const other = await opening;
  for (const one of [page, other]) {
    await sheet(one).getByText('The last ferry leaves').click();
    await one.keyboard.press('End');
  }
  await Promise.all([
    page.keyboard.type(' From the first window.', { delay: 60 }),
    other.keyboard.type(' From the second window.', { delay: 60 }),
  ]);
  // The earlier one may be told, too, that a copy lies beside its file for a moment.
  const told = (one: Page) => notice(one).filter({ hasText: 'changed in another window' });
  await expect.poll(async () => (await told(page).count()) + (await told(other).count())).toBe(1);
  const late = (await told(page).count()) === 1 ? page : other;
  await notice(late).getByRole('button', { name: 'Compare…' }).click();
  await dialog(late).getByRole('button', { name: 'Keep Mine' }).click();
  await expect(dialog(late)).toHaveCount(0);
  const texts = await everything(libraryDir);
  for (const words of ['From the first window.', 'From the second window.']) expect(texts).toContain(words);
  const early = late === page ? other : page;
  await expect(sheet(early)).toContainText(late === page ? 'From the first' : 'From the second');
  expect(await articles(libraryDir)).toHaveLength(1);
});

test('what is decided later stays as it is, and a change while comparing is not decided unseen', async ({
  launch,
}) => {
  const copydesk = await launch({ prepare: oneArticle });
  const { page, libraryDir } = copydesk;
  await meet(copydesk);
  const open = () => page.getByRole('contentinfo').getByRole('button', { name: 'Compare…' }).click();
  await open();
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(notice(page)).toContainText('both are kept until you decide');
  await open();
  await expect(changes(page, 'del')).toContainText(['Theirs']);
  const path = join(libraryDir, file);
  await writeFile(path, (await readFile(path, 'utf8')).replace('Theirs', 'Theirs again'));
  await expect(changes(page, 'del').first()).toContainText('Theirs again');
  await dialog(page).getByRole('button', { name: 'Keep Mine' }).click();
  await expect(dialog(page)).toHaveCount(0);
  const texts = await everything(libraryDir);
  for (const words of ['Mine.', 'Theirs again']) expect(texts).toContain(words);
});

test('a copy that a sync tool put beside the article is told, and can be taken', async ({ launch }) => {
  const copydesk = await launch({ prepare: oneArticle });
  const { page, libraryDir } = copydesk;
  await openIt(page);
  await typeMine(page);
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/)).toBeVisible();
  const copy = file.replace('.copydesk', '.sync-conflict-20260504-063000-ABCDEF2.copydesk');
  await writeFile(join(libraryDir, copy), theirs('Theirs'));
  await expect(notice(page)).toContainText('Syncthing put another version of this article beside it');
  await notice(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice(page)).toHaveCount(0);
  await writeFile(join(libraryDir, copy), theirs('Theirs anew'));
  await notice(page).getByRole('button', { name: 'Compare…' }).click();
  await dialog(page).getByRole('button', { name: 'Use the Other Version' }).click();
  await expect(sheet(page).getByRole('heading')).toHaveText('Theirs anew');
  expect(await articles(libraryDir)).toEqual([file]);
  expect(await everything(libraryDir)).toContain('Mine.');
});
