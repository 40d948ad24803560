import { article, block, expect, test } from './harness/editorTest.ts';

const three = article(
  { headline: 'Wall' },
  block('paragraph', 'One.'),
  block('paragraph', 'Two.'),
  block('paragraph', 'Three.'),
);

const figure = {
  type: 'figure',
  attrs: { src: `media/${'1'.repeat(64)}.png`, width: 960, height: 540 },
  content: [{ type: 'caption' }, { type: 'credit' }],
};

const blocksOf = async (sheet: { lines: () => Promise<readonly string[]> }) =>
  (await sheet.lines()).filter((line) => !line.startsWith('headline'));

test('a figure asks for its alt text; Tab goes from alt to caption to credit to the next block', async ({
  sheet,
}) => {
  await sheet.open({ body: article({ headline: 'Wall' }, figure, block('paragraph', 'After.')) });
  const { page } = sheet;
  const alt = page.getByLabel('Alt text');
  await expect(page.getByText('Describe the picture')).toBeVisible();
  await sheet.ask('focusBlock', 5);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(alt).toBeFocused();
  await page.keyboard.type('A grey wall');
  await expect(page.getByText('Describe the picture')).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Decorative')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('The wall');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Own picture');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Now ');
  expect(await blocksOf(sheet)).toEqual(['figure: The wallOwn picture', 'paragraph: Now After.']);
  expect(JSON.stringify(await sheet.ask('body'))).toContain('"alt":"A grey wall"');
  await page.getByLabel('Decorative').check();
  await expect(alt).toBeDisabled();
});

test('a word of alt text is one step of undo, in the same history', async ({ sheet }) => {
  await sheet.open({ body: article({ headline: 'Wall' }, figure) });
  const alt = sheet.page.getByLabel('Alt text');
  await alt.focus();
  await sheet.page.keyboard.type('wall');
  await sheet.page.keyboard.press('ControlOrMeta+z');
  await expect(alt).toHaveValue('');
});

test('a missing picture is named, and can be replaced', async ({ sheet }) => {
  const missing = { ...figure, attrs: { src: 'media/missing.png' } };
  await sheet.open({ body: article({ headline: 'Wall' }, missing) });
  await expect(sheet.page.getByText('This picture cannot be shown: media/missing.png')).toBeVisible();
  await sheet.page.getByRole('button', { name: 'Replace…' }).click();
  await expect(sheet.page.locator('.figure-missing')).toBeHidden();
});

test('an error while adding a picture is reported and changes nothing', async ({ sheet }) => {
  await sheet.open({ body: three, pictureError: 'The disk is full' });
  await sheet.ask('run', 'insert:figure');
  await expect.poll(() => sheet.ask('reported')).toEqual(['The disk is full']);
  expect(await sheet.ask('changes')).toBe(0);
});

test('a related link is typed, or picked from the library', async ({ sheet }) => {
  await sheet.open({ body: three });
  const { page } = sheet;
  await sheet.ask('focusBlock', 7);
  await sheet.ask('run', 'insert:related');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Address')).toBeFocused();
  await page.keyboard.type('javascript:alert(1)');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Addresses that begin with “javascript:” are not allowed')).toBeVisible();
  expect(JSON.stringify(await sheet.ask('body'))).not.toContain('javascript');
  await page.getByRole('button', { name: 'From the library…' }).click();
  await page.getByRole('combobox', { name: 'Find an article' }).fill('harbour');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Linked to “Harbour wall holds”')).toBeVisible();
  expect((await blocksOf(sheet)).at(-1)).toBe('relatedLink: Harbour wall holds');
  expect(JSON.stringify(await sheet.ask('body'))).toContain('"articleId":"bbbb');
});
