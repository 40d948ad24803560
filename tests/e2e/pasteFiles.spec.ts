import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { docxOf, paragraph } from '../support/docxFile.ts';

/** Pastes files as Chromium does when they were copied in a file manager, where the caret is. */
const pasteFiles = (page: Page, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) =>
  page.evaluate(
    (given) => {
      const data = new DataTransfer();
      for (const { name, bytes } of given) data.items.add(new File([new Uint8Array(bytes)], name));
      data.setData('text/plain', given.map(({ name }) => name).join('\n'));
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
  );

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

test('a copied document is imported when it is pasted; what is no document is refused in a sentence', async ({
  launch,
}) => {
  const { page } = await launch();
  await page.getByRole('main').getByRole('button', { name: 'New Article' }).click();
  const sheet = page.locator('.ProseMirror');
  await sheet.waitFor();
  await sheet.locator('> p').last().click();

  await pasteFiles(page, [{ name: 'clip.mp4', bytes: text('no copy') }]);
  await expect(page.getByText('Copydesk does not read files of this kind: “clip.mp4”.')).toBeVisible();
  await expect(sheet).not.toContainText('clip.mp4');

  const bytes = docxOf(paragraph('Night ferry returns', 'Title') + paragraph('The boat leaves at midnight.'));
  await pasteFiles(page, [{ name: 'ferry.docx', bytes }]);
  await expect(page.getByRole('dialog', { name: 'Imported from ferry.docx' })).toBeVisible();
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(sheet.locator('h1')).toHaveText('Night ferry returns');
  await expect(sheet).toContainText('The boat leaves at midnight.');
});
