import { expect, test, type CopydeskApp } from '../support/app.ts';
import { journals, oneArticle, openUnsaveable, typeUnsaved } from '../support/unsaved.ts';

/** What the window shows, asked of main: Playwright is done with a page that died. */
const shown = ({ app }: CopydeskApp) =>
  app
    .evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    )
    .catch(() => 'loading');

test('a page that runs out of memory comes back with what was typed in it', async ({ launch }) => {
  test.slow();
  const copydesk = await launch({ prepare: oneArticle });
  copydesk.allow(/crash|memory/i);
  await openUnsaveable(copydesk);
  await typeUnsaved(copydesk, ' The memory ended here.');
  await copydesk.reply({ buttons: ['Open Again'] });
  await copydesk.app.evaluate(({ BrowserWindow }) => {
    // Nobody waits: a page without memory answers nothing.
    void BrowserWindow.getAllWindows()[0]
      ?.webContents.executeJavaScript(
        'const hoard = []; for (;;) hoard.push(new Array(2 ** 24).fill(hoard.length));',
      )
      .catch(() => undefined);
  });
  await expect
    .poll(async () => (await copydesk.messageBoxes()).map(({ message }) => message), { timeout: 60_000 })
    .toEqual(['This window has stopped working']);
  await expect
    .poll(() => shown(copydesk), { timeout: 20_000 })
    .toContain('from Monday. The memory ended here.');
  await expect.poll(() => shown(copydesk)).toContain('What you typed is back');
});

for (const [what, open] of [
  ['a dialog of its own', async ({ menu }: CopydeskApp) => menu('export:open')],
  [
    'a dialog of the system',
    async ({ app, menu }: CopydeskApp) => {
      // A dialog that nobody answers: main waits for it when it dies.
      await app.evaluate(({ dialog }) => {
        Object.assign(dialog, {
          showSaveDialog: () => {
            Object.assign(globalThis, { dialogIsOpen: true });
            return new Promise(() => undefined);
          },
        });
      });
      await menu('article:saveCopy');
      await expect.poll(() => app.evaluate(() => 'dialogIsOpen' in globalThis)).toBe(true);
    },
  ],
] as const)
  test(`an application killed behind ${what} offers what was typed before it`, async ({ launch }) => {
    const first = await launch({ prepare: oneArticle });
    await openUnsaveable(first);
    await typeUnsaved(first, ' Then a dialog opened.');
    await open(first);
    if (what === 'a dialog of its own')
      await expect(first.page.getByRole('dialog', { name: 'Export' })).toBeVisible();
    await first.kill();
    const { page, dataDir } = await first.restart();
    const dialog = page.getByRole('dialog', { name: 'Recovered' });
    await expect(dialog.locator('ins')).toContainText([/Then a dialog opened\./]);
    await dialog.getByRole('button', { name: /^Restore/ }).click();
    await expect(page.locator('.ProseMirror')).toContainText('from Monday. Then a dialog opened.');
    await expect.poll(() => journals(dataDir)).toEqual([]);
  });
