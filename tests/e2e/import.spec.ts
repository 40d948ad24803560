import { existsSync, readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parseArticle, type Article } from '../../shared/article/article.ts';
import { headerText } from '../../shared/article/text.ts';
import { importerFor, type Imported } from '../../shared/importing/index.ts';
import { expect, inProject, test, type CopydeskApp } from '../support/app.ts';
import { projectImport } from '../support/importProjection.ts';
import { englishStory, plainStory } from '../support/screenshotStories.ts';
import { paste } from './harness/paste.ts';
import { launchWith, openStory, previewOf } from '../support/storyApp.ts';

const cases = inProject('..', 'shared', 'corpora', 'copydesk-cases');
const editor = (page: Page) => page.locator('.ProseMirror');
const receipt = (page: Page) => page.getByRole('dialog', { name: /^Imported from/ });

const imported = (name: string, text: string): Imported => {
  const made = importerFor(name)?.run({ name, text });
  if (made === undefined) throw new Error(`Nothing imports ${name}`);
  return made;
};

/** The article of the library with this headline, once it is there. */
async function stored(libraryDir: string, headline: string): Promise<Article> {
  let found: Article | undefined;
  await expect
    .poll(async () => {
      const names = (await readdir(libraryDir)).filter((name) => /^[^.].*\.copydesk$/.test(name));
      const articles = names.map((name) =>
        parseArticle(JSON.parse(readFileSync(join(libraryDir, name), 'utf8'))),
      );
      found = articles.find(({ body }) => headerText(body, 'headline') === headline);
      return found !== undefined;
    })
    .toBe(true);
  if (found === undefined) throw new Error('unreachable: the poll has found it');
  return found;
}

async function newArticle(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'New Article' }).click();
  await editor(page).waitFor();
}

async function pick({ page, reply }: CopydeskApp, path: string): Promise<void> {
  await reply({ open: [path] });
  await page.keyboard.press('Control+Shift+O');
}

test('opens the seed as a file and gets the expected model', async ({ launch }) => {
  const path = join(cases, 'seed.txt');
  const absent = 'Skipped: the test data ../shared/corpora/copydesk-cases are not beside the project';
  if (!existsSync(path)) console.warn(absent);
  test.skip(!existsSync(path), absent);
  const copydesk = await launch();
  await copydesk.page.getByRole('button', { name: 'Import…' }).waitFor();
  await pick(copydesk, path);
  await expect(receipt(copydesk.page)).toBeVisible();
  await copydesk.page.getByRole('button', { name: 'Keep' }).click();
  const made = imported('seed.txt', readFileSync(path, 'utf8'));
  const { body } = await stored(copydesk.libraryDir, headerText(made.body, 'headline'));
  const { source: _source, ...expected } = JSON.parse(
    readFileSync(join(cases, 'seed.expected-import.json'), 'utf8'),
  ) as Record<string, unknown>; // the case file is an object
  expect(projectImport({ ...made, body })).toEqual(expected);
});

test('opens text as an article; the receipt tells each decision; one undo takes it all back', async ({
  launch,
}, testInfo) => {
  const path = testInfo.outputPath('ferry.txt');
  await writeFile(path, plainStory);
  const copydesk = await launch();
  const { page, libraryDir } = copydesk;
  await newArticle(page);
  await pick(copydesk, path);
  const made = imported('ferry.txt', plainStory);
  expect(made.receipt.decisions.length).toBeGreaterThan(5);
  for (const { what, text, line } of made.receipt.decisions) {
    const row = receipt(page)
      .getByRole('listitem')
      .filter({ hasText: line === undefined ? what : new RegExp(`^Line ${String(line)}${what}`, 'u') })
      .filter({ hasText: text });
    await expect(row.first()).toBeVisible();
  }
  await expect(receipt(page)).toContainText(String(made.receipt.wordsBefore));
  await page.keyboard.press('Escape');
  await expect(receipt(page)).toBeHidden();
  const saved = await stored(libraryDir, 'Night ferry returns to Marrow Sound');
  expect(saved.body.toJSON()).toEqual(made.body.toJSON());
  expect((await readdir(libraryDir)).filter((name) => /^[^.].*\.copydesk$/.test(name))).toHaveLength(1);

  await editor(page).focus();
  await page.keyboard.press('Control+z');
  await expect(editor(page).locator('h1')).toHaveText('');
  await page.keyboard.press('Control+Shift+z');
  await expect(editor(page).locator('h1')).toHaveText('Night ferry returns to Marrow Sound');

  await copydesk.menu('import:receipt');
  await receipt(page).getByRole('button', { name: 'Undo Import' }).click();
  await expect(receipt(page)).toBeHidden();
  await expect(editor(page).locator('h1')).toHaveText('');
  await expect(editor(page)).not.toContainText('ferry');
});

test('text that is opened over an article becomes a new one', async ({ launch }, testInfo) => {
  const path = testInfo.outputPath('ferry.txt');
  await writeFile(path, plainStory);
  const copydesk = await launchWith(launch, englishStory);
  const { page, libraryDir } = copydesk;
  const before = englishStory('');
  await openStory(page, before);
  await pick(copydesk, path);
  await expect(receipt(page)).toBeVisible();
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(editor(page).locator('h1')).toHaveText('Night ferry returns to Marrow Sound');
  await stored(libraryDir, 'Night ferry returns to Marrow Sound');
  const kept = await stored(libraryDir, headerText(before.body, 'headline'));
  expect(kept.rev).toBe(before.rev);
});

for (const [where, selector] of [
  ['the sheet', null],
  ['the preview', 'iframe[title="Preview"]'],
] as const)
  test(`a text file dropped onto ${where} is opened in the same way`, async ({ launch }) => {
    const copydesk = await launchWith(launch, englishStory);
    const { page } = copydesk;
    await openStory(page, englishStory(''));
    const target =
      selector === null ? editor(page) : (await previewOf(page, englishStory(''))).locator('article');
    await target.evaluate((element, text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'ferry.txt', { type: 'text/plain' }));
      for (const type of ['dragover', 'drop'])
        element.dispatchEvent(
          new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
        );
    }, plainStory);
    await expect(receipt(page)).toBeVisible();
    await page.getByRole('button', { name: 'Keep' }).click();
    await expect(editor(page).locator('h1')).toHaveText('Night ferry returns to Marrow Sound');
  });

test('what is no text is refused, and nothing changes', async ({ launch }, testInfo) => {
  const path = testInfo.outputPath('not-text.txt');
  await writeFile(path, new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 1, 2]));
  const copydesk = await launch();
  const { page } = copydesk;
  await newArticle(page);
  await pick(copydesk, path);
  await expect(page.getByRole('alert').filter({ hasText: 'not-text.txt' })).toBeVisible();
  await expect(editor(page).locator('h1')).toHaveText('');
});

test('the text of a whole article, pasted into a new sheet, goes into its fields and can be undone', async ({
  launch,
}) => {
  const { page } = await launch();
  await page.getByRole('main').getByRole('button', { name: 'New Article' }).click();
  const sheet = page.locator('.ProseMirror');
  await expect(sheet).toBeFocused();
  const lead = 'The late boat leaves at ten past eleven from Monday, the council said, and the fare stays.';
  await paste(page, {
    text: `Late boat is back\n\nMarrow Harbour, Nov 14: ${lead}\n\n${'It takes forty people over the sound. '.repeat(6)}`,
  });
  await expect(sheet.locator('.headline')).toHaveText('Late boat is back');
  await expect(sheet.locator('.dateline')).toHaveText('Marrow Harbour, Nov 14:');
  await expect(sheet.locator('> p').last()).toContainText('It takes forty people');
  await expect(page.getByRole('dialog', { name: 'Imported from pasted text' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo Import' }).click();
  await expect(sheet.locator('.headline')).toHaveText('');

  // A headline that was broken in two is one headline.
  await sheet.locator('.headline').click();
  await paste(page, { text: 'Late boat\nis back' });
  await expect(sheet.locator('.headline')).toHaveText('Late boat is back');
});
