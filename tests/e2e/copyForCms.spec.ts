import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';
import { fragment } from '../../shared/formats/fragment.ts';
import { wordPress } from '../../shared/formats/wordPress.ts';
import { expect, test, type CopydeskApp } from '../support/app.ts';
import { englishStory } from '../support/screenshotStories.ts';
import { launchWith, openStory } from '../support/storyApp.ts';

const settings = { theme: { id: '', css: '' } };

const onClipboard = ({ app }: CopydeskApp) =>
  app.evaluate(async ({ clipboard }) => {
    const [item] = await clipboard.read();
    const read = async (type: string): Promise<string> => {
      const payload = item?.types.includes(type) === true ? await item.getType(type) : '';
      return payload instanceof Blob ? payload.text() : '';
    };
    return { html: await read('text/html'), text: await read('text/plain') };
  });

const embargoed = (src: string): Article => ({ ...englishStory(src), embargo: '2999-05-04T12:00:00+05:30' });

test('Copy for CMS, by the keyboard: pasted into our own editor it is the same article', async ({
  launch,
}) => {
  let src = '';
  const copydesk = await launchWith(launch, (given) => englishStory((src = given)));
  const { page } = copydesk;
  const article = englishStory(src);
  await openStory(page, article);
  await page.locator('.ProseMirror').focus();
  await page.keyboard.press('Control+Shift+c');
  await expect(page.getByText('Copied for a CMS, without headline and byline.').first()).toBeVisible();
  const copied = await onClipboard(copydesk);
  expect(copied.html).toBe(fragment.render(article, settings));
  expect(copied.text).not.toContain('<p>');

  await page.keyboard.press('Control+n');
  const sheet = page.locator('.ProseMirror');
  await expect(sheet.locator('h1')).toBeEmpty();
  await sheet.locator('> p').last().click();
  await sheet.evaluate((element, { html, text }) => {
    const data = new DataTransfer();
    data.setData('text/html', html);
    data.setData('text/plain', text);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, copied);
  await page.keyboard.press('Control+s');
  const saved = () =>
    readdirSync(copydesk.libraryDir)
      .filter((name) => /^[^.].*\.copydesk$/u.test(name))
      .map(
        (name) =>
          JSON.parse(readFileSync(join(copydesk.libraryDir, name), 'utf8')) as { id: string; body: unknown },
      ) // our own files
      .find(({ id }) => id !== article.id);
  await expect.poll(() => JSON.stringify(saved()?.body ?? '').length).toBeGreaterThan(500);
  const body = schema.nodeFromJSON(saved()?.body);
  const rest = (node: typeof body) =>
    node.children.filter(({ type }) => type.name === 'dateline' || type.isInGroup('block'));
  const outline = (node: typeof body) => rest(node).map((one) => [one.type.name, one.textContent]);
  expect(outline(body)).toEqual(outline(article.body));
});

test('Copy for WordPress, from the palette: blocks in both forms', async ({ launch }) => {
  let src = '';
  const copydesk = await launchWith(launch, (given) => englishStory((src = given)));
  const { page } = copydesk;
  await openStory(page, englishStory(src));
  await page.locator('.ProseMirror').focus();
  await page.keyboard.press('Control+Shift+p');
  await expect(page.getByRole('combobox', { name: 'Commands' })).toBeFocused();
  await page.keyboard.type('Copy for WordPress');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Copied for WordPress').first()).toBeVisible();
  const blocks = wordPress.render(englishStory(src), settings);
  expect(await onClipboard(copydesk)).toEqual({ html: blocks, text: blocks });
});

test('an embargoed article leaves by no route without a reason; with one it does, and it is recorded', async ({
  launch,
}, testInfo) => {
  const copydesk = await launchWith(launch, embargoed);
  const { page, reply, libraryDir } = copydesk;
  await openStory(page, embargoed(''));
  const question = page.getByRole('alertdialog');
  const target = testInfo.outputPath('story.html');
  await reply({ saveTo: target });
  const routes: readonly [string, () => Promise<void>][] = [
    ['Copy', () => page.keyboard.press('Control+Shift+c')],
    ['Print', () => page.keyboard.press('Control+p')],
    [
      'Export',
      async () => {
        await page.keyboard.press('Control+e');
        await page.getByRole('button', { name: 'Export…' }).click();
      },
    ],
  ];
  for (const [verb, leave] of routes) {
    await page.locator('.ProseMirror').focus();
    await leave();
    await expect(question).toContainText('embargoed until 4 May 2999 at 12:00 (+05:30)');
    await question.getByRole('button', { name: `${verb} Anyway` }).click();
    await expect(question).toContainText('Say why it leaves all the same');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(question).toBeHidden();
    await page.keyboard.press('Escape');
  }
  expect(readdirSync(join(libraryDir, '.copydesk'))).not.toContain('overrides');
  expect((await onClipboard(copydesk)).html).toBe('');

  await page.locator('.ProseMirror').focus();
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: 'Export…' }).click();
  await question.getByLabel('Reason').fill('The agency moved it');
  await page.screenshot({ path: testInfo.outputPath('held.png') });
  await question.getByRole('button', { name: 'Export Anyway' }).click();
  await expect(page.getByText(`Exported ${target}`).first()).toBeVisible();
  const [record = ''] = readdirSync(join(libraryDir, '.copydesk', 'overrides'));
  const text = readFileSync(join(libraryDir, '.copydesk', 'overrides', record), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ reason: 'The agency moved it', route: 'export', target });
  await expect(page.getByRole('button', { name: 'Show in Folder' })).toBeVisible();
});

test('an embargo is set in the Story tab', async ({ launch }) => {
  const copydesk = await launchWith(launch, englishStory);
  const { page, libraryDir } = copydesk;
  await openStory(page, englishStory(''));
  await page.getByRole('tab', { name: 'Story', exact: true }).click();
  await page.getByLabel('Embargo').fill('2999-05-04T12:00');
  await page.keyboard.press('Control+s');
  const file = () =>
    readdirSync(libraryDir)
      .filter((name) => /^[^.].*\.copydesk$/u.test(name))
      .map((name) => readFileSync(join(libraryDir, name), 'utf8'))
      .join('');
  await expect.poll(file).toMatch(/"embargo": "2999-05-04T12:00:00[+-]\d{2}:\d{2}"/u);
  await page.locator('.ProseMirror').focus();
  await page.keyboard.press('Control+Shift+c');
  await expect(page.getByRole('alertdialog')).toContainText('embargoed until 4 May 2999');
});
