import type { Page } from '@playwright/test';
import { expect, test, type CopydeskApp } from '../support/app.ts';
import { axeFindings } from '../support/axe.ts';
import { putArticle, putDamaged } from '../support/libraryFiles.ts';
import { someArticle } from '../support/someArticle.ts';

const withArticles = async ({ libraryDir }: { readonly libraryDir: string }) => {
  await putArticle(libraryDir, someArticle());
  await putArticle(libraryDir, someArticle({ digit: 'b', headline: 'Harbour wall gets a second look' }));
  await putDamaged(libraryDir);
};

const openFirst = async (page: Page) => {
  await page.getByRole('gridcell').getByText('Ferry adds a late boat').click();
  await expect(page.locator('.ProseMirror')).toContainText('Ferry adds a late boat');
};

const themes = ['Light', 'Dark'] as const;

/** Shows one thing after the other in both themes, and asks axe each time. */
async function look(copydesk: CopydeskApp, what: string): Promise<void> {
  for (const theme of themes) {
    await copydesk.page.emulateMedia({
      colorScheme: theme === 'Dark' ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    expect(await axeFindings(copydesk.page), `${what}, ${theme}`).toEqual([]);
  }
}

test('axe finds nothing in an empty library', async ({ launch }) => {
  const copydesk = await launch();
  await expect(copydesk.page.getByText('No articles yet.')).toBeVisible();
  await look(copydesk, 'empty library');
});

test('axe finds nothing in the window with an article, a damaged file, the story and the drawers', async ({
  launch,
}) => {
  const copydesk = await launch({ prepare: withArticles });
  const { page } = copydesk;
  await openFirst(page);
  await expect(page.getByText('cut-short', { exact: false })).toBeVisible();
  await expect(page.locator('iframe')).toBeVisible();
  await look(copydesk, 'window');
  await page.getByRole('tab', { name: 'Story', exact: true }).click();
  await expect(page.getByLabel('Slugline')).toBeVisible();
  await look(copydesk, 'story');
  await page.getByRole('button', { name: 'More for Ferry adds a late boat' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await look(copydesk, 'menu of an article');
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').fill('nothing has this');
  await expect(page.getByText('Nothing in the library has')).toBeVisible();
  await look(copydesk, 'search without a find');
  await page.setViewportSize({ width: 720, height: 450 });
  await page.getByRole('button', { name: 'Library', exact: true }).click();
  await expect(page.getByRole('complementary', { name: 'Library' })).toBeVisible();
  await look(copydesk, 'library at 200 %');
  await page.getByRole('button', { name: 'Preview and story' }).click();
  await expect(page.getByRole('complementary', { name: 'Panel' })).toBeVisible();
  await look(copydesk, 'panel at 200 %');
});

test('axe finds nothing in the palette and in the dialogs', async ({ launch }) => {
  const copydesk = await launch({ prepare: withArticles });
  const { page } = copydesk;
  await openFirst(page);
  for (const [keys, name] of [
    ['Control+Shift+P', 'Command palette'],
    ['F1', 'Keyboard shortcuts'],
    ['Control+e', /Export/],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await look(copydesk, String(name));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await copydesk.menu('help:safety');
  await expect(page.getByRole('dialog', { name: 'How your work is kept' })).toBeVisible();
  await look(copydesk, 'help on safety');
  await page.keyboard.press('Escape');
  await copydesk.menu('help:about');
  await expect(page.getByRole('dialog', { name: 'Copydesk' })).toBeVisible();
  await look(copydesk, 'about');
  await page.keyboard.press('Escape');
  await copydesk.menu('article:trash');
  await expect(page.getByText('Moved “Ferry adds a late boat” to the trash', { exact: true })).toBeVisible();
  await look(copydesk, 'message');
  await page.getByRole('button', { name: 'Trash (1)' }).click();
  await expect(page.getByRole('button', { name: 'Restore Ferry adds a late boat' })).toBeVisible();
  await look(copydesk, 'trash');
});

test('axe finds nothing when the library is missing and when a save is refused', async ({ launch }) => {
  const without = await launch({ makeLibrary: false });
  await expect(without.page.getByRole('heading', { name: 'The library cannot be used' })).toBeVisible();
  await look(without, 'library missing');
  await without.close();

  const copydesk = await launch({ prepare: withArticles });
  const { page, libraryDir } = copydesk;
  await openFirst(page);
  await page.keyboard.type('Mine: ');
  await putArticle(libraryDir, someArticle({ headline: 'Theirs' }));
  await expect(page.getByRole('note')).toContainText('changed by another program');
  await look(copydesk, 'conflict');
  await page.getByRole('button', { name: 'Compare…' }).first().click();
  await expect(page.getByRole('dialog').locator('ins').first()).toBeVisible();
  await look(copydesk, 'conflict compared');
});
