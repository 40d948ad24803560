import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Node } from 'prosemirror-model';
import { parseArticle, type Article } from '../../shared/article/article.ts';
import { bodyBlocks, plainText } from '../../shared/article/text.ts';
import { importText } from '../../shared/importing/text.ts';
import { expect, inProject, test } from '../support/app.ts';
import { typeArticle } from '../support/typing.ts';

const seedPath = inProject('..', 'shared', 'corpora', 'copydesk-cases', 'seed.txt');
const storyPath = inProject('tests', 'fixtures', 'import', 'page.txt');

const bodyOf = async (path: string): Promise<Node> =>
  importText({ name: 'story.txt', text: await readFile(path, 'utf8') }).body;

/** The newest article of a library that has this headline, read from its file. */
async function savedArticle(library: string, headline: string): Promise<Article> {
  for (const name of await readdir(library)) {
    if (name.startsWith('.') || !name.endsWith('.copydesk')) continue;
    const article = parseArticle(JSON.parse(await readFile(join(library, name), 'utf8')));
    if (article.body.child(1).textContent === headline) return article;
  }
  throw new Error(`No article “${headline}” in ${library}`);
}

const saved = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/)).toBeVisible();
};

const preview = (page: Page) => page.frameLocator('iframe[title*="review"]');

for (const [name, path] of [
  ['the seed', seedPath],
  ['the story of the fixtures', storyPath],
] as const) {
  test(`a journalist types ${name} by keyboard alone, sees the page, sleeps, and an editor exports it`, async ({
    launch,
  }, testInfo) => {
    test.setTimeout(180_000);
    const body = await bodyOf(path).catch((error: NodeJS.ErrnoException) => {
      test.skip(error.code === 'ENOENT' && path === seedPath, 'The test data are not beside the project');
      throw error;
    });
    const copydesk = await launch();
    const { page } = copydesk;
    await expect(page.getByRole('button', { name: 'New Article' }).first()).toBeVisible();
    await page.keyboard.press('Control+n');
    await expect(page.locator('.ProseMirror')).toBeFocused();
    await typeArticle(page, body);
    const headline = body.child(1).textContent;

    for (const width of ['Phone', 'Tablet', 'Desktop']) {
      await page.getByRole('radio', { name: width }).focus();
      await page.keyboard.press('Space');
      await expect(preview(page).getByRole('heading', { level: 1 })).toHaveText(headline);
      for (const { node } of bodyBlocks(body)) {
        await expect(preview(page).getByText(plainText(node), { exact: false }).first()).toBeAttached();
      }
    }
    await page.keyboard.press('Control+2');
    await saved(page);
    const first = await savedArticle(copydesk.libraryDir, headline);
    expect(first.body.toJSON()).toEqual(body.toJSON());

    const again = await copydesk.restart();
    await expect(again.page.locator('.ProseMirror')).toContainText(headline);
    await expect(again.page.locator('.ProseMirror')).toBeFocused();
    // The caret is where it was, at the end of the last block: what is typed now lands there.
    await again.page.keyboard.type(' ENDS');
    await saved(again.page);
    const second = await savedArticle(copydesk.libraryDir, headline);
    expect(second.body.lastChild?.textContent).toBe(`${body.lastChild?.textContent ?? ''} ENDS`);

    for (const [format, extension] of [
      ['HTML', 'html'],
      ['Markdown', 'md'],
    ] as const) {
      const target = testInfo.outputPath(`story.${extension}`);
      await again.reply({ saveTo: target });
      await again.page.keyboard.press('Control+e');
      const dialog = again.page.getByRole('dialog');
      await dialog.getByRole('radio', { name: new RegExp(format) }).click();
      await dialog.getByRole('button', { name: /^Export/ }).click();
      await expect(again.page.getByText(`story.${extension}`).first()).toBeVisible();
      await expect(dialog).toBeHidden();
      const text = await readFile(target, 'utf8');
      let from = 0;
      for (const { node } of bodyBlocks(body).filter((block) => block.node.type.name === 'paragraph')) {
        const words = plainText(node)
          .slice(-40)
          .replace(/[*_[\]]/g, '')
          .slice(-25);
        const at = text.indexOf(words, from);
        expect(at, `“${words}” in order in the ${format}`).toBeGreaterThan(from);
        expect(text.indexOf(words, at + 1), `“${words}” only once`).toBe(-1);
        from = at;
      }
    }
  });
}
