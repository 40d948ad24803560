import { readFile } from 'node:fs/promises';
import { articleToJson } from '../../shared/article/article.ts';
import type { CopydeskApp } from '../support/app.ts';
import { answerFlush, call, heard } from '../support/bareApp.ts';
import { countWindows, expect, openSecond, showNewArticle, test } from '../support/bareTest.ts';
import { someArticle } from '../support/someArticle.ts';

const closeFirst = ({ app }: CopydeskApp) =>
  app.evaluate(({ BrowserWindow }) => {
    // Later: the window may be gone before an answer could be sent.
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 0);
  });

test('a window closes once its words are on disk', async ({ launchBare }) => {
  const copydesk = await launchBare();
  await showNewArticle(copydesk.page);
  const ended = copydesk.app.waitForEvent('close');
  await closeFirst(copydesk);
  await ended;
});

test('a window that cannot save stays open when the person cancels, and closes when they give it up', async ({
  launchBare,
}) => {
  const copydesk = await launchBare();
  await showNewArticle(copydesk.page);
  await answerFlush(copydesk.page, { ok: false, message: 'The disk is full.' });
  await closeFirst(copydesk);
  await expect.poll(copydesk.messageBoxes).toHaveLength(1);
  const [box] = await copydesk.messageBoxes();
  expect(box?.message).toBe('“Late boat” could not be saved');
  expect(box?.detail).toContain('The disk is full.');
  expect(box?.buttons).toEqual(['Save a Copy Elsewhere…', 'Close Without Saving', 'Cancel']);
  expect(await countWindows(copydesk)).toBe(1);
  await copydesk.reply({ buttons: ['Close Without Saving'] });
  const ended = copydesk.app.waitForEvent('close');
  await closeFirst(copydesk);
  await ended;
});

test('a window that cannot save closes after a copy was saved elsewhere', async ({
  launchBare,
}, testInfo) => {
  const copydesk = await launchBare();
  const { page } = copydesk;
  const id = await showNewArticle(page);
  const { article } = await call(page, 'article:open', { id });
  await answerFlush(page, { ok: false, message: 'The library is gone.' });
  const saveTo = testInfo.outputPath('copy.copydesk');
  await copydesk.reply({ buttons: ['Save a Copy Elsewhere…'], saveTo });
  await closeFirst(copydesk);
  await expect.poll(() => heard(page, 'command:run')).toEqual([{ id: 'article:saveCopy' }]);
  const ended = copydesk.app.waitForEvent('close');
  // The window may be gone before it hears the answer.
  await call(page, 'article:saveCopy', { article }).catch(() => undefined);
  await ended;
  expect(JSON.parse(await readFile(saveTo, 'utf8'))).toMatchObject({ id });
});

test('quitting stops at the window that cannot save, and goes through once it can', async ({
  launchBare,
}) => {
  const copydesk = await launchBare();
  await showNewArticle(copydesk.page);
  const other = await openSecond(copydesk);
  await showNewArticle(other, 'Tram');
  await answerFlush(other, { ok: false, message: 'The disk is full.' });
  await copydesk.app.evaluate(({ app }) => void setTimeout(() => app.quit(), 0));
  await expect.poll(copydesk.messageBoxes).toHaveLength(1);
  await expect.poll(() => countWindows(copydesk)).toBe(1);
  await answerFlush(other, { ok: true, message: '' });
  await copydesk.quit();
});

test('a page that dies is told with its window, and opened again on its article', async ({ launchBare }) => {
  const copydesk = await launchBare();
  copydesk.allow(/crash/i);
  const id = await showNewArticle(copydesk.page);
  await copydesk.reply({ buttons: ['Open Again'] });
  await copydesk.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await expect.poll(copydesk.messageBoxes).toMatchObject([{ message: 'This window has stopped working' }]);
  // Playwright is done with a page that crashed; main is not.
  const script = `'bare' in globalThis && copydesk.invoke('app:info', null).then((reply) => reply.value.show)`;
  const shown = () =>
    copydesk.app.evaluate(
      ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
      script,
    );
  await expect.poll(() => shown().catch(() => 'loading')).toBe(id);
});

test('a preview is printed in the background, and holds nothing up', async ({ launchBare }) => {
  const copydesk = await launchBare();
  const { app, page } = copydesk;
  await app.evaluate(({ app: application }) => {
    application.on('web-contents-created', (_event, contents) => {
      // The system's dialog, which nobody is there to answer: the window stays as it is.
      contents.print = () => void Reflect.set(globalThis, 'printed', contents.getURL());
    });
  });
  await call(page, 'preview:print', { article: articleToJson(someArticle({ headline: 'Late boat' })) });
  const printed = () => app.evaluate(() => Reflect.get(globalThis, 'printed') as unknown);
  await expect.poll(printed).toMatch(/^app:\/\/copydesk\/preview\/[0-9a-f]{32}\/$/);
  await copydesk.quit();
});

test('a page that cannot even save a copy may be closed at the second try', async ({ launchBare }) => {
  const copydesk = await launchBare();
  await showNewArticle(copydesk.page);
  await answerFlush(copydesk.page, { ok: false, message: 'The disk is full.' });
  await copydesk.reply({ buttons: ['Save a Copy Elsewhere…', 'Close Without Saving'] });
  await closeFirst(copydesk);
  await expect.poll(() => heard(copydesk.page, 'command:run')).toHaveLength(1);
  await closeFirst(copydesk);
  expect(await countWindows(copydesk)).toBe(1);
  const ended = copydesk.app.waitForEvent('close');
  await closeFirst(copydesk);
  await ended;
});

test('closing the last window of a silent page asks instead of waiting for ever', async ({ launchBare }) => {
  test.slow();
  const copydesk = await launchBare();
  await showNewArticle(copydesk.page);
  await answerFlush(copydesk.page, null);
  await copydesk.reply({ buttons: ['Close Without Saving'] });
  const ended = copydesk.app.waitForEvent('close');
  await closeFirst(copydesk);
  await ended;
});
