import { article, block, expect, settled, test } from './harness/editorTest.ts';

const story = article({ headline: 'Wall' }, block('paragraph', 'The wall held all night.'));

const selectWord = async (sheet: { page: import('@playwright/test').Page }): Promise<void> => {
  await sheet.page.keyboard.press('Home');
  for (const _letter of 'The ') await sheet.page.keyboard.press('ArrowRight');
  for (const _letter of 'wall') await sheet.page.keyboard.press('Shift+ArrowRight');
  await settled(sheet.page);
};

test('the link dialog refuses what an article may not carry, says why, and keeps the text', async ({
  sheet,
}) => {
  await sheet.open({ body: story });
  await sheet.ask('focusBlock', 5);
  await selectWord(sheet);
  const { page } = sheet;
  await page.keyboard.press('ControlOrMeta+k');
  const address = page.getByRole('textbox', { name: 'Address' });
  await address.fill('javascript:alert(1)');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Addresses that begin with “javascript:” are not allowed')).toBeVisible();
  expect(await sheet.ask('changes')).toBe(0);
  await address.fill('example.org/wall');
  await page.keyboard.press('Enter');
  await expect(page.locator('.tiptap a')).toHaveAttribute('href', 'https://example.org/wall');
  await expect(page.locator('.tiptap a')).toHaveText('wall');
});

test('a link is opened, changed and removed from inside it', async ({ sheet }) => {
  const linked = {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'The ' },
      { type: 'text', text: 'wall', marks: [{ type: 'link', attrs: { href: 'https://example.org/a' } }] },
      { type: 'text', text: ' held.' },
    ],
  };
  await sheet.open({ body: article({ headline: 'Wall' }, linked) });
  await sheet.ask('focusBlock', 5);
  const { page } = sheet;
  for (const _letter of 'The w') await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('button', { name: 'Open' }).click();
  expect(await sheet.ask('opened')).toEqual(['https://example.org/a']);
  await page.getByRole('textbox', { name: 'Address' }).fill('a@example.org');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.tiptap a')).toHaveAttribute('href', 'mailto:a@example.org');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('button', { name: 'Remove link' }).click();
  await expect(page.locator('.tiptap a')).toHaveCount(0);
  await page.keyboard.type('!');
  expect((await sheet.lines()).at(-1)).toBe('paragraph: The w!all held.');
});

test('the insert menu narrows while typing, is named for a screen reader, and Escape leaves the text', async ({
  sheet,
}) => {
  await sheet.open();
  await sheet.ask('focusBlock', 5);
  const { page } = sheet;
  await page.keyboard.type('/');
  const list = page.getByRole('listbox', { name: 'Insert block' });
  await expect(list).toBeVisible();
  await page.keyboard.type('head');
  await expect(list.getByRole('option')).toHaveCount(3);
  await page.keyboard.press('ArrowDown');
  const active = await page.locator('.tiptap').getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active ?? ''}"]`)).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator(`[id="${active ?? ''}"]`)).toContainText('Heading 4');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await page.keyboard.type(' is not a command');
  await page.keyboard.press('Enter');
  expect(await sheet.lines()).toEqual(['paragraph: /head is not a command', 'paragraph: ']);
});

test('a slash inside a sentence opens nothing that Enter could take', async ({ sheet }) => {
  await sheet.open();
  await sheet.ask('focusBlock', 5);
  await sheet.page.keyboard.type('Some 3/4 and / or');
  await sheet.page.keyboard.press('Enter');
  expect(await sheet.lines()).toEqual(['paragraph: Some 3/4 and / or', 'paragraph: ']);
});

test('Insert Block… opens the same choices with a field of its own', async ({ sheet }) => {
  await sheet.open({ body: story });
  const { page } = sheet;
  await page.keyboard.press('ControlOrMeta+Alt+i');
  await page.getByRole('combobox', { name: 'Insert block' }).fill('rule');
  await page.keyboard.press('Enter');
  await expect(page.locator('.tiptap')).toBeFocused();
  expect(await sheet.lines()).toEqual(['headline: Wall', 'rule: ', 'paragraph: The wall held all night.']);
});

test('the toolbar is one stop for Tab, arrows move inside, and its buttons tell their state', async ({
  sheet,
}) => {
  await sheet.open({ body: story });
  await sheet.ask('focusBlock', 5);
  await selectWord(sheet);
  const { page } = sheet;
  await page.keyboard.press('ControlOrMeta+b');
  const toolbar = page.getByRole('toolbar', { name: 'Formatting' });
  await expect(toolbar.getByRole('button', { name: 'Bold' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('ArrowRight');
  await expect(toolbar.getByRole('button', { name: 'Bold' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(toolbar.getByRole('button', { name: 'Italic' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.tiptap em strong, .tiptap strong em')).toHaveText('wall');
  await page.keyboard.press('Escape');
  await expect(page.locator('.tiptap')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Alt+2');
  await expect(page.locator('.tiptap > h2')).toHaveText('The wall held all night.');
});

test('the bubble menu shows over selected text and formats it', async ({ sheet }) => {
  await sheet.open({ body: story });
  await sheet.ask('focusBlock', 5);
  await selectWord(sheet);
  const bubble = sheet.page.getByRole('toolbar', { name: 'Selected text' });
  await bubble.getByRole('button', { name: 'Italic' }).click();
  await expect(sheet.page.locator('.tiptap em')).toHaveText('wall');
  await sheet.page.keyboard.press('ArrowRight');
  await expect(bubble).toBeHidden();
});

test('a key pressed in the text draws no tool again', async ({ sheet }) => {
  await sheet.open({ body: story });
  await sheet.ask('focusBlock', 5);
  await sheet.page.keyboard.type('a');
  await sheet.page.evaluate(() => {
    const changes: string[] = [];
    Object.assign(globalThis, { changes });
    new MutationObserver((found) => {
      for (const { target, attributeName, oldValue } of found) {
        const element = target instanceof Element ? target : target.parentElement;
        // ProseMirror sets its class again, to the same value.
        const same = attributeName !== null && element?.getAttribute(attributeName) === oldValue;
        if (element?.closest('.tiptap > p') === null && !same) changes.push(element.outerHTML.slice(0, 80));
      }
    }).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeOldValue: true,
      characterData: true,
    });
  });
  await sheet.page.keyboard.type('bcd');
  // The page's global, set above.
  expect(await sheet.page.evaluate(() => (globalThis as unknown as { changes: string[] }).changes)).toEqual(
    [],
  );
  expect(await sheet.ask('kept')).toBe(5);
});

test('a text is composed by an input method in an empty field and over a selection across fields', async ({
  sheet,
}) => {
  await sheet.open({ body: article({ dateline: '' }, block('paragraph', 'One two.')) });
  const { page } = sheet;
  const session = await page.context().newCDPSession(page);
  const compose = async (steps: readonly string[], result: string): Promise<void> => {
    for (const text of steps)
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await session.send('Input.insertText', { text: result });
  };
  await compose(['न', 'नम', 'नमस्'], 'नमस्ते');
  expect(await sheet.lines()).toEqual(['headline: नमस्ते', 'paragraph: One two.']);
  await page.keyboard.press('ControlOrMeta+a');
  await compose(['に', 'にほ'], '日本');
  expect(await sheet.lines()).toEqual(['kicker: 日本', 'paragraph: ']);
  expect(await sheet.ask('valid')).toBe(true);
});
