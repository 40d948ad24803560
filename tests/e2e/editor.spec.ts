import { expect, test } from './harness/editorTest.ts';

test('an article is typed by keyboard alone, field by field and block by block', async ({ sheet }) => {
  await sheet.open();
  const { keyboard } = sheet.page;
  await keyboard.press('Shift+Tab');
  for (const text of [
    'Harbour',
    'New wall keeps the tide out',
    'A winter of work ends',
    'By a reporter',
    'Linden Quay, May 4:',
    'The wall held.',
    'Then it rained.',
  ]) {
    await keyboard.type(text);
    await keyboard.press('Enter');
  }
  await keyboard.type('## What comes next');
  await keyboard.press('Enter');
  await keyboard.type('- first');
  await keyboard.press('Enter');
  await keyboard.type('second');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('The end.');
  expect(await sheet.lines()).toEqual([
    'kicker: Harbour',
    'headline: New wall keeps the tide out',
    'standfirst: A winter of work ends',
    'byline: By a reporter',
    'dateline: Linden Quay, May 4:',
    'paragraph: The wall held.',
    'paragraph: Then it rained.',
    'heading: What comes next',
    'bulletList: firstsecond',
    'paragraph: The end.',
  ]);
  expect(await sheet.ask('valid')).toBe(true);
});
