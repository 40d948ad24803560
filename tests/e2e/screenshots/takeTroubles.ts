import type { Page } from '@playwright/test';
import type { Article } from '../../../shared/article/article.ts';
import { expect, test, type CopydeskApp } from '../../support/app.ts';
import { arabicStory, englishStory, hindiStory, longStory } from '../../support/screenshotStories.ts';
import { openStory, previewOf } from '../../support/storyApp.ts';
import {
  cutShort,
  fillDisk,
  journalDrafts,
  makeNewer,
  replaceWords,
  rewriteAttributes,
  saveVersions,
  takeAway,
  tearJournal,
} from '../../support/troubles.ts';
import { now, start, take } from './camera.ts';

const small = { width: 1024, height: 700 };
const large = { width: 1280, height: 800 };
const minutes = (count: number): number => now.getTime() - count * 60_000;
const stories = (src: string): readonly Article[] => [englishStory(src), hindiStory(), longStory()];

/** One picture in the light, one in the dark, and one in a small window. */
async function takeThree({ page }: CopydeskApp, name: string): Promise<void> {
  // A dialog lets no command through: the system changes its theme, as in the evening.
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await take(page, `${name}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(small);
  await take(page, `${name}-small`);
}

const changed = (src: string): Article =>
  replaceWords(
    rewriteAttributes(
      englishStory(src),
      'The white night ferry at the north quay.',
      'https://example.org/school',
    ),
    [
      ['the last of 140 places had gone', 'the last of 140 places was sold to a baker'],
      ['Two things, says the harbour master', 'Three things, says the harbour master'],
      [
        'until now whatever was landed in the evening waited on ice',
        'until now the evening’s catch waited on ice',
      ],
    ],
  );

const recovered = (page: Page) => page.getByRole('dialog', { name: 'Recovered' });

test('one recovered draft', async ({ launch }) => {
  const copydesk = await start(launch, stories, large, async (folders, src) => {
    await journalDrafts(folders, [{ draft: changed(src), time: minutes(3) }]);
  });
  await expect(recovered(copydesk.page).locator('ins').first()).toBeVisible();
  await takeThree(copydesk, 'recovered');
});

test('several recovered drafts, one of a file that cannot be read, and a damaged journal', async ({
  launch,
}) => {
  let paths: readonly string[] = [];
  const copydesk = await start(launch, stories, large, async (folders, src) => {
    await cutShort(folders.libraryDir, longStory());
    paths = await journalDrafts(folders, [
      { draft: changed(src), time: minutes(3) },
      { draft: replaceWords(longStory(), [['Seventeen months', 'Eighteen months']]), time: minutes(60 * 26) },
      { draft: arabicStory(), time: minutes(12) },
    ]);
  });
  // A damaged journal is told once: to the page that looks first.
  await tearJournal(paths[0] ?? '');
  await copydesk.page.reload();
  await expect(recovered(copydesk.page).getByRole('note')).toContainText(
    'The damaged journal was not deleted',
  );
  await expect(recovered(copydesk.page).getByRole('listitem').first()).toBeVisible();
  await recovered(copydesk.page).getByText('What it says').last().click();
  await expect(recovered(copydesk.page)).toContainText('that file as it is');
  await takeThree(copydesk, 'recovered-several');
  await copydesk.page.setViewportSize(large);
  await copydesk.page.keyboard.press('Escape');
  await take(copydesk.page, 'recovered-later');
});

test('an article of a later Copydesk', async ({ launch }) => {
  const copydesk = await start(launch, stories, large, ({ libraryDir }, src) =>
    makeNewer(libraryDir, englishStory(src)),
  );
  await openStory(copydesk.page, englishStory(''));
  await expect(copydesk.page.getByRole('note')).toContainText('reading only');
  await previewOf(copydesk.page, englishStory(''));
  await takeThree(copydesk, 'read-only');
});

test('a full disk', async ({ launch }) => {
  const copydesk = await start(launch, stories, large);
  const { page } = copydesk;
  await openStory(page, englishStory(''));
  await fillDisk(copydesk, copydesk.libraryDir);
  await page.locator('.ProseMirror').getByText('On Friday evening').click();
  await page.keyboard.type('Nobody expected it. ');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert')).toBeVisible();
  await takeThree(copydesk, 'disk-full');
});

test('a library that is gone while one writes', async ({ launch }) => {
  const copydesk = await start(launch, stories, large);
  const { page, libraryDir } = copydesk;
  copydesk.allow(/404 .*\/media\//);
  await openStory(page, englishStory(''));
  await takeAway(libraryDir);
  await page.locator('.ProseMirror').getByText('On Friday evening').click();
  await page.keyboard.type('Nobody expected it. ');
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await expect(page.locator('[data-zone="library"]')).toContainText('cannot be used');
  await takeThree(copydesk, 'library-gone');
});

test('help on how work is kept', async ({ launch }) => {
  const copydesk = await start(launch, stories, large);
  await copydesk.menu('help:safety');
  await copydesk.page.getByRole('dialog', { name: 'How your work is kept' }).waitFor();
  await takeThree(copydesk, 'help-safety');
});

test('the history, compared', async ({ launch }) => {
  const copydesk = await start(launch, stories, large, async ({ libraryDir }, src) => {
    const first = englishStory(src);
    const { slugline: _slugline, ...second } = changed(src);
    await saveVersions(libraryDir, [
      { article: first, time: minutes(60 * 25) },
      { article: replaceWords(first, [['Night ferry', 'The night ferry']]), time: minutes(50) },
      {
        article: {
          ...second,
          section: 'Harbour',
          status: 'approved',
          headlines: { seo: 'Night ferry is back' },
        },
        time: minutes(8),
      },
    ]);
  });
  const { page, menu } = copydesk;
  await openStory(page, englishStory(''));
  await menu('panel:history');
  await page.getByRole('listbox', { name: 'Versions' }).getByRole('option').last().click();
  await expect(page.locator('.history-comparison ins').first()).toBeVisible();
  await takeThree(copydesk, 'history');
});
