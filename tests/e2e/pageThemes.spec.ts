import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { html } from '../../shared/formats/html.ts';
import { pageThemes } from '../judges/htmlPages.ts';
import { expect, test } from '../support/app.ts';
import { articleFixture } from '../support/articleFixtures.ts';
import { axeFindings } from '../support/axe.ts';
import { requireChromium } from '../support/chromium.ts';
import { arabicStory, englishStory, hindiStory } from '../support/screenshotStories.ts';
import { launchWith, openStory, previewOf } from '../support/storyApp.ts';

const story = englishStory('');
const choice = (page: Page) => page.getByRole('combobox', { name: 'Page theme' });

let browser: Browser;
test.beforeAll(async () => {
  browser = await chromium.launch({ executablePath: requireChromium(), args: ['--no-sandbox'] });
});
test.afterAll(() => browser.close());

const exportTo = async (page: Page, target: string, reply: (answer: { saveTo: string }) => Promise<void>) => {
  await reply({ saveTo: target });
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  return readFile(target);
};

test('each theme is chosen in the preview, remembered, and exported byte for byte', async ({
  launch,
}, testInfo) => {
  const { page, reply } = await launchWith(launch, englishStory);
  await openStory(page, story);
  await previewOf(page, story);
  await expect(choice(page).locator('option')).toHaveText(['Broadsheet', 'Tabloid', 'Plain']);
  for (const { id, css } of pageThemes) {
    await choice(page).selectOption(id);
    const shown = page.frameLocator('iframe[title="Preview"]').locator('style');
    await expect.poll(() => shown.textContent().then((text) => text?.trim())).toBe(css.trim());
    const bytes = await page.evaluate(async () => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Preview"]');
      return [...new Uint8Array(await (await fetch(frame?.src ?? '')).arrayBuffer())];
    });
    const exported = await exportTo(page, testInfo.outputPath(`${id}.html`), reply);
    expect(Buffer.from(bytes).equals(exported)).toBe(true);
  }
  await page.keyboard.press('Control+e');
  const inDialog = page.getByRole('dialog').getByRole('combobox', { name: 'Page theme' });
  await expect(inDialog).toHaveValue('plain');
});

test('a theme of the library is offered and shown at once, follows its files, and falls back with a message', async ({
  launch,
}) => {
  const { page, libraryDir } = await launchWith(launch, englishStory);
  await openStory(page, story);
  const frame = await previewOf(page, story);
  await expect(choice(page).locator('option')).toHaveCount(3);
  const folder = join(libraryDir, 'themes', 'ours');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'theme.css'), 'h1 { color: rgb(1, 2, 3) }');
  await expect(choice(page).locator('option')).toHaveText([
    'Broadsheet',
    'Tabloid',
    'Plain',
    'ours (library)',
  ]);
  await choice(page).selectOption('ours');
  await expect(frame.locator('h1')).toHaveCSS('color', 'rgb(1, 2, 3)');
  const source = await page.locator('iframe[title="Preview"]').getAttribute('src');
  await writeFile(join(folder, 'theme.css'), 'h1 { color: rgb(4, 5, 6) }');
  await expect(frame.locator('h1')).toHaveCSS('color', 'rgb(4, 5, 6)');
  await writeFile(join(folder, 'template.json'), '{"label": "The Post", "masthead": ["The Post"]}');
  await expect(frame.locator('header.masthead')).toHaveText('The Post');
  await expect(choice(page).locator('option').last()).toHaveText('The Post (library)');

  await writeFile(join(folder, 'theme.css'), '@import "https://evil.example/a.css";');
  await expect(page.getByText('The page theme “ours” cannot be used')).toContainText(
    'loads another style sheet (@import)',
  );
  await expect(choice(page).locator('option').last()).toHaveText('ours (library) – broken');
  await expect(frame.locator('h1')).not.toHaveCSS('color', 'rgb(4, 5, 6)');
  await writeFile(join(folder, 'theme.css'), 'h1 { color: rgb(7, 8, 9) }');
  await expect(frame.locator('h1')).toHaveCSS('color', 'rgb(7, 8, 9)');
  await expect(page.getByText('cannot be used')).toBeHidden();
  // All of it without loading the page again.
  expect(await page.locator('iframe[title="Preview"]').getAttribute('src')).toBe(source);
  await rm(folder, { recursive: true });
  await expect(page.getByText('There is no page theme “ours” here')).toBeVisible();
});

test('the preview looks as the exported file does, at three widths in three themes', async ({
  launch,
}, testInfo) => {
  // Eighteen pictures of large pages, drawn without a graphics card.
  test.setTimeout(240_000);
  const { page, reply } = await launchWith(launch, englishStory);
  // Wide enough that no width is scaled down.
  await page.setViewportSize({ width: 2700, height: 1000 });
  await openStory(page, story);
  const frame = await previewOf(page, story);
  const splitter = page.getByRole('separator', { name: /panel/iu });
  await splitter.focus();
  await page.keyboard.press('Home');
  if ((await page.locator('.preview-zoom').textContent()) !== '100 %') await page.keyboard.press('End');
  for (const { id } of pageThemes) {
    await choice(page).selectOption(id);
    const target = testInfo.outputPath(`${id}.html`);
    await exportTo(page, target, reply);
    for (const [name, width] of [
      ['Phone', 390],
      ['Tablet', 820],
      ['Desktop', 1280],
    ] as const) {
      await page.getByRole('radio', { name }).check({ force: true });
      await expect(page.locator('.preview-zoom')).toHaveText('100 %');
      const shownWidth = () =>
        frame.locator(':root').evaluate((root) => root.ownerDocument.defaultView?.innerWidth);
      await expect.poll(shownWidth).toBe(width);
      await frame.locator('img').evaluate((image) => (image as HTMLImageElement).decode()); // an img is one
      const element = page.locator('iframe[title="Preview"]');
      const box = await element.boundingBox();
      // Nothing of the window's own lies over the page: no word of the export that was made, no line beside the caret.
      await expect(page.locator('.ui-toast')).toHaveCount(0, { timeout: 15_000 });
      await page.locator('.preview-mark').evaluateAll((marks) => {
        // A mark is an element of HTML.
        for (const mark of marks) (mark as HTMLElement).style.visibility = 'hidden';
      });
      const preview = PNG.sync.read(await element.screenshot());
      const file = await browser.newPage({ viewport: { width, height: Math.round(box?.height ?? 0) } });
      await file.goto(pathToFileURL(target).href);
      const opened = PNG.sync.read(await file.screenshot());
      await file.close();
      const height = Math.min(preview.height, opened.height);
      const crop = (image: PNG) => image.data.subarray(0, width * height * 4);
      expect([preview.width, opened.width]).toEqual([width, width]);
      const different = pixelmatch(crop(preview), crop(opened), undefined, width, height, { threshold: 0.1 });
      expect(different / (width * height), `${id} at ${width} px`).toBeLessThanOrEqual(0.001);
    }
  }
});

test('axe finds nothing in three themes, light, dark and in print, at phone and desktop width', async () => {
  test.setTimeout(240_000);
  const testInfo = test.info();
  const stories = [
    ...['whole', 'hindi', 'arabic', 'table', 'related-link', 'correction'].map(articleFixture),
    englishStory(''),
    hindiStory(),
    arabicStory(),
  ];
  const page = await browser.newPage();
  const target = testInfo.outputPath('page.html');
  const found: string[] = [];
  for (const theme of pageThemes)
    for (const [at, article] of stories.entries()) {
      await writeFile(target, html.render({ ...article, section: 'The coast' }, { theme }));
      for (const media of ['light', 'dark', 'print'] as const) {
        await page.emulateMedia(media === 'print' ? { media } : { media: 'screen', colorScheme: media });
        await page.setViewportSize({ width: media === 'dark' ? 375 : 1280, height: 900 });
        await page.goto(pathToFileURL(target).href);
        found.push(...(await axeFindings(page)).map((one) => `${theme.id} ${at} ${media}: ${one}`));
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (over > 0) found.push(`${theme.id} ${at} ${media}: is ${over} px too wide`);
      }
    }
  expect(found).toEqual([]);
});
