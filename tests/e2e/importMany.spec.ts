import { readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parseArticle } from '../../shared/article/article.ts';
import { headerText } from '../../shared/article/text.ts';
import { expect, test, type CopydeskApp } from '../support/app.ts';
import { docxOf, paragraph } from '../support/docxFile.ts';

const count = 200;
const headline = (at: number): string => `Harbour report number ${at}`;
const lead = (at: number): string => `The boat of day ${at} left at ${at % 24}:00 with “${at}” aboard.`;

const written: readonly ((at: number) => { readonly ending: string; readonly bytes: string | Uint8Array })[] =
  [
    (at) => ({ ending: 'txt', bytes: `${headline(at)}\n\n${lead(at)}\n\nA second paragraph.\n` }),
    (at) => ({ ending: 'md', bytes: `# ${headline(at)}\n\n${lead(at)}\n\n- one\n- two\n` }),
    (at) => ({
      ending: 'html',
      bytes: `<!doctype html><title>${headline(at)}</title><h1>${headline(at)}</h1><p>${lead(at)}</p>`,
    }),
    (at) => ({ ending: 'docx', bytes: docxOf(paragraph(headline(at), 'Title') + paragraph(lead(at))) }),
  ];

/** Two hundred files of four kinds; every fiftieth cannot be read. */
async function writeFiles(
  folder: string,
): Promise<{ readonly paths: readonly string[]; readonly broken: number }> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const made = written[at % written.length]?.(at) ?? { ending: 'txt', bytes: '' };
    const isBroken = at % 50 === 49;
    const path = join(folder, `${String(at).padStart(3, '0')}.${isBroken ? 'docx' : made.ending}`);
    await writeFile(path, isBroken ? 'no archive at all' : made.bytes);
    paths.push(path);
  }
  return { paths, broken: count / 50 };
}

const articlesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => /^[^.].*\.copydesk$/.test(name));

async function importAll({ page, reply }: CopydeskApp, paths: readonly string[]): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Import…' }).waitFor();
  await reply({ open: [...paths] });
  await page.keyboard.press('Control+Shift+O');
}

const running = (page: Page) => page.getByRole('dialog', { name: `Importing ${count} files` });
const finished = (page: Page) => page.getByRole('dialog', { name: 'Import finished' });

test('two hundred files become articles, with progress and a summary that adds up', async ({
  launch,
}, testInfo) => {
  test.setTimeout(180_000);
  const { paths, broken } = await writeFiles(testInfo.outputPath('copy'));
  const copydesk = await launch();
  const { page, libraryDir } = copydesk;
  await importAll(copydesk, paths);
  await expect(running(page).getByRole('progressbar')).toBeVisible();
  await expect(running(page)).toContainText(/[1-9]\d* of 200: \d{3}\./);
  await expect(finished(page)).toBeVisible({ timeout: 150_000 });
  await expect(finished(page)).toContainText(`${count - broken} files imported, ${broken} refused.`);
  await expect(finished(page)).toContainText(
    '“049.docx” was not read: it is damaged, or no Word document. It is untouched.',
  );
  const names = await articlesIn(libraryDir);
  expect(names).toHaveLength(count - broken);
  const headlines = names.map((name) =>
    headerText(parseArticle(JSON.parse(readFileSync(join(libraryDir, name), 'utf8'))).body, 'headline'),
  );
  const expected = paths.map((_, at) => headline(at)).filter((_, at) => at % 50 !== 49);
  expect(headlines.toSorted()).toEqual(expected.toSorted());
  await finished(page).getByRole('button', { name: 'Open 007.docx' }).click();
  await expect(page.locator('.ProseMirror h1')).toHaveText(headline(7));
});

test('a cancelled import keeps whole articles, leaves nothing half-written and says how far it came', async ({
  launch,
}, testInfo) => {
  test.setTimeout(120_000);
  const { paths } = await writeFiles(testInfo.outputPath('copy'));
  const copydesk = await launch();
  const { page, libraryDir } = copydesk;
  await importAll(copydesk, paths);
  await expect(running(page)).toContainText(/(?:[5-9]|\d\d) of 200/);
  await running(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(finished(page)).toContainText('Cancelled: ');
  const text = await finished(page).innerText();
  const [, made, refused, left] = /(\d+) files? imported, (\d+) refused, (\d+) not reached/.exec(text) ?? [];
  expect(Number(made) + Number(refused) + Number(left)).toBe(count);
  expect(Number(left)).toBeGreaterThan(0);
  const names = await articlesIn(libraryDir);
  // The one that was being written when Cancel was pressed may be whole already.
  expect(names.length - Number(made)).toBeGreaterThanOrEqual(0);
  expect(names.length - Number(made)).toBeLessThanOrEqual(1);
  for (const name of names) parseArticle(JSON.parse(readFileSync(join(libraryDir, name), 'utf8')));
  expect((await readdir(libraryDir)).filter((name) => name.includes('.tmp'))).toEqual([]);
  await finished(page).getByRole('button', { name: 'Done' }).click();
  await expect(finished(page)).toBeHidden();
});

test('a Word document is opened on the sheet; a removal is put back, and one key gives the text as it was', async ({
  launch,
}, testInfo) => {
  const path = testInfo.outputPath('ferry.docx');
  const body = paragraph('Night ferry returns', 'Title') + paragraph('The boat leaves at midnight.');
  await writeFile(path, docxOf(body, { comments: [{ by: 'Desk', text: 'Who said “midnight”?' }] }));
  const copydesk = await launch();
  const { page } = copydesk;
  await importAll(copydesk, [path]);
  const receipt = page.getByRole('dialog', { name: 'Imported from ferry.docx' });
  await expect(receipt.getByRole('table', { name: 'Counted before and after' })).toContainText('Words');
  await receipt.getByRole('button', { name: /^Put back: Comment by Desk/ }).click();
  await expect(receipt.getByRole('button', { name: /^Put back: Comment by Desk/ })).toBeDisabled();
  await expect(page.locator('.ProseMirror > p').last()).toHaveText('Who said “midnight”?');
  await page.keyboard.press('w');
  await expect(receipt).toBeHidden();
  await expect(page.locator('.ProseMirror h1')).toHaveText('');
  await expect(page.locator('.ProseMirror')).toContainText('Night ferry returns');
  await page.locator('.ProseMirror').focus();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.ProseMirror h1')).toHaveText('Night ferry returns');
});

test('a dropped folder is imported with the folders in it; what is no copy is left alone', async ({
  launch,
}, testInfo) => {
  const folder = testInfo.outputPath('from-the-desk');
  await mkdir(join(folder, 'inner', 'deeper'), { recursive: true });
  await writeFile(join(folder, 'one.txt'), 'First story\n\nWords.\n');
  await writeFile(join(folder, 'inner', 'two.md'), '# Second story\n\nWords.\n');
  await writeFile(join(folder, 'inner', 'deeper', 'three.html'), '<h1>Third story</h1><p>Words.</p>');
  await writeFile(join(folder, 'inner', 'photo.raw'), 'no copy');
  const { page, libraryDir } = await launch();
  const target = page.getByRole('main').getByRole('button', { name: 'Import…' });
  await target.waitFor();
  // What the desktop sends when a person drops a folder: the real thing, not an event of the page.
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  await expect(finished(page)).toContainText('3 files imported, 0 refused, 1 of other kinds left alone.');
  expect(await articlesIn(libraryDir)).toHaveLength(3);
});

test('a page is opened on the sheet with its receipt, and nothing of it is fetched', async ({
  launch,
}, testInfo) => {
  const path = testInfo.outputPath('page.html');
  const words = `<p>${'The boat left the northern quay at dawn with crew, freight and passengers aboard. '.repeat(4)}</p>`;
  await writeFile(
    path,
    `<!doctype html><html lang="en"><title>Night ferry returns</title><nav><ul><li>Sport 24</li></ul></nav><main><article><h1>Night ferry returns</h1>${words.repeat(4)}<figure><img src="https://post.example/boat.jpg" alt="A boat"><figcaption>At dawn</figcaption></figure></article></main><footer><p>Subscribe to our newsletter</p></footer></html>`,
  );
  const copydesk = await launch();
  const { page } = copydesk;
  // The preview shows the very bytes of the export; its policy keeps the picture from being asked for.
  copydesk.allow(/Loading the image .* violates .*"img-src 'self' data:".*\/preview\//);
  await importAll(copydesk, [path]);
  const receipt = page.getByRole('dialog', { name: 'Imported from page.html' });
  await expect(receipt).toContainText('A picture stays on the web: nothing was fetched', {
    ignoreCase: true,
  });
  await expect(receipt).toContainText('Sport 24');
  await receipt.getByRole('button', { name: 'Keep' }).click();
  await expect(page.locator('.ProseMirror h1')).toHaveText('Night ferry returns');
  await expect(page.locator('.ProseMirror')).not.toContainText('Sport 24');
  await expect(page.locator('.ProseMirror figure')).toContainText(
    'This picture is on the web and is not loaded here: https://post.example/boat.jpg',
  );
  await expect(page.locator('.ProseMirror figure img')).not.toHaveAttribute('src');
});
