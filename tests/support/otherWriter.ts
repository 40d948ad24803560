import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { articleToJson } from '../../shared/article/article.ts';
import { expect, type CopydeskApp } from './app.ts';
import { putArticle } from './libraryFiles.ts';
import { someArticle } from './someArticle.ts';

/** The article that two write at. */
export const id = 'a'.repeat(32);
/** Its file as it is at first. */
export const file = `story-${id}.copydesk`;
/** Puts that article into a library, alone. */
export const oneArticle = async ({ libraryDir }: { readonly libraryDir: string }) => {
  await putArticle(libraryDir, someArticle());
};

/** The sheet. */
export const sheet = (page: Page) => page.locator('.ProseMirror');
/** What is told above it. */
export const notice = (page: Page) => page.getByRole('note');
/** The two versions beside each other. */
export const dialog = (page: Page) => page.getByRole('dialog', { name: 'Two versions of this article' });

/** What was added, or taken out, between the two. */
export const changes = (page: Page, tag: 'ins' | 'del') =>
  dialog(page).getByRole('region', { name: 'Comparison' }).locator(tag);

/** Opens the article from the list. */
export async function openIt(page: Page): Promise<void> {
  await page.getByRole('gridcell').getByText('Ferry adds a late boat').first().click();
  await expect(sheet(page)).toBeFocused();
}

/** Types into its first paragraph. */
export async function typeMine(page: Page): Promise<void> {
  await sheet(page).getByText('The last ferry leaves').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Mine.');
}

/** The article as another computer has it: with another headline, and without what is typed here. */
export const theirs = (headline: string): string =>
  `${JSON.stringify(articleToJson(someArticle({ headline })), null, 2)}\n`;

/** Replaces its file as a sync tool does. */
export async function replace(copydesk: CopydeskApp, words = 'Theirs'): Promise<void> {
  const path = join(copydesk.libraryDir, file);
  await writeFile(`${path}.new`, theirs(words));
  await rename(`${path}.new`, path);
}

/** Every text in the library, its history and its trash. */
export async function everything(libraryDir: string): Promise<string> {
  const names = await readdir(libraryDir, { recursive: true });
  const texts = names.filter((name) => /[^/]\.copydesk$/.test(name));
  return (await Promise.all(texts.map((name) => readFile(join(libraryDir, name), 'utf8')))).join('\n');
}

/** The names of the article files of a library. */
export const articles = async (libraryDir: string) =>
  (await readdir(libraryDir)).filter((name) => name !== '.copydesk' && name.endsWith('.copydesk'));
