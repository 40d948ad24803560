import { article, block, expect, test } from './harness/editorTest.ts';

const paragraphs = Array.from({ length: 1200 }, (_, index) =>
  block('paragraph', `${index}: the wall held, and the people on the quay went home with their sandbags.`),
);

test('in a long article the browser lays out only what is in view, and everything still works', async ({
  sheet,
}) => {
  await sheet.open({ body: article({ headline: 'Wall', dateline: 'Quay:' }, ...paragraphs) });
  const { page } = sheet;
  await expect(page.locator('.tiptap')).toHaveClass(/is-long/);
  await sheet.ask('focusBlock', 1000);
  const block995 = page.locator('.tiptap > p').filter({ hasText: '995: the wall' });
  await expect(block995).toBeInViewport();
  await page.keyboard.type('Here ');
  await page.keyboard.type('and now ');
  expect(await sheet.ask('kept')).toBe(1204);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(block995).toBeInViewport();
  await block995.hover();
  await expect(page.getByRole('button', { name: /^Block: drag/ })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+End');
  await expect(page.locator('.tiptap > p').last()).toBeInViewport();
  await page.keyboard.press('ControlOrMeta+Home');
  await expect(page.locator('.headline')).toBeInViewport();
  expect(await sheet.ask('valid')).toBe(true);
});

test('a short article keeps its blocks as they are', async ({ sheet }) => {
  await sheet.open({ body: article({ headline: 'Wall' }, ...paragraphs.slice(0, 20)) });
  await expect(sheet.page.locator('.tiptap')).not.toHaveClass(/is-long/);
});
