import type { Page } from '@playwright/test';
import { newArticle } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';
import { expect, test } from '../support/app.ts';
import { putArticle } from '../support/libraryFiles.ts';

const rows = (page: Page) => page.getByRole('grid', { name: 'Articles' }).getByRole('row');
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search the library' });
const menu = (page: Page) => page.getByRole('button', { name: 'Filter and sort' });
const item = (page: Page, name: string) => page.getByRole('menuitem', { name });

async function runFromPalette(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByPlaceholder('Type a command')).toBeFocused();
  await page.keyboard.type(label);
  await page.keyboard.press('Enter');
}

const prepare = async ({ libraryDir }: { readonly libraryDir: string }) => {
  const stories = [
    ['a', 'Ferry adds a late boat', 'By Asha Menon', 'draft'],
    ['b', 'Écluse closed for repairs', 'By Ben Okafor', 'done'],
    ['c', 'Harbour wall holds', 'By Asha Menon and Ben Okafor', 'done'],
  ] as const;
  for (const [digit, headline, byline, status] of stories) {
    const texts: Readonly<Record<string, string>> = { headline, byline, paragraph: 'The river is calm.' };
    const parts = ['kicker', 'headline', 'standfirst', 'byline', 'dateline', 'paragraph'].map((name) =>
      schema.node(name, null, texts[name] === undefined ? [] : [schema.text(texts[name])]),
    );
    const given = { id: digit.repeat(32), created: '2026-05-04T06:30:00Z', language: 'en' };
    const article = newArticle({ ...given, body: schema.node('doc', null, parts) });
    await putArticle(libraryDir, { ...article, status });
  }
};

test('Mine asks for the byline once, and finds what bears it', async ({ launch }) => {
  const { page } = await launch({ prepare });
  await expect(rows(page)).toHaveCount(3);
  await menu(page).click();
  await item(page, 'Mine').click();
  const dialog = page.getByRole('dialog', { name: 'Your byline' });
  await dialog.getByLabel('Your name as it stands in bylines').fill('Asha Menon');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(search(page)).toHaveValue('by:me ');
  await expect(rows(page)).toHaveCount(2);
  await menu(page).click();
  await item(page, 'Mine').click();
  await expect(rows(page)).toHaveCount(3);
  await expect(dialog).toBeHidden();
});

test('a search is saved, shown again, renamed and deleted by the keyboard', async ({ launch }) => {
  const { page } = await launch({ prepare });
  await search(page).fill('status:done river');
  await expect(rows(page)).toHaveCount(2);
  await menu(page).focus();
  await page.keyboard.press('Enter');
  await expect(item(page, 'Save Search…')).toBeVisible();
  await item(page, 'Save Search…').press('Enter');
  const name = page.getByRole('dialog', { name: 'Save search' }).getByLabel('Name');
  await expect(name).toHaveValue('status:done river');
  await name.fill('Filed on the river');
  await page.keyboard.press('Enter');
  await expect(name).toBeHidden();

  await search(page).fill('');
  await expect(rows(page)).toHaveCount(3);
  await menu(page).click();
  await item(page, 'Filed on the river').click();
  await expect(search(page)).toHaveValue('status:done river');
  await expect(rows(page)).toHaveCount(2);

  await runFromPalette(page, 'Saved Searches');
  const dialog = page.getByRole('dialog', { name: 'Saved searches' });
  await dialog.getByRole('textbox', { name: 'Name of the search Filed on the river' }).fill('River desk');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Show River desk' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete the search River desk' }).click();
  await expect(dialog.getByText('None yet.')).toBeVisible();
  await page.keyboard.press('Escape');
  await menu(page).click();
  await expect(item(page, 'River desk')).toHaveCount(0);
});

test('several articles go to the trash after one question, and come back together', async ({ launch }) => {
  const { page } = await launch({ prepare });
  await rows(page).filter({ hasText: 'Ferry' }).getByRole('button').first().click();
  await expect(page.locator('.ProseMirror')).toContainText('The river is calm.');
  await page.locator('.ProseMirror').getByText('The river is calm.').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Dogs ride free.');
  await rows(page).first().getByRole('button').first().focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('3 selected')).toBeVisible();
  await page.keyboard.press('Delete');
  const question = page.getByRole('alertdialog', { name: 'Move 3 articles to the trash?' });
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Move selected to trash' }).click();
  await question.getByRole('button', { name: 'Move 3 to Trash' }).click();
  await expect(page.getByText('No articles yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(3);
  await rows(page).filter({ hasText: 'Ferry' }).getByRole('button').first().click();
  await expect(page.locator('.ProseMirror')).toContainText('Dogs ride free.');
});

test('several are duplicated, and opened in windows of their own', async ({ launch }) => {
  const copydesk = await launch({ prepare });
  const { page } = copydesk;
  await rows(page)
    .first()
    .getByRole('button')
    .first()
    .click({ modifiers: ['Control'] });
  await rows(page)
    .nth(1)
    .getByRole('button')
    .first()
    .click({ modifiers: ['Shift'] });
  await expect(page.getByText('2 selected')).toBeVisible();
  await rows(page).first().getByRole('button').first().click({ button: 'right' });
  await item(page, 'Duplicate Selected').click();
  await expect(page.getByText('Duplicated 2 articles', { exact: true })).toBeVisible();
  await expect(rows(page)).toHaveCount(5);
  await rows(page)
    .first()
    .getByRole('button')
    .first()
    .click({ modifiers: ['Control'] });
  await rows(page)
    .nth(1)
    .getByRole('button')
    .first()
    .click({ modifiers: ['Control'] });
  await expect(page.getByText('2 selected')).toBeVisible();
  await runFromPalette(page, 'Open Selected');
  await expect.poll(() => copydesk.app.windows().length).toBe(3);
});
