import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { putArticle } from '../support/libraryFiles.ts';
import { someArticle } from '../support/someArticle.ts';

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

test('what is typed for the palette before it is there never lands in the story', async ({ launch }) => {
  const { page } = await launch({ prepare: oneArticle });
  await openIt(page);
  const before = await sheet(page).textContent();
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('night');
  await expect(page.getByPlaceholder('Type a command')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeFocused();
  expect(await sheet(page).textContent()).toBe(before);
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

test('metadata of the story tab is saved and shown in the library', async ({ launch }) => {
  const { page } = await launch({ prepare: oneArticle });
  await openIt(page);
  await page.getByRole('tab', { name: 'Story', exact: true }).click();
  await page.getByLabel('Slugline').fill('FERRY-LATE');
  await page.getByLabel('Status', { exact: true }).selectOption('Approved');
  await expect(page.getByRole('row')).toContainText('FERRY-LATE');
  await expect(page.getByRole('row')).toContainText('Approved');
});

test('a note to editors is saved with the story, stays when it is opened again, and is never on the page', async ({
  launch,
}) => {
  const copydesk = await launch({ prepare: oneArticle });
  await openIt(copydesk.page);
  await copydesk.page.getByRole('tab', { name: 'Story', exact: true }).click();
  const note = copydesk.page.getByLabel('Note to editors');
  await expect(note).toHaveAccessibleDescription('Never published');
  await note.fill('Call the harbour master\nbefore the second edition.');
  await expect(saved(copydesk.page)).toBeVisible();
  const { page } = await copydesk.restart();
  await page.getByRole('tab', { name: 'Story', exact: true }).click();
  await expect(page.getByLabel('Note to editors')).toHaveValue(
    'Call the harbour master\nbefore the second edition.',
  );
  await page.getByRole('tab', { name: 'Preview' }).click();
  const html = page.frameLocator('iframe[title="Preview"]').locator('html');
  await expect(html).toContainText('Ferry adds a late boat');
  expect(await html.innerHTML()).not.toContain('harbour master');
});
