import { article, block, expect, settled, test } from './harness/editorTest.ts';

const story = article(
  { kicker: 'Harbour', headline: 'Wall holds', dateline: 'Quay, May 4:' },
  block('paragraph', 'The wall held.'),
  block('paragraph', 'It rained.'),
);

test('opening an article changes nothing', async ({ sheet }) => {
  await sheet.open({ body: story });
  await sheet.page.keyboard.press('ArrowRight');
  expect(await sheet.ask('changes')).toBe(0);
});

test('Backspace at the start of a field goes to the end of the field before and merges nothing', async ({
  sheet,
}) => {
  await sheet.open({ body: story });
  const { keyboard } = sheet.page;
  await keyboard.press('Home');
  await settled(sheet.page);
  await keyboard.press('Backspace');
  await keyboard.type('!');
  expect((await sheet.lines()).slice(0, 2)).toEqual(['kicker: Harbour!', 'headline: Wall holds']);
});

test('Delete at the end of a field goes to the start of the next one', async ({ sheet }) => {
  await sheet.open({ body: story });
  const { keyboard } = sheet.page;
  await keyboard.press('End');
  await settled(sheet.page);
  await keyboard.press('Delete');
  await keyboard.type('In short');
  expect((await sheet.lines()).slice(1, 3)).toEqual(['headline: Wall holds', 'standfirst: In short']);
});

test('Backspace at the start of the body goes to the dateline', async ({ sheet }) => {
  await sheet.open({ body: story });
  await sheet.ask('focusBlock', 5);
  const { keyboard } = sheet.page;
  await keyboard.press('Backspace');
  await keyboard.type('!');
  expect((await sheet.lines()).slice(2)).toEqual([
    'dateline: Quay, May 4:!',
    'paragraph: The wall held.',
    'paragraph: It rained.',
  ]);
});

test('typing at the start of the lead stays in the lead, beside a dateline', async ({ sheet }) => {
  await sheet.open({ body: story });
  await sheet.ask('focusBlock', 5);
  const { keyboard } = sheet.page;
  await keyboard.press('End');
  await settled(sheet.page);
  await keyboard.press('Home');
  await settled(sheet.page);
  await keyboard.type('Now: ');
  await keyboard.press('ArrowLeft');
  expect((await sheet.lines())[3]).toBe('paragraph: Now: The wall held.');
});

test('select all and delete leaves five empty header fields and one paragraph', async ({ sheet }) => {
  await sheet.open({ body: story });
  const { keyboard } = sheet.page;
  await keyboard.press('ControlOrMeta+a');
  await keyboard.press('Backspace');
  expect(await sheet.lines()).toEqual(['paragraph: ']);
  expect(await sheet.ask('valid')).toBe(true);
  await keyboard.press('ControlOrMeta+z');
  expect(await sheet.lines()).toHaveLength(5);
});

test('typing over a selection from headline to body keeps the fields apart', async ({ sheet }) => {
  await sheet.open({ body: story });
  const { keyboard } = sheet.page;
  await keyboard.press('Home');
  await settled(sheet.page);
  for (let step = 0; step < 5; step += 1) await keyboard.press('ArrowRight');
  for (let step = 0; step < 5; step += 1) await keyboard.press('Shift+ArrowDown');
  await settled(sheet.page);
  await keyboard.type('X');
  const lines = await sheet.lines();
  expect(lines.slice(0, 2)).toEqual(['kicker: Harbour', 'headline: Wall X']);
  expect(await sheet.ask('valid')).toBe(true);
});

test('Tab and Shift+Tab visit the fields and the body, then leave', async ({ sheet }) => {
  await sheet.open({ body: story });
  const { keyboard } = sheet.page;
  const index = async () => (await sheet.ask('place'))?.index;
  for (const expected of [2, 3, 4, 5]) {
    await keyboard.press('Tab');
    expect(await index()).toBe(expected);
  }
  await keyboard.press('Tab');
  expect(await sheet.page.evaluate(() => document.activeElement?.classList.contains('tiptap'))).toBe(false);
});

test('Shift+Enter breaks a line in the body and does nothing in a header field', async ({ sheet }) => {
  await sheet.open({ body: story });
  const { keyboard } = sheet.page;
  await keyboard.press('End');
  await settled(sheet.page);
  await keyboard.press('Shift+Enter');
  await keyboard.type('!');
  await sheet.ask('focusBlock', 6);
  await keyboard.press('Shift+Enter');
  const lines = await sheet.lines();
  expect(lines[1]).toBe('headline: Wall holds!');
  expect(lines.at(-1)).toBe('paragraph: |It rained.');
});

test('one undo history holds header, body and attributes', async ({ sheet }) => {
  await sheet.open({
    body: article({ headline: 'Wall' }, block('relatedLink', 'Bridge', { label: 'Read Also' })),
  });
  const { keyboard } = sheet.page;
  await keyboard.press('End');
  await settled(sheet.page);
  await keyboard.type('s');
  await sheet.page.getByLabel('Address').fill('https://example.org/a');
  await sheet.ask('focusBlock', 5);
  await keyboard.press('End');
  await settled(sheet.page);
  await keyboard.type('s');
  const related = async () => JSON.stringify(await sheet.ask('body'));
  expect(await related()).toContain('https://example.org/a');
  await keyboard.press('ControlOrMeta+z');
  expect(await sheet.lines()).toEqual(['headline: Walls', 'relatedLink: Bridge']);
  await keyboard.press('ControlOrMeta+z');
  expect(await related()).not.toContain('https://example.org/a');
  await expect(sheet.page.getByLabel('Address')).toHaveValue('');
  await keyboard.press('ControlOrMeta+z');
  expect(await sheet.lines()).toEqual(['headline: Wall', 'relatedLink: Bridge']);
  await keyboard.press('ControlOrMeta+Shift+z');
  expect(await sheet.lines()).toEqual(['headline: Walls', 'relatedLink: Bridge']);
});

test('replacing the whole body is one step of undo, and the caret comes back', async ({ sheet }) => {
  await sheet.open({ body: story });
  await sheet.ask('focusBlock', 6);
  await sheet.page.keyboard.type('Still ');
  const before = await sheet.ask('place');
  await sheet.ask('replace', article({ headline: 'Other' }, block('paragraph', 'Text.')));
  expect(await sheet.lines()).toEqual(['headline: Other', 'paragraph: Text.']);
  await sheet.page.keyboard.press('ControlOrMeta+z');
  expect((await sheet.lines()).at(-1)).toBe('paragraph: Still It rained.');
  expect(await sheet.ask('place')).toEqual(before);
});

test('a read-only article cannot be typed into, nor its blocks changed', async ({ sheet }) => {
  await sheet.ask('open', {
    body: article({ headline: 'Wall' }, block('relatedLink', 'Bridge')),
    readOnly: true,
  });
  await sheet.page.locator('.headline').click();
  await sheet.page.keyboard.type('no');
  await sheet.page.getByLabel('Label').fill('no');
  expect(await sheet.ask('run', 'format:strong')).toBe(false);
  expect(await sheet.ask('changes')).toBe(0);
});

test('the header field that the caret comes into is said', async ({ sheet }) => {
  await sheet.open({ body: story });
  await sheet.page.keyboard.press('Shift+Tab');
  await sheet.page.keyboard.press('Tab');
  await sheet.page.keyboard.press('Enter');
  expect(await sheet.ask('said')).toEqual(['Kicker', 'Headline', 'Standfirst, empty']);
});

test('keys struck without a pause act where the caret is', async ({ sheet }) => {
  await sheet.open({ body: story });
  await sheet.ask('focusBlock', 5);
  const { keyboard } = sheet.page;
  // All in one go: nothing waits for the page between the keys.
  await Promise.all([
    keyboard.press('End'),
    keyboard.press('Enter'),
    keyboard.press('ArrowUp'),
    keyboard.press('End'),
    keyboard.press('Backspace'),
    keyboard.press('ArrowDown'),
    keyboard.press('x'),
  ]);
  expect((await sheet.lines()).slice(3)).toEqual([
    'paragraph: The wall held',
    'paragraph: x',
    'paragraph: It rained.',
  ]);
});
