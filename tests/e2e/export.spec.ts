import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { schema } from '../../shared/article/schema.ts';
import type { Format } from '../../shared/formats/format.ts';
import { formats } from '../../shared/formats/index.ts';
import type { Article } from '../../shared/article/article.ts';
import { expect, inProject, test } from '../support/app.ts';
import { englishStory } from '../support/screenshotStories.ts';
import { launchWith, openStory } from '../support/storyApp.ts';

const css = readFileSync(inProject('assets', 'themes', 'broadsheet.css'), 'utf8');

const radioOf = ({ label, extension }: Format) => ({ name: `${label} .${extension}`, exact: true });

/** The story with something that Markdown cannot carry as it is. */
const withSubscript = (src: string): Article => {
  const article = englishStory(src);
  const line = schema.node('paragraph', null, [
    schema.text('The new engine saves CO'),
    schema.text('2', [schema.mark('subscript')]),
    schema.text(' on every trip.'),
  ]);
  return { ...article, body: article.body.copy(article.body.content.addToEnd(line)) };
};

for (const format of formats)
  test(`exports ${format.label} with its pictures, by keyboard alone`, async ({ launch }, testInfo) => {
    let src = '';
    const copydesk = await launchWith(launch, (given) => {
      src = given;
      return englishStory(given);
    });
    const { page, reply } = copydesk;
    const article = englishStory(src);
    await openStory(page, article);
    await page.locator('.ProseMirror').focus();
    const target = testInfo.outputPath('out', `story.${format.extension}`);
    await mkdir(dirname(target), { recursive: true });
    await reply({ saveTo: target });
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('radio', { checked: true })).toBeFocused();
    for (let step = 0; step < formats.indexOf(format); step += 1) await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('radio', radioOf(format))).toBeFocused();
    await page.keyboard.press('Enter');
    const settings = { theme: { id: 'broadsheet', css } };
    const text = format.render(article, settings);
    const pictures = text.includes(src) ? ' with 1 picture' : '';
    await expect(page.getByText(`Exported ${target}${pictures}`, { exact: true }).first()).toBeVisible();
    await expect(dialog).toBeHidden();
    await expect(page.locator('.ProseMirror')).toBeFocused();

    expect(readFileSync(target, 'utf8')).toBe(text);
    const copied = join(dirname(target), src);
    expect(existsSync(copied)).toBe(pictures !== '');
    if (pictures !== '') expect(readFileSync(copied)).toEqual(readFileSync(join(copydesk.libraryDir, src)));

    // The next export starts with the format of the last one.
    await page.keyboard.press('Control+e');
    await expect(dialog.getByRole('radio', radioOf(format))).toBeChecked();
  });

test('says before writing what a format cannot carry', async ({ launch }) => {
  let src = '';
  const { page } = await launchWith(launch, (given) => withSubscript((src = given)));
  await openStory(page, withSubscript(src));
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  for (const format of formats) {
    await dialog.getByRole('radio', radioOf(format)).check();
    const losses = format.losses(withSubscript(src));
    const shown = dialog.getByRole('region', { name: 'What this format leaves out' });
    if (losses.length === 0) await expect(shown).toContainText('Nothing is lost');
    for (const { what, instead, count } of losses) {
      const line = shown.getByRole('listitem').filter({ hasText: what }).first();
      await expect(line).toContainText(instead);
      await expect(line).toContainText(String(count));
    }
  }
});

test('a cancelled Save As writes nothing and leaves the dialog', async ({ launch }, testInfo) => {
  const { page, reply } = await launchWith(launch, englishStory);
  await openStory(page, englishStory(''));
  await reply({ saveTo: null });
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByRole('button', { name: 'Export…' })).toBeFocused();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  expect((await readdir(testInfo.outputPath())).filter((name) => /\.(html|md)$/.test(name))).toEqual([]);
});

test('a failed export says which file, what is safe, and stays', async ({ launch }, testInfo) => {
  const { page, reply } = await launchWith(launch, englishStory);
  await openStory(page, englishStory(''));
  const target = testInfo.outputPath('no-such-folder', 'story.html');
  await reply({ saveTo: target });
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByRole('alert')).toContainText('no-such-folder” is missing, so nothing was written');
  await expect(dialog.getByRole('alert')).toContainText('The article itself is safe in the library');
  expect(existsSync(dirname(target))).toBe(false);
  const elsewhere = testInfo.outputPath('story.html');
  await reply({ saveTo: elsewhere });
  await dialog.getByRole('button', { name: 'Choose Another Folder…' }).click();
  await expect(page.getByText(`Exported ${elsewhere}`).first()).toBeVisible();
});

test('a missing picture is named, and the rest is written', async ({ launch }, testInfo) => {
  const missing = `media/${'0'.repeat(64)}.png`;
  const copydesk = await launchWith(launch, () => englishStory(missing));
  copydesk.allow(/status of 404 .*\/media\/0+\.png/);
  const { page, reply } = copydesk;
  await openStory(page, englishStory(missing));
  const target = testInfo.outputPath('story.html');
  await reply({ saveTo: target });
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Exported' });
  await expect(dialog).toContainText(missing);
  await expect(dialog).toContainText(target);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
  expect(readFileSync(target, 'utf8')).toContain('Night ferry');
});

test('what was typed a moment ago is in the export and on disk', async ({ launch }, testInfo) => {
  const { page, reply, libraryDir } = await launchWith(launch, englishStory);
  await openStory(page, englishStory(''));
  const target = testInfo.outputPath('story.html');
  await reply({ saveTo: target });
  await page.locator('.ProseMirror').getByText('On Friday evening').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Just now.');
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText(`Exported ${target}`).first()).toBeVisible();
  expect(readFileSync(target, 'utf8')).toContain('Just now.');
  const [file] = (await readdir(libraryDir)).filter(
    (name) => name.endsWith('.copydesk') && !name.startsWith('.'),
  );
  expect(readFileSync(join(libraryDir, file ?? ''), 'utf8')).toContain('Just now.');
});
