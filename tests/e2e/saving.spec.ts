import { chmod, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { putArticle } from '../support/libraryFiles.ts';
import { someArticle } from '../support/someArticle.ts';

const oneArticle = async ({ libraryDir }: { readonly libraryDir: string }) => {
  await putArticle(libraryDir, someArticle());
};

const sheet = (page: Page) => page.locator('.ProseMirror');
const saved = (page: Page) => page.getByText(/^Saved \d\d:\d\d:\d\d$/);

async function openIt(page: Page): Promise<void> {
  await page.getByRole('gridcell').getByText('Ferry adds a late boat').click();
  await expect(sheet(page)).toBeFocused();
}

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
  await expect(page.getByRole('alert')).toContainText(
    'Nothing is lost: your words are kept in the recovery journal',
  );
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
