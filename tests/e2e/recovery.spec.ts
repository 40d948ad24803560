import { appendFile, readdir, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type CopydeskApp } from '../support/app.ts';
import { axeFindings } from '../support/axe.ts';
import { journals, oneArticle, openUnsaveable, sheet, typeUnsaved } from '../support/unsaved.ts';

const saved = (page: Page) => page.getByText(/^Saved \d\d:\d\d:\d\d$/);
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Recovered' });

const articleText = async (libraryDir: string): Promise<string> => {
  const [name = ''] = (await readdir(libraryDir)).filter((file) => /.\.copydesk$/.test(file));
  return readFile(join(libraryDir, name), 'utf8');
};

test('what was typed before a crash is offered with its difference, and restored whole', async ({
  launch,
}) => {
  const first = await launch({ prepare: oneArticle });
  await openUnsaveable(first);
  await typeUnsaved(first, ' Bring a warm coat and a torch.');
  await expect(first.page.getByRole('status')).toContainText(
    'Not saved. Your words are kept in the recovery journal on this computer.',
  );
  await first.kill();
  expect(await articleText(first.libraryDir)).not.toContain('warm coat');
  const { page, libraryDir, dataDir } = await first.restart();
  await expect(dialog(page)).toContainText('Ferry adds a late boat');
  await expect(dialog(page).locator('ins')).toContainText([/Bring a warm coat and a torch\./]);
  await expect(page.locator('[data-announcements]')).toContainText('One draft was recovered');
  expect(await axeFindings(page)).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Restore: Ferry adds a late boat' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(sheet(page)).toContainText('from Monday. Bring a warm coat and a torch.');
  await expect(saved(page)).toBeVisible();
  expect(await articleText(libraryDir)).toContain('Bring a warm coat and a torch.');
  await expect.poll(() => journals(dataDir)).toEqual([]);
  const versions = await readdir(join(libraryDir, '.copydesk', 'history', 'a'.repeat(32)));
  expect(versions.some((name) => name.endsWith('-before.copydesk'))).toBe(true);
});

test('the saved version is kept where a person says so, and the draft is put aside', async ({ launch }) => {
  const first = await launch({ prepare: oneArticle });
  await openUnsaveable(first);
  await typeUnsaved(first, ' Nobody wants this.');
  await first.kill();
  const { page, libraryDir, dataDir } = await first.restart();
  await dialog(page).getByRole('button', { name: 'Keep Saved Version: Ferry adds a late boat' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(sheet(page)).not.toContainText('Nobody wants this.');
  expect(await articleText(libraryDir)).not.toContain('Nobody wants this.');
  const [path = ''] = await journals(dataDir);
  expect(path).toContain(join('journal', 'discarded'));
  expect(await readFile(path, 'utf8')).toContain('Nobody wants this.');
});

test('what is decided later stays, and is asked again', async ({ launch }) => {
  const first = await launch({ prepare: oneArticle });
  await openUnsaveable(first);
  await typeUnsaved(first, ' Perhaps.');
  await first.kill();
  const second = await first.restart();
  await expect(dialog(second.page)).toBeVisible();
  await second.page.keyboard.press('Escape');
  await expect(second.page.getByRole('note')).toContainText('One recovered draft waits');
  await second.page.getByRole('button', { name: 'Show' }).click();
  await expect(dialog(second.page)).toBeVisible();
  const { page } = await second.restart();
  await expect(dialog(page)).toContainText('Ferry adds a late boat');
});

test('a page that dies comes back with what was typed in it', async ({ launch }) => {
  const copydesk = await launch({ prepare: oneArticle });
  copydesk.allow(/crash/i);
  await openUnsaveable(copydesk);
  await typeUnsaved(copydesk, ' The page died here.');
  await copydesk.reply({ buttons: ['Open Again'] });
  await copydesk.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  // Playwright is done with a page that crashed; main is not.
  const shown = () =>
    copydesk.app
      .evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
      )
      .catch(() => 'loading');
  await expect.poll(shown).toContain('from Monday. The page died here.');
  await expect.poll(shown).toContain('What you typed is back');
});

test('a damaged journal is put aside and told, and what is whole in it is offered', async ({ launch }) => {
  const first = await launch({ prepare: oneArticle });
  await openUnsaveable(first);
  await typeUnsaved(first, ' Whole.');
  await first.kill();
  const [path = ''] = await journals(first.dataDir);
  await appendFile(path, '\ncopydesk-journal 1 torn 9 4000\n{"library":"');
  const { page, dataDir } = await first.restart();
  await expect(dialog(page).locator('ins')).toContainText(['Whole.']);
  await expect(dialog(page).getByRole('note')).toContainText('What was typed just before');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('note').first()).toContainText('The damaged journal was not deleted');
  expect((await journals(dataDir)).some((one) => one.includes('quarantine'))).toBe(true);
  await expect(sheet(page)).toContainText('The last ferry leaves');
});

test('the draft of an article whose file is damaged shows its text, and is restored as an article of its own', async ({
  launch,
}) => {
  const first = await launch({ prepare: oneArticle });
  await openUnsaveable(first);
  await typeUnsaved(first, ' Only here.');
  await first.kill();
  const [name = ''] = (await readdir(first.libraryDir)).filter((file) => /.\.copydesk$/.test(file));
  await truncate(join(first.libraryDir, name), 200);
  const { page, libraryDir } = await first.restart();
  await expect(dialog(page)).toContainText('in a file that cannot be read');
  await expect(dialog(page).locator('.recovered-text')).toContainText('from Monday. Only here.');
  await dialog(page)
    .getByRole('button', { name: /^Restore/ })
    .click();
  await expect(sheet(page)).toContainText('from Monday. Only here.');
  expect((await stat(join(libraryDir, name))).size).toBe(200);
});

/** Lets main open no file whose path holds a text until `mend` is called: it fails, or it waits that long. */
async function breakFiles({ app }: CopydeskApp, part: string, how: 'fails' | 'waits') {
  await app.evaluate(
    (_electron, given) => {
      const { syncBuiltinESMExports } = process.getBuiltinModule('node:module');
      const files = process.getBuiltinModule('node:fs/promises');
      const { open } = files;
      const full = Object.assign(new Error('ENOSPC: no space left on device, open'), { code: 'ENOSPC' });
      const { promise: mended, resolve: mend } = Promise.withResolvers<void>();
      const broken = (path: string, flags: string, mode?: number) => {
        if (!String(path).includes(given.part)) return open(path, flags, mode);
        return given.how === 'fails' ? Promise.reject(full) : mended.then(() => open(path, flags, mode));
      };
      Object.assign(files, { open: broken });
      syncBuiltinESMExports();
      Object.assign(globalThis, {
        mend: () => {
          Object.assign(files, { open });
          syncBuiltinESMExports();
          mend();
        },
      });
    },
    { part, how },
  );
  // Put there above.
  return () => app.evaluate(() => (globalThis as { mend?: () => void }).mend?.());
}

test('a save that hangs is a warning that says what is safe, and ends as saved', async ({ launch }) => {
  const copydesk = await launch({ prepare: oneArticle });
  const { page, libraryDir } = copydesk;
  await page.getByRole('gridcell').getByText('Ferry adds a late boat').click();
  await expect(sheet(page)).toBeFocused();
  const mend = await breakFiles(copydesk, libraryDir, 'waits');
  await typeUnsaved(copydesk, ' Held up.');
  await expect(page.getByRole('status')).toContainText('Not saved yet. Your words are kept');
  await expect(page.getByRole('button', { name: 'Save a Copy Elsewhere…' })).toBeVisible();
  await mend();
  await expect(saved(page)).toBeVisible();
  expect(await articleText(libraryDir)).toContain('Held up.');
});

test('a journal that cannot be written is a warning, and typing and saving go on', async ({ launch }) => {
  const copydesk = await launch({ prepare: oneArticle });
  const { page, dataDir, libraryDir } = copydesk;
  await page.getByRole('gridcell').getByText('Ferry adds a late boat').click();
  await expect(sheet(page)).toBeFocused();
  const mend = await breakFiles(copydesk, join(dataDir, 'journal'), 'fails');
  await sheet(page).getByText('The last ferry leaves').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Still typing.');
  await expect(page.getByText('No crash recovery')).toBeVisible();
  await expect.poll(() => articleText(libraryDir)).toContain('Still typing.');
  await mend();
  await page.keyboard.type(' And on.');
  await expect(page.getByText('No crash recovery')).toHaveCount(0);
});
