import { writeFile } from 'node:fs/promises';
import { expect, test, type CopydeskApp } from '../support/app.ts';
import { axeFindings } from '../support/axe.ts';
import { englishStory, plainStory } from '../support/screenshotStories.ts';
import { launchWith, openStory, previewOf } from '../support/storyApp.ts';

async function look({ page }: CopydeskApp, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await axeFindings(page), `${what}, ${colorScheme}`).toEqual([]);
  }
}

test('axe finds nothing in the preview at any width', async ({ launch }) => {
  const copydesk = await launchWith(launch, englishStory);
  await openStory(copydesk.page, englishStory(''));
  await previewOf(copydesk.page, englishStory(''));
  for (const name of ['Phone', 'Tablet', 'Desktop', 'Print']) {
    await copydesk.page.getByRole('radio', { name }).check({ force: true });
    await look(copydesk, name);
  }
});

test('axe finds nothing in the receipt and in the result of an export', async ({ launch }, testInfo) => {
  const missing = `media/${'0'.repeat(64)}.png`;
  const copydesk = await launchWith(launch, () => englishStory(missing));
  copydesk.allow(/status of 404 .*\/media\/0+\.png/);
  const { page, reply, menu } = copydesk;
  await openStory(page, englishStory(missing));
  await reply({ saveTo: testInfo.outputPath('story.html') });
  await menu('export:open');
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('dialog', { name: 'Exported' })).toBeVisible();
  await look(copydesk, 'result of an export');
  await page.keyboard.press('Escape');

  const path = testInfo.outputPath('ferry.txt');
  await writeFile(path, plainStory);
  await reply({ open: [path] });
  await menu('import:text');
  await expect(page.getByRole('dialog', { name: 'Imported from ferry.txt' })).toBeVisible();
  await look(copydesk, 'receipt');
});
