import type { Page } from '@playwright/test';
import { article, block, expect, test } from './harness/editorTest.ts';

/** How far the caret is from the top and the bottom of the sheet's pane, in pixels. */
const room = (page: Page) =>
  page.evaluate(() => {
    const pane = document.querySelector('.editor-pane')?.getBoundingClientRect();
    const range = getSelection()?.getRangeAt(0);
    const node = range?.startContainer;
    // An empty block's caret has no box of its own.
    const element = node instanceof Element ? node : node?.parentElement;
    const caret = range?.getClientRects()[0] ?? element?.getBoundingClientRect();
    if (pane === undefined || caret === undefined) throw new Error('There is no caret');
    return { above: caret.top - pane.top, below: pane.bottom - caret.bottom };
  });

test('whoever types on keeps the caret off the lower edge of the sheet, and sees it all the way up again', async ({
  sheet,
}) => {
  const { page } = sheet;
  await sheet.open({ body: article({ headline: 'Wall' }, block('paragraph', 'The wall held.')) });
  await page.locator('.tiptap > p').last().click();
  await page.keyboard.press('End');
  const scroll = () => page.locator('.editor-pane').evaluate((pane) => pane.scrollTop);
  for (let line = 0; line < 30; line += 1) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(`Line ${String(line)}`);
    expect((await room(page)).below, `line ${String(line)}`).toBeGreaterThanOrEqual(60);
  }
  const down = await scroll();
  expect(down).toBeGreaterThan(200);
  for (let line = 0; line < 28; line += 1) {
    await page.keyboard.press('ArrowUp');
    expect((await room(page)).above, `line ${String(line)} from below`).toBeGreaterThanOrEqual(0);
  }
  expect(await scroll()).toBeLessThan(down);
});

test('a caret in view moves nothing', async ({ sheet }) => {
  const { page } = sheet;
  const lines = Array.from({ length: 60 }, (_, at) => block('paragraph', `Line ${String(at)} of the wall.`));
  await sheet.open({ body: article({ headline: 'Wall' }, ...lines) });
  const pane = page.locator('.editor-pane');
  await pane.evaluate((element) => (element.scrollTop = 900));
  const box = await pane.boundingBox();
  if (box === null) throw new Error('There is no pane');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const before = await pane.evaluate((element) => element.scrollTop);
  await page.keyboard.type('Here and now ');
  expect(await pane.evaluate((element) => element.scrollTop)).toBe(before);
});
