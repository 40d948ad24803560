import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { articleName } from '../../../electron/core/fileNames.ts';
import { articleToBytes } from '../../../electron/core/serialise.ts';
import type { Article } from '../../../shared/article/article.ts';
import { expect, test, type CopydeskApp } from '../../support/app.ts';
import { englishStory, hindiStory, longStory } from '../../support/screenshotStories.ts';
import { openStory } from '../../support/storyApp.ts';
import { replaceWords } from '../../support/troubles.ts';
import { start, take } from './camera.ts';

const small = { width: 1024, height: 700 };
const large = { width: 1280, height: 800 };
const stories = (src: string): readonly Article[] => [englishStory(src), hindiStory(), longStory()];

/** The story as a colleague has changed it on another computer. */
const theirs = (src: string): Article =>
  replaceWords({ ...englishStory(src), slugline: 'night-ferry', modified: '2026-11-14T14:16:40.000Z' }, [
    [
      'Night ferry returns to Marrow Sound after eleven winters',
      'Night ferry is back on Marrow Sound after eleven winters',
    ],
    ['the last of 140 places had gone', 'the last of 140 places was sold to a baker'],
  ]);

async function meet(copydesk: CopydeskApp): Promise<void> {
  const { page, libraryDir } = copydesk;
  await openStory(page, englishStory(''));
  const lead = page.locator('.ProseMirror').getByText('From Monday a boat crosses').first();
  const { height } = (await lead.boundingBox()) ?? { height: 0 };
  // Into its last line.
  await lead.click({ position: { x: 8, y: height - 8 } });
  await page.keyboard.press('End');
  await page.keyboard.type(' The harbour office has printed a new timetable.');
  await expect(page.getByText(/^Saved .*\d\d:\d\d/)).toBeVisible();
  const src = await page.locator('.ProseMirror img').first().getAttribute('src');
  const other = theirs(src?.replace(/^.*(media\/)/, '$1') ?? '');
  await writeFile(join(libraryDir, articleName(englishStory(''))), articleToBytes(other));
  await expect(page.getByRole('note')).toContainText('changed by another program');
}

async function takeThree(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await take(page, `${name}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(small);
  await take(page, `${name}-small`);
  await page.setViewportSize(large);
}

test('an article that was changed elsewhere: the notice, and the two versions compared', async ({
  launch,
}) => {
  const copydesk = await start(launch, stories, large);
  const { page } = copydesk;
  await meet(copydesk);
  await takeThree(page, 'conflict-notice');
  await page.getByRole('note').getByRole('button', { name: 'Compare…' }).click();
  await expect(page.getByRole('dialog').locator('ins').first()).toBeVisible();
  await takeThree(page, 'conflict');
});
