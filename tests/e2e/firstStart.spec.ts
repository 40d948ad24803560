import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/app.ts';

test('a first start makes the library in Documents and opens the example, the caret in its headline', async ({
  launch,
}, testInfo) => {
  test.skip(process.platform !== 'linux', 'Only on Linux does HOME say where Documents is');
  const home = testInfo.outputPath('home');
  await mkdir(join(home, 'Documents'), { recursive: true });
  const { page } = await launch({
    args: ['--copydesk-library='],
    env: { HOME: home, XDG_CONFIG_HOME: join(home, '.config') },
  });
  const sheet = page.locator('.ProseMirror');
  await expect(sheet).toBeFocused();
  await expect(sheet.locator('.headline')).toHaveText('The library that lends umbrellas');
  await page.keyboard.type('X');
  await expect(sheet.locator('.headline')).toContainText('X');
  const library = await readdir(join(home, 'Documents', 'Copydesk'));
  expect(library.filter((name) => name.endsWith('.copydesk') && !name.startsWith('.'))).toHaveLength(1);
});
