import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type CopydeskApp } from './app.ts';
import { putArticle } from './libraryFiles.ts';
import { someArticle } from './someArticle.ts';
import { fillDisk } from './troubles.ts';

/** A library with one article, the ferry's. */
export const oneArticle = async ({ libraryDir }: { readonly libraryDir: string }) => {
  await putArticle(libraryDir, someArticle());
};

/** The text on the sheet. */
export const sheet = (page: Page) => page.locator('.ProseMirror');

/** Opens the article in a Copydesk that can write no file of its library any more, only the journal. */
export async function openUnsaveable(copydesk: CopydeskApp): Promise<void> {
  const { page, libraryDir } = copydesk;
  await page.getByRole('gridcell').getByText('Ferry adds a late boat').click();
  await expect(sheet(page)).toBeFocused();
  await fillDisk(copydesk, libraryDir);
}

/** The paths of all recovery journals that hold a draft, the damaged and the discarded too. */
export const journals = async (dataDir: string): Promise<readonly string[]> => {
  const names = await readdir(join(dataDir, 'journal'), { recursive: true }).catch(() => []);
  const paths: string[] = [];
  for (const name of names.filter((one) => one.endsWith('.journal'))) {
    const path = join(dataDir, 'journal', name);
    const { size } = await stat(path).catch(() => ({ size: 0 }));
    if (size > 0) paths.push(path);
  }
  return paths;
};
/** Everything that the journals hold, as text. */
export const journal = async (dataDir: string): Promise<string> => {
  const texts = (await journals(dataDir)).map((path) => readFile(path, 'utf8').catch(() => ''));
  return (await Promise.all(texts)).join('');
};

/** Types into the story, and waits until the journal has it; the library cannot. */
export async function typeUnsaved({ page, dataDir }: CopydeskApp, text: string): Promise<void> {
  await sheet(page).getByText('The last ferry leaves').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
  await expect.poll(() => journal(dataDir)).toContain(text);
}
