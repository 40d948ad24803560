import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/app.ts';
import { png } from '../support/pictures.ts';

const words = (at: string): string =>
  `<p>The boat of ${at} left the northern quay at dawn with crew, freight and passengers aboard, and it was full.</p>`;

const page = `<!doctype html><html lang="en"><title>Night ferry returns</title>
<nav><ul><li><a href="https://post.example/sport">Sport today</a></li></ul></nav>
<main><article><h1>Night ferry returns</h1>${words('Monday')}${words('Tuesday')}
<figure><img src="./ferry_files/boat.png" alt="A boat"><figcaption>The boat at dawn <span class="credit">Ada Quill</span></figcaption></figure>
${words('Wednesday')}
<figure><img src="data:image/png;base64,${Buffer.from(png(8, 6)).toString('base64')}" alt="A map"><figcaption>The route</figcaption></figure>
${words('Thursday')}<p>Advertisement</p>${words('Friday')}</article></main>
<footer><p>Read our <a href="https://post.example/terms">terms of use</a> before you write to us.</p></footer></html>`;

test('a saved page comes with its pictures; what is put back stands where it stood, with its links', async ({
  launch,
}, testInfo) => {
  const folder = testInfo.outputPath('saved');
  await mkdir(join(folder, 'ferry_files'), { recursive: true });
  const path = join(folder, 'ferry.html');
  await writeFile(path, page);
  await writeFile(join(folder, 'ferry_files', 'boat.png'), png(40, 30));
  const copydesk = await launch();
  const { page: window } = copydesk;
  await window.getByRole('main').getByRole('button', { name: 'Import…' }).waitFor();
  await copydesk.reply({ open: [path] });
  await window.keyboard.press('Control+Shift+O');
  const receipt = window.getByRole('dialog', { name: 'Imported from ferry.html' });
  const sheet = window.locator('.ProseMirror');
  await expect(receipt).toBeVisible();
  await expect(sheet.locator('figure img')).toHaveCount(2);
  for (const [at, width] of [40, 8].entries())
    await expect
      .poll(() =>
        sheet
          .locator('figure img')
          .nth(at)
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBe(width);
  await expect(sheet.locator('figure').first()).toContainText('The boat at dawn');
  await expect(sheet.locator('figure').first()).toContainText('Ada Quill');

  const footer = receipt.getByRole('listitem').filter({ hasText: 'before you write to us' }).first();
  await footer.getByText('1 link').click();
  await expect(footer).toContainText('https://post.example/terms');
  await receipt.getByRole('button', { name: 'Keep' }).click();

  // More is written above before anything goes back.
  await sheet.locator('p', { hasText: 'The boat of Monday' }).click();
  await window.keyboard.press('Home');
  await window.keyboard.type('Written since. ');
  await copydesk.menu('import:receipt');
  await receipt.getByRole('button', { name: /^Put back: Advertisement/ }).click();
  await receipt.getByRole('button', { name: /^Put back: Rest of the page Read our/ }).click();
  await receipt.getByRole('button', { name: 'Keep' }).click();
  const texts = sheet.locator(':scope > p');
  await expect(texts).toContainText([
    'Written since. The boat of Monday',
    'The boat of Tuesday',
    'The boat of Wednesday',
    'The boat of Thursday',
    'Advertisement',
    'The boat of Friday',
    'Read our terms of use before you write to us.',
  ]);
  await expect(sheet.getByRole('link', { name: 'terms of use' })).toHaveAttribute(
    'href',
    'https://post.example/terms',
  );
  await sheet.focus();
  await window.keyboard.press('Control+z');
  await expect(sheet).not.toContainText('terms of use');
  await expect(sheet).toContainText('Advertisement');
  await expect(sheet).toContainText('Written since.');
});
