import { readFileSync } from 'node:fs';
import { expect, inProject, test } from '../support/app.ts';
import { paste } from './harness/paste.ts';

const fixture = (name: string): string => readFileSync(inProject('tests', 'fixtures', 'paste', name), 'utf8');

test('a paste that left something out says so in passing; its receipt puts it back, and one key makes it plain', async ({
  launch,
}) => {
  const { page } = await launch();
  await page.getByRole('main').getByRole('button', { name: 'New Article' }).click();
  const sheet = page.locator('.ProseMirror');
  await sheet.waitFor();
  await sheet.locator('> p').last().click();

  // Nothing was changed: nothing is said.
  await paste(page, { html: fixture('docs-lists.html') });
  await expect(sheet.locator('li')).toHaveCount(4);
  await expect(page.locator('.ui-toast')).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await paste(page, { html: fixture('word-comments.html'), text: 'The mayor was paid £900 a day.' });
  await expect(page.locator('.ui-toast')).toContainText('Pasted from Word: 2 left out');
  await expect(sheet).toBeFocused();
  await page.getByRole('button', { name: 'Details…' }).click();
  const receipt = page.getByRole('dialog', { name: 'Pasted from Word' });
  await expect(receipt.getByRole('row', { name: /^Pasted 7 3 0/ })).toBeVisible();
  await expect(receipt).toContainText('Was it £900 or “about 800”?');
  await receipt.getByRole('button', { name: /^Put back: Comment/ }).click();
  await expect(sheet).toContainText('Was it £900 or “about 800”?');
  await receipt.getByRole('button', { name: 'Keep' }).click();

  await sheet.locator('> p').last().click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await paste(page, { html: fixture('word-block-quote.html'), text: 'All plain.\n\nNo quote.' });
  await expect(sheet.locator('blockquote')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Alt+v');
  await expect(sheet.locator('blockquote')).toHaveCount(0);
  await expect(sheet.locator('> p').last()).toHaveText('No quote.');
});

const titled = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><p class=MsoTitle>Night ferry returns</p><p class=MsoSubtitle>After nine years the boat is back</p><p class=MsoNormal>MARROW SOUND, March 3 (Reuters) - The boat leaves at midnight.</p><p class=MsoNormal>It costs what the bus does.</p></body></html>`;

for (const place of ['headline', 'body'] as const)
  test(`a document pasted into the ${place} of a new article fills headline, standfirst and dateline; one undo empties it`, async ({
    launch,
  }) => {
    const { page } = await launch();
    await page.getByRole('main').getByRole('button', { name: 'New Article' }).click();
    const sheet = page.locator('.ProseMirror');
    await sheet.waitFor();
    await sheet.locator(place === 'headline' ? 'h1' : '> p >> nth=-1').click();
    await paste(page, { html: titled, text: 'Night ferry returns' });
    await expect(sheet.locator('h1')).toHaveText('Night ferry returns');
    await expect(sheet.locator('p.standfirst')).toHaveText('After nine years the boat is back');
    await expect(sheet.locator('p.dateline')).toContainText('MARROW SOUND, March 3 (Reuters) -');
    await expect(sheet.getByText('The boat leaves at midnight.', { exact: true })).toBeVisible();
    await expect(page.locator('.ui-toast')).toContainText('Pasted from Word: 3 lifted into a field');
    await page.keyboard.type(' Fin.');
    await expect(sheet).toContainText('It costs what the bus does. Fin.');
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(sheet.locator('h1')).toHaveText('');
    await expect(sheet).not.toContainText('boat');
  });

test('a title that is pasted into an article with words stays in its text', async ({ launch }) => {
  const { page } = await launch();
  await page.getByRole('main').getByRole('button', { name: 'New Article' }).click();
  const sheet = page.locator('.ProseMirror');
  await sheet.waitFor();
  await sheet.locator('> p').last().click();
  await page.keyboard.type('Written already.');
  await page.keyboard.press('Enter');
  await paste(page, { html: titled, text: 'Night ferry returns' });
  await expect(sheet.locator('h2')).toContainText(['Night ferry returns']);
  await expect(sheet.locator('h1')).toHaveText('');
});
