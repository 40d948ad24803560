import { readdir, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test, type CopydeskApp } from '../support/app.ts';
import { docxOf, paragraph, run } from '../support/docxFile.ts';

const changed = (name: string, author: string, text: string): string =>
  `<w:${name} w:id="1" w:author="${author}">${name === 'del' ? run(text).replaceAll('w:t', 'w:delText') : run(text)}</w:${name}>`;

const story = (title: string): Uint8Array =>
  docxOf(
    [
      paragraph(title, 'Title'),
      paragraph('The boat leaves at midnight, and it costs what the bus does.'),
      paragraph(
        `${run('Fares rose by ')}${changed('del', 'Ada Quill', 'twelve')}${changed('ins', 'Night Desk', 'fourteen')}${run(' percent in May.')}`,
      ),
      paragraph('It will run until the harbour freezes.'),
    ].join(''),
  );

const question = (page: Page) => page.getByRole('dialog', { name: 'Tracked Changes' });
const receipt = (page: Page) => page.getByRole('dialog', { name: /^Imported from/ });
const sheet = (page: Page) => page.locator('.ProseMirror');
const articlesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => /^[^.].*\.copydesk$/.test(name));

async function choose({ page, reply }: CopydeskApp, paths: readonly string[]): Promise<void> {
  await reply({ open: [...paths] });
  await page.keyboard.press('Control+Shift+O');
}

test('a document with tracked changes asks first; Cancel imports nothing, and what is left out goes back to its place', async ({
  launch,
}, testInfo) => {
  const path = testInfo.outputPath('ferry.docx');
  await writeFile(path, story('Night ferry returns'));
  const copydesk = await launch();
  const { page, libraryDir } = copydesk;
  await page.getByRole('main').getByRole('button', { name: 'Import…' }).waitFor();

  await choose(copydesk, [path]);
  await expect(question(page)).toContainText(
    'This document has 2 tracked changes (1 insertion, 1 deletion) by 2 people.',
  );
  await expect(question(page)).toContainText('Night Desk, Ada Quill');
  await page.keyboard.press('Escape');
  await expect(question(page)).toBeHidden();
  await expect(sheet(page)).toBeHidden();
  expect(await articlesIn(libraryDir)).toEqual([]);

  await choose(copydesk, [path]);
  await question(page).getByRole('button', { name: 'As Originally Written' }).click();
  await expect(receipt(page)).toContainText('all rejected, so the text is as it was before them');
  await expect(sheet(page)).toContainText('Fares rose by twelve percent in May.');
  await receipt(page)
    .getByRole('button', { name: 'Put back: Tracked insertion by Night Desk fourteen' })
    .click();
  await receipt(page).getByRole('button', { name: 'Keep' }).click();
  await expect(sheet(page).locator('p')).toContainText([
    'The boat leaves at midnight',
    'Fares rose by twelve percent in May.',
    'fourteen',
    'It will run until the harbour freezes.',
  ]);
});

test('many documents with tracked changes are asked about once', async ({ launch }, testInfo) => {
  const paths = ['a.docx', 'b.docx', 'c.docx', 'd.txt'].map((name) => testInfo.outputPath(name));
  const [a = '', b = '', c = '', d = ''] = paths;
  await writeFile(a, story('First story'));
  await writeFile(b, story('Second story'));
  await writeFile(c, docxOf(paragraph('Third story', 'Title') + paragraph('No changes in it.')));
  await writeFile(d, 'Fourth story\n\nPlain words.\n');
  const copydesk = await launch();
  const { page, libraryDir } = copydesk;
  await page.getByRole('main').getByRole('button', { name: 'Import…' }).waitFor();
  await choose(copydesk, paths);
  await expect(question(page)).toContainText(
    '2 documents have 4 tracked changes (2 insertions, 2 deletions) by 2 people.',
  );
  await expect(question(page)).toContainText('Your answer holds for all documents with tracked changes.');
  await question(page).getByRole('button', { name: 'All Accepted' }).click();
  const finished = page.getByRole('dialog', { name: 'Import finished' });
  await expect(finished).toContainText('4 files imported');
  await finished.getByRole('button', { name: 'Open b.docx' }).click();
  await expect(sheet(page)).toContainText('Fares rose by fourteen percent in May.');
  expect(await articlesIn(libraryDir)).toHaveLength(4);
});
