import { article, block, expect, settled, test } from './harness/editorTest.ts';

const three = article(
  { headline: 'Wall' },
  block('paragraph', 'One.'),
  block('paragraph', 'Two.'),
  block('paragraph', 'Three.'),
);

const blocksOf = async (sheet: { lines: () => Promise<readonly string[]> }) =>
  (await sheet.lines()).filter((line) => !line.startsWith('headline'));

test('Alt+arrows move the block of the caret, and say so', async ({ sheet }) => {
  await sheet.open({ body: three });
  await sheet.ask('focusBlock', 5);
  const { keyboard } = sheet.page;
  await keyboard.press('Alt+ArrowDown');
  await keyboard.type('>');
  expect(await blocksOf(sheet)).toEqual(['paragraph: Two.', 'paragraph: >One.', 'paragraph: Three.']);
  await keyboard.press('Alt+ArrowDown');
  await keyboard.press('Alt+ArrowDown');
  expect(await blocksOf(sheet)).toEqual(['paragraph: Two.', 'paragraph: Three.', 'paragraph: >One.']);
  expect(await sheet.ask('said')).toEqual([
    'Moved paragraph down, 2 of 3',
    'Moved paragraph down, 3 of 3',
    'Already the last block',
  ]);
  await keyboard.press('ControlOrMeta+z');
  expect(await blocksOf(sheet)).toEqual(['paragraph: Two.', 'paragraph: >One.', 'paragraph: Three.']);
});

test('Delete Block removes it, and the last one leaves an empty paragraph', async ({ sheet }) => {
  await sheet.open({ body: three });
  await sheet.ask('focusBlock', 6);
  for (let time = 0; time < 3; time += 1) await sheet.page.keyboard.press('ControlOrMeta+Shift+Backspace');
  expect(await blocksOf(sheet)).toEqual(['paragraph: ']);
});

test('the block handle drags a block to another place and opens a menu by click', async ({ sheet }) => {
  await sheet.open({ body: three });
  const { page } = sheet;
  const text = (index: number) =>
    page.locator('.tiptap > p').filter({ hasText: ['One.', 'Two.', 'Three.'][index] ?? '' });
  await text(2).hover();
  const handle = page.getByRole('button', { name: /^Block: drag/ });
  await handle.hover();
  await page.mouse.down();
  const target = await text(0).boundingBox();
  if (target === null) throw new Error('The first paragraph is not shown');
  await page.mouse.move(target.x + 40, target.y + 4, { steps: 6 });
  await page.mouse.up();
  await expect
    .poll(() => blocksOf(sheet))
    .toEqual(['paragraph: Three.', 'paragraph: One.', 'paragraph: Two.']);
  await text(0).hover();
  await handle.click();
  await page.getByRole('menuitem', { name: 'Duplicate Block' }).click();
  expect(await blocksOf(sheet)).toEqual([
    'paragraph: Three.',
    'paragraph: One.',
    'paragraph: One.',
    'paragraph: Two.',
  ]);
  await text(1).hover();
  await handle.click();
  await page.getByRole('menuitem', { name: /Crosshead/ }).click();
  expect((await blocksOf(sheet)).at(-1)).toBe('heading: Two.');
});

test('a list is typed, indented, and left by Enter and Backspace', async ({ sheet }) => {
  await sheet.open();
  await sheet.ask('focusBlock', 5);
  const { keyboard } = sheet.page;
  await keyboard.type('1. First');
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.type('Inner');
  await keyboard.press('Enter');
  await keyboard.press('Shift+Tab');
  await keyboard.type('Second');
  expect(await sheet.page.locator('.tiptap > ol > li').count()).toBe(2);
  expect(await sheet.page.locator('.tiptap > ol > li > ol > li').count()).toBe(1);
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('After');
  expect(await blocksOf(sheet)).toEqual(['orderedList: FirstInnerSecond', 'paragraph: After']);
  await keyboard.press('Home');
  await settled(sheet.page);
  await keyboard.press('Backspace');
  expect(await blocksOf(sheet)).toEqual(['orderedList: FirstInnerSecondAfter']);
  await keyboard.press('Home');
  await settled(sheet.page);
  await keyboard.press('Backspace');
  expect(await blocksOf(sheet)).toEqual(['orderedList: FirstInner', 'paragraph: SecondAfter']);
});

test('a typed shortcut is taken back by Backspace, and by undo', async ({ sheet }) => {
  await sheet.open();
  await sheet.ask('focusBlock', 5);
  const { keyboard } = sheet.page;
  await keyboard.type('> ');
  expect(await blocksOf(sheet)).toEqual(['quote: ']);
  await keyboard.press('Backspace');
  expect(await blocksOf(sheet)).toEqual(['paragraph: > ']);
  await keyboard.press('Backspace');
  await keyboard.type(' ');
  await keyboard.press('ControlOrMeta+z');
  expect(await blocksOf(sheet)).toEqual(['paragraph: > ']);
  await keyboard.press('ControlOrMeta+a');
  await sheet.ask('focusBlock', 5);
  await keyboard.press('End');
  await settled(sheet.page);
  await keyboard.press('Backspace');
  await keyboard.press('Backspace');
  await keyboard.type('---');
  expect(await blocksOf(sheet)).toEqual(['rule: ', 'paragraph: ']);
});

test('a table is filled by Tab, grows at its end, and is changed by its tools', async ({ sheet }) => {
  await sheet.open();
  await sheet.ask('focusBlock', 5);
  const { keyboard } = sheet.page;
  await keyboard.type('/table');
  await keyboard.press('Enter');
  for (const text of ['Gate', 'Height', 'Cost', 'North', '4', '12', 'South', '5', '14', 'West']) {
    await keyboard.type(text);
    await keyboard.press('Tab');
  }
  const cells = sheet.page.locator('.tiptap tr');
  await expect(cells).toHaveCount(4);
  await expect(cells.first().locator('th')).toHaveText(['Gate', 'Height', 'Cost']);
  await keyboard.press('Alt+F10');
  await expect(sheet.page.getByRole('button', { name: 'Row above' })).toBeFocused();
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await expect(cells).toHaveCount(3);
  await sheet.page.locator('.tiptap td').first().click();
  await sheet.page.getByRole('button', { name: 'Delete column' }).click();
  await expect(cells.first().locator('th')).toHaveText(['Height', 'Cost']);
  await sheet.page.getByRole('button', { name: 'Header row' }).click();
  await expect(cells.first().locator('th')).toHaveCount(0);
  await sheet.page.getByLabel('Caption').fill('The gates');
  expect(JSON.stringify(await sheet.ask('body'))).toContain('"caption":"The gates"');
  await sheet.page.locator('.tiptap td').first().click();
  await sheet.page.getByRole('button', { name: 'Delete table' }).click();
  expect(await sheet.page.locator('.tiptap table').count()).toBe(0);
  expect(await sheet.ask('valid')).toBe(true);
});

test('Enter goes through the parts of a block, and out of it', async ({ sheet }) => {
  await sheet.open();
  await sheet.ask('focusBlock', 5);
  const { keyboard } = sheet.page;
  await keyboard.type('/pull');
  await keyboard.press('Enter');
  await keyboard.type('We stayed');
  await keyboard.press('Enter');
  await keyboard.type('A neighbour');
  await keyboard.press('Enter');
  await keyboard.type('/fact');
  await keyboard.press('Enter');
  await keyboard.type('The wall');
  await keyboard.press('Enter');
  await keyboard.type('Four metres.');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('/correction');
  await keyboard.press('Enter');
  await keyboard.type('It is five.');
  await keyboard.press('Enter');
  await keyboard.type('/embed');
  await keyboard.press('Enter');
  await keyboard.type('A film');
  await keyboard.press('Enter');
  await keyboard.type('End.');
  expect(await blocksOf(sheet)).toEqual([
    'pullQuote: We stayedA neighbour',
    'factBox: The wallFour metres.',
    'correction: It is five.',
    'embed: A film',
    'paragraph: End.',
  ]);
  await sheet.page.getByLabel('Correction, made on').fill('2026-05-04');
  await sheet.page.getByLabel('Embed, at the address').fill('mailto:a@example.org');
  await sheet.page.getByLabel('Embed, at the address').blur();
  expect(JSON.stringify(await sheet.ask('body'))).toContain('"date":"2026-05-04"');
  expect(JSON.stringify(await sheet.ask('body'))).not.toContain('mailto');
  expect(await sheet.ask('valid')).toBe(true);
});

test('Backspace in an empty block makes it a paragraph; a full one is not torn apart', async ({ sheet }) => {
  await sheet.open({
    body: article({ headline: 'Wall' }, block('relatedLink', 'Bridge'), block('paragraph', 'After.')),
  });
  await sheet.ask('focusBlock', 6);
  const { keyboard } = sheet.page;
  await keyboard.press('Backspace');
  await sheet.ask('focusBlock', 5);
  await keyboard.press('Backspace');
  expect(await blocksOf(sheet)).toEqual(['relatedLink: Bridge', 'paragraph: After.']);
  for (const _letter of 'Bridge') await keyboard.press('Delete');
  await keyboard.press('Backspace');
  expect(await blocksOf(sheet)).toEqual(['paragraph: ', 'paragraph: After.']);
});

test('Ctrl+Enter, and a click below, leave a table that ends the article', async ({ sheet }) => {
  await sheet.open();
  await sheet.ask('focusBlock', 5);
  const { keyboard, mouse } = sheet.page;
  await keyboard.type('/table');
  await keyboard.press('Enter');
  await keyboard.press('ControlOrMeta+Enter');
  await keyboard.type('After.');
  expect(await blocksOf(sheet)).toEqual(['table: ', 'paragraph: After.']);
  await keyboard.press('ControlOrMeta+Shift+Backspace');
  expect(await blocksOf(sheet)).toEqual(['table: ']);
  await mouse.click(500, 760);
  await keyboard.type('Below.');
  expect(await blocksOf(sheet)).toEqual(['table: ', 'paragraph: Below.']);
});
