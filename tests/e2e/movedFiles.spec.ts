import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/app.ts';
import {
  file,
  oneArticle,
  sheet,
  notice,
  dialog,
  openIt,
  typeMine,
  everything,
  articles,
} from '../support/otherWriter.ts';

test('a file that is deleted under an edited sheet is saved again, under an unread one it is told', async ({
  launch,
}) => {
  const { page, libraryDir } = await launch({ prepare: oneArticle });
  await openIt(page);
  await rm(join(libraryDir, file));
  await expect(notice(page)).toContainText('is not in the library any more');
  expect(await articles(libraryDir)).toEqual([]);
  await notice(page).getByRole('button', { name: 'Save It Again' }).click();
  await expect(notice(page)).toHaveCount(0);
  await expect.poll(() => everything(libraryDir)).toContain('The last ferry leaves');
  await typeMine(page);
  await expect.poll(() => everything(libraryDir)).toContain('Mine.');
  const [again = ''] = await articles(libraryDir);
  await rename(join(libraryDir, again), join(libraryDir, 'moved away.txt'));
  await expect(notice(page)).toContainText('was moved or deleted by another program');
  expect(await everything(libraryDir)).toContain('Mine.');
});

test('a file that is renamed while it is open is followed under its new name', async ({ launch }) => {
  const { page, libraryDir } = await launch({ prepare: oneArticle });
  await openIt(page);
  await rename(join(libraryDir, file), join(libraryDir, 'late boat.copydesk'));
  await typeMine(page);
  await expect.poll(() => everything(libraryDir)).toContain('Mine.');
  expect(await articles(libraryDir)).toEqual(['late boat.copydesk']);
  await expect(notice(page)).toHaveCount(0);
});

test('a file that is emptied under the sheet costs nothing: the text is kept beside it', async ({
  launch,
}) => {
  const { page, libraryDir } = await launch({ prepare: oneArticle });
  await openIt(page);
  await writeFile(join(libraryDir, file), '');
  await expect(notice(page)).toContainText('The file is empty');
  await expect(sheet(page)).toContainText('The last ferry leaves');
  expect((await stat(join(libraryDir, file))).size).toBe(0);
  await notice(page).getByRole('button', { name: 'Compare…' }).click();
  await dialog(page).getByRole('button', { name: 'Keep Mine' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect.poll(() => everything(libraryDir)).toContain('The last ferry leaves');
  expect(await articles(libraryDir)).toHaveLength(1);
});

test('another profile on this computer is refused the library, and gets it when it is free', async ({
  launch,
}, testInfo) => {
  const first = await launch({ prepare: oneArticle });
  await openIt(first.page);
  const { libraryDir } = first;
  const second = await launch({ dataDir: testInfo.outputPath('other-profile'), libraryDir });
  const alert = second.page.getByRole('complementary', { name: 'Library' }).getByRole('alert');
  await expect(second.page.getByRole('alert')).toHaveCount(1);
  await expect(alert).toContainText('Another Copydesk on this computer has the library');
  await first.kill();
  await second.page.getByRole('button', { name: 'Try Again' }).first().click();
  await expect(second.page.getByRole('gridcell').first()).toBeVisible();
});
