import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Article } from '../../shared/article/article.ts';
import { text } from '../../shared/formats/text.ts';
import { expect, test } from '../support/app.ts';
import { axeFindings } from '../support/axe.ts';
import { putArticle } from '../support/libraryFiles.ts';
import { someArticle } from '../support/someArticle.ts';

type Folders = { readonly libraryDir: string };

const stories: readonly Article[] = [
  {
    ...someArticle({ digit: 'c', headline: 'Ferry adds a late boat' }),
    modified: '2026-05-07T06:30:00.000Z',
  },
  {
    ...someArticle({ digit: 'b', headline: 'Écluse closed for repairs' }),
    modified: '2026-05-06T06:30:00.000Z',
    embargo: '2999-05-04T12:00:00+05:30',
  },
  {
    ...someArticle({ digit: 'a', headline: 'Ferry adds a late boat' }),
    modified: '2026-05-05T06:30:00.000Z',
  },
];
const other = {
  ...someArticle({ digit: 'd', headline: 'Not selected' }),
  modified: '2026-05-01T06:30:00.000Z',
};

const prepare = async ({ libraryDir }: Folders) => {
  for (const article of [...stories, other]) await putArticle(libraryDir, article);
};

const rows = (page: Page) => page.getByRole('grid', { name: 'Articles' }).getByRole('row');
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const filesIn = (folder: string) => readdirSync(folder).toSorted();

async function runFromPalette(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+Shift+p');
  await expect(page.getByPlaceholder('Type a command')).toBeFocused();
  await page.keyboard.type(command);
  await page.keyboard.press('Enter');
}

/** Selects the first three by Shift and the arrows, and opens their export from the foot of the list. */
async function selectThree(page: Page): Promise<void> {
  await rows(page).first().getByRole('button').first().focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('row', { selected: true })).toHaveCount(3);
  await expect(page.getByText('3 selected', { exact: true })).toBeVisible();
}

test('three articles in two formats, one of them embargoed, by the keyboard alone', async ({
  launch,
}, testInfo) => {
  const copydesk = await launch({ prepare });
  const { page, reply, libraryDir } = copydesk;
  // A dialog that still fades in has no contrast.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const out = testInfo.outputPath('out');
  mkdirSync(out);
  await reply({ open: [out] });
  await selectThree(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Export…' })).toBeFocused();
  await page.keyboard.press('Enter');
  const choosing = dialog(page, 'Export 3 Articles');
  await expect(choosing.getByRole('checkbox', { name: 'HTML page .html' })).toBeFocused();
  await choosing.getByRole('checkbox', { name: /^Plain text \.txt/u }).focus();
  await page.keyboard.press('Space');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');

  const question = dialog(page, 'Before It Is Written');
  await expect(question).toContainText('1 article may not leave, and is left out');
  await expect(question).toContainText('Écluse closed for repairs');
  await expect(question).toContainText('embargoed until 4 May 2999 at 12:00 (+05:30)');
  expect(await axeFindings(page)).toEqual([]);
  await expect(question.getByRole('button', { name: 'Export', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');

  const summary = dialog(page, 'Exported');
  await expect(summary).toContainText('4 files of 2 articles written.');
  await expect(summary.getByRole('region', { name: 'Held, not exported' })).toContainText('Écluse closed');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(summary).toBeHidden();
  await expect(page.getByRole('button', { name: 'Export…' })).toBeFocused();
  expect(filesIn(out)).toEqual([
    'ferry-adds-a-late-boat-2.html',
    'ferry-adds-a-late-boat-2.txt',
    'ferry-adds-a-late-boat.html',
    'ferry-adds-a-late-boat.txt',
  ]);
  expect(readFileSync(join(out, 'ferry-adds-a-late-boat.txt'), 'utf8')).toBe(
    text.render(stories[2] ?? other, { theme: { id: '', css: '' } }),
  );
  expect(existsSync(join(libraryDir, '.copydesk', 'overrides'))).toBe(false);

  // Once more, over what is there, with a reason: asked once, and recorded in the article's history.
  await runFromPalette(page, 'Export Selected');
  await choosing.getByRole('button', { name: 'Choose Folder…' }).click();
  await expect(question).toContainText('2 files of the same name are there already');
  await question.getByLabel('Reason to export it all the same').fill('The agency moved it');
  await question.getByRole('button', { name: 'Keep Both' }).click();
  await expect(summary).toContainText('3 files of 3 articles written.');
  await summary.getByRole('button', { name: 'Done' }).click();
  expect(filesIn(out)).toEqual([
    'ecluse-closed-for-repairs.html',
    'ferry-adds-a-late-boat-2.html',
    'ferry-adds-a-late-boat-2.txt',
    'ferry-adds-a-late-boat-3.html',
    'ferry-adds-a-late-boat-4.html',
    'ferry-adds-a-late-boat.html',
    'ferry-adds-a-late-boat.txt',
  ]);
  await rows(page).getByText('Écluse closed for repairs').click();
  await runFromPalette(page, 'Show History');
  const left = page.getByRole('region', { name: 'Left although it was held' });
  await expect(left).toContainText(/exported as HTML page .*while embargoed/u);
  await expect(left).toContainText('The agency moved it');
});

test('the whole library, stopped in the middle: whole files only, and the rest is counted', async ({
  launch,
}, testInfo) => {
  const number = 600;
  const copydesk = await launch({
    prepare: async ({ libraryDir }) => {
      for (let at = 0; at < number; at += 1) {
        const story = someArticle({ headline: `Story ${String(at)}` });
        await putArticle(libraryDir, { ...story, id: at.toString(16).padStart(32, '0') });
      }
    },
  });
  const { page, reply } = copydesk;
  const out = testInfo.outputPath('out');
  mkdirSync(out);
  await reply({ open: [out] });
  // Every file is read once, by a computer that may have other things to do.
  await expect(page.getByText(`${String(number)} articles`, { exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await runFromPalette(page, 'Export Library');
  const title = `Export Library (${String(number)} articles)`;
  await dialog(page, title).getByRole('button', { name: 'Choose Folder…' }).click();
  const bar = dialog(page, title).getByRole('progressbar', { name: /^Writing /u });
  await expect(bar).toBeVisible({ timeout: 30_000 });
  await expect(dialog(page, title).getByRole('button', { name: 'Stop' })).toBeFocused();
  await page.keyboard.press('Enter');
  const summary = dialog(page, 'Export Stopped');
  await expect(summary).toContainText(/Stopped: \d+ files? not begun/u);
  const files = filesIn(out);
  const [, written] = /(\d+) files? of/u.exec((await summary.textContent()) ?? '') ?? [];
  expect(files).toHaveLength(Number(written));
  expect(files.length).toBeLessThan(number);
  for (const name of files) expect(readFileSync(join(out, name), 'utf8')).toMatch(/<\/html>\n$/u);
});

test('a selection by the mouse; Escape, a search and opening an article end it', async ({ launch }) => {
  const { page } = await launch({ prepare });
  const chosen = page.getByRole('row', { selected: true });
  await rows(page)
    .nth(0)
    .getByRole('button')
    .first()
    .click({ modifiers: ['Control'] });
  await rows(page)
    .nth(2)
    .getByRole('button')
    .first()
    .click({ modifiers: ['Shift'] });
  await expect(chosen).toHaveCount(3);
  await rows(page)
    .nth(1)
    .getByRole('button')
    .first()
    .click({ modifiers: ['Control'] });
  await expect(chosen).toHaveCount(2);
  await expect(page.getByText('No article is open', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+a');
  await expect(chosen).toHaveCount(4);
  await page.keyboard.press('Escape');
  await expect(chosen).toHaveCount(0);
  await page.keyboard.press('Control+Space');
  await expect(chosen).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search the library' }).fill('late');
  await expect(chosen).toHaveCount(0);
});
