import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { putArticle } from '../support/libraryFiles.ts';
import { someArticle } from '../support/someArticle.ts';

const id = 'a'.repeat(32);
const oneArticle = async ({ libraryDir }: { readonly libraryDir: string }) => {
  await putArticle(libraryDir, someArticle());
};

const sheet = (page: Page) => page.locator('.ProseMirror');
const library = (page: Page) => page.getByRole('complementary', { name: 'Library' });
const panel = (page: Page) => page.getByRole('complementary', { name: 'Panel' });
const splitter = (page: Page) => page.getByRole('separator', { name: 'Width of the panel' });
const saved = (page: Page) => page.getByText(/^Saved \d\d:\d\d:\d\d$/);

async function openIt(page: Page): Promise<void> {
  await page.getByRole('gridcell').getByText('Ferry adds a late boat').click();
  await expect(sheet(page)).toBeFocused();
}

/** The zone that has the focus, by its landmark's name. */
const focusedZone = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-zone]')?.getAttribute('data-zone') ?? null);

test('has the landmarks, and F6 goes round them in both directions', async ({ launch }) => {
  const { page } = await launch({ prepare: oneArticle });
  await openIt(page);
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toBeVisible();
  const seen: (string | null)[] = [];
  for (let press = 0; press < 4; press += 1) {
    await page.keyboard.press('F6');
    seen.push(await focusedZone(page));
  }
  expect(seen).toEqual(['panel', 'status', 'library', 'sheet']);
  await page.keyboard.press('Shift+F6');
  expect(await focusedZone(page)).toBe('library');
});

test('Ctrl+1, 2 and 3 go to the zones and open a hidden one', async ({ launch }) => {
  const copydesk = await launch({ prepare: oneArticle });
  const { page } = copydesk;
  await openIt(page);
  await copydesk.menu('view:library');
  await expect(library(page)).toBeHidden();
  await page.keyboard.press('Control+1');
  await expect(library(page)).toBeVisible();
  await expect.poll(() => focusedZone(page)).toBe('library');
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('tab', { name: 'Preview' })).toBeFocused();
  await page.keyboard.press('Control+2');
  await expect(sheet(page)).toBeFocused();
});

test('focus mode leaves the sheet alone, Escape brings the rest back', async ({ launch }) => {
  const { page } = await launch({ prepare: oneArticle });
  await openIt(page);
  await page.keyboard.press('Control+\\');
  await expect(library(page)).toBeHidden();
  await expect(panel(page)).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(library(page)).toBeVisible();
  await expect(panel(page)).toBeVisible();
  await expect(sheet(page)).toBeFocused();
});

test('the panel is made wider by keys and by the pointer, and stays so after a restart', async ({
  launch,
}) => {
  const copydesk = await launch({ prepare: oneArticle });
  const { page } = copydesk;
  await page.setViewportSize({ width: 1440, height: 900 });
  const width = async () => (await panel(page).boundingBox())?.width ?? 0;
  await splitter(page).focus();
  await page.keyboard.press('Home');
  await expect.poll(width).toBe(280);
  await page.keyboard.press('ArrowLeft');
  await expect(splitter(page)).toHaveAttribute('aria-valuenow', '296');
  await expect.poll(width).toBe(296);
  const box = await splitter(page).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 1, 400);
  await page.mouse.down();
  await page.mouse.move(1000, 400, { steps: 4 });
  await page.mouse.up();
  await expect.poll(width).toBe(440);
  const again = await copydesk.restart();
  await expect(splitter(again.page)).toHaveAttribute('aria-valuenow', '440');
});

test('everything is reachable at 200 % zoom: library and panel become drawers', async ({ launch }) => {
  const { page } = await launch({ prepare: oneArticle });
  await expect(library(page)).toBeVisible();
  await page.setViewportSize({ width: 512, height: 350 });
  await expect(library(page)).toBeHidden();
  await page.keyboard.press('Control+1');
  await expect(library(page)).toBeVisible();
  await openIt(page);
  await expect(library(page)).toBeHidden();
  await page.keyboard.press('Control+3');
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(sheet(page)).toBeFocused();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wider).toBe(false);
});

test('the palette finds a command by a few letters or another word, and runs it', async ({ launch }) => {
  const { page } = await launch({ prepare: oneArticle });
  await openIt(page);
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByPlaceholder('Type a command')).toBeFocused();
  await page.keyboard.type('night');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(sheet(page)).toBeFocused();
});

test('the palette shows the accelerators of the menu', async ({ launch }) => {
  const { page } = await launch({ prepare: oneArticle });
  await expect(page.getByRole('row')).toBeVisible();
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByRole('option', { name: 'Export…' })).toContainText('Ctrl+E');
});

test('remembers the theme', async ({ launch }) => {
  const copydesk = await launch({ prepare: oneArticle });
  await expect(copydesk.page.getByRole('row')).toBeVisible();
  await copydesk.menu('theme:dark');
  await expect(copydesk.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const { page } = await copydesk.restart();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('shows words, words of the selection and reading time', async ({ launch }) => {
  const { page } = await launch({ prepare: oneArticle });
  await openIt(page);
  await expect(page.getByRole('contentinfo')).toContainText('18 words');
  await expect(page.getByRole('contentinfo')).toContainText('1 min read');
  await sheet(page).getByText('The last ferry leaves').click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await expect(page.getByRole('contentinfo')).toContainText(/\d+ of 18 words/);
});

test('opens the last article with the caret where it was', async ({ launch }) => {
  const copydesk = await launch({ prepare: oneArticle });
  await openIt(copydesk.page);
  await sheet(copydesk.page).getByText('The last ferry leaves').click();
  await copydesk.page.keyboard.press('Home');
  for (let step = 0; step < 4; step += 1) await copydesk.page.keyboard.press('ArrowRight');
  await copydesk.page.keyboard.type('(here)');
  await expect(saved(copydesk.page)).toBeVisible();
  const { page } = await copydesk.restart();
  await expect(sheet(page)).toBeFocused();
  await page.keyboard.type('(again)');
  await expect(sheet(page)).toContainText('(here)(again)');
});

test('a save that was asked for is said to a screen reader', async ({ launch }) => {
  const { page } = await launch({ prepare: oneArticle });
  await openIt(page);
  await page.keyboard.type('Now: ');
  await page.keyboard.press('Control+s');
  await expect(page.locator('[data-announcements]')).toContainText(/Saved at \d\d:\d\d:\d\d/);
});

test('a file that must not be written opens for reading, and a duplicate can be edited', async ({
  launch,
}) => {
  const { page } = await launch({
    prepare: async ({ libraryDir }) => {
      await chmod(join(libraryDir, await putArticle(libraryDir, someArticle())), 0o444);
    },
  });
  await page.getByRole('gridcell').getByText('Ferry adds a late boat').click();
  await expect(page.getByRole('note')).toContainText('is open for reading only');
  await expect(page.getByRole('contentinfo')).toContainText('Read only');
  await expect(sheet(page)).toHaveAttribute('contenteditable', 'false');
  await page.getByRole('button', { name: 'Duplicate to Edit' }).click();
  await expect(sheet(page)).toHaveAttribute('contenteditable', 'true');
  await expect(page.getByRole('note')).toHaveCount(0);
});

test('metadata of the story tab is saved and shown in the library', async ({ launch }) => {
  const { page } = await launch({ prepare: oneArticle });
  await openIt(page);
  await page.getByRole('tab', { name: 'Story' }).click();
  await page.getByLabel('Slugline').fill('FERRY-LATE');
  await page.getByLabel('Status', { exact: true }).selectOption('Approved');
  await expect(page.getByRole('row')).toContainText('FERRY-LATE');
  await expect(page.getByRole('row')).toContainText('Approved');
});

test('the same article in two windows: both say so, and a save in one is seen in the other', async ({
  launch,
}) => {
  const copydesk = await launch({ prepare: oneArticle });
  const { page } = copydesk;
  await openIt(page);
  const opening = copydesk.app.waitForEvent('window');
  await page.getByRole('button', { name: 'More for Ferry adds a late boat' }).click();
  await page.getByRole('menuitem', { name: 'Open in New Window' }).click();
  const other = await opening;
  await expect(sheet(other)).toContainText('Ferry adds a late boat');
  await expect(page.getByText('Also open in another window')).toBeVisible();
  await expect(other.getByText('Also open in another window')).toBeVisible();
  await sheet(other).getByText('The last ferry leaves').click();
  await other.keyboard.press('End');
  await other.keyboard.type(' Bring a coat.');
  await expect(saved(other)).toBeVisible();
  await expect(sheet(page)).toContainText('Bring a coat.');
});

for (const [choice, headline] of [
  ['Keep Mine as a Copy', 'Mine: Ferry adds a late boat'],
  ['Load the One on Disk', 'Theirs'],
] as const) {
  test(`a file changed by another program meets unsaved words: ${choice} loses neither`, async ({
    launch,
  }) => {
    const { page, libraryDir } = await launch({ prepare: oneArticle });
    await openIt(page);
    await sheet(page).getByRole('heading').click();
    await page.keyboard.press('Home');
    const [name = ''] = (await readdir(libraryDir)).filter((file) => file.includes(id));
    const text = await readFile(join(libraryDir, name), 'utf8');
    await page.keyboard.type('Mine: ');
    await writeFile(join(libraryDir, name), text.replace('Ferry adds a late boat', 'Theirs'));
    await expect(page.getByRole('alertdialog')).toContainText('Nothing is lost either way');
    await page.getByRole('button', { name: choice }).click();
    await expect(sheet(page).getByRole('heading')).toHaveText(headline);
    const files = (await readdir(libraryDir)).filter(
      (file) => file.endsWith('.copydesk') && file !== '.copydesk',
    );
    const texts = await Promise.all(files.map((file) => readFile(join(libraryDir, file), 'utf8')));
    for (const words of ['Mine: Ferry adds a late boat', 'Theirs'])
      expect(
        texts.some((one) => one.includes(words)),
        words,
      ).toBe(true);
  });
}

test('a full disk is shown with what is safe, a copy can go elsewhere, and it saves once there is room', async ({
  launch,
}, testInfo) => {
  const copydesk = await launch({ prepare: oneArticle });
  const { page, app } = copydesk;
  await openIt(page);
  // The system's answer of a full disk, to every new file of main.
  await app.evaluate(() => {
    const { syncBuiltinESMExports } = process.getBuiltinModule('node:module');
    const files = process.getBuiltinModule('node:fs/promises');
    const { open } = files;
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    Object.assign(files, {
      open: (path: string, flags: string) =>
        flags === 'wx' && !String(path).includes('elsewhere') ? Promise.reject(full) : open(path, flags),
    });
    Object.assign(globalThis, {
      makeRoom: () => {
        Object.assign(files, { open });
        syncBuiltinESMExports();
      },
    });
    syncBuiltinESMExports();
  });
  await sheet(page).getByText('The last ferry leaves').click();
  await page.keyboard.type('Precious ');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('status')).toContainText('Not saved');
  await expect(page.getByRole('alert')).toContainText(/full|no space/i);
  await expect(page.getByRole('alert')).toContainText('Nothing is lost while this window is open');
  const target = join(testInfo.outputPath(), 'elsewhere', 'copy.copydesk');
  await mkdir(dirname(target));
  await copydesk.reply({ saveTo: target });
  await page.getByRole('button', { name: 'Save a Copy Elsewhere…' }).first().click();
  await expect(page.locator('.ui-toast')).toContainText(target);
  expect(await readFile(target, 'utf8')).toContain('Precious');
  // Put there by the test, above.
  await app.evaluate(() => (globalThis as { makeRoom?: () => void }).makeRoom?.());
  await expect(saved(page)).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
});
