import { expect, test } from '../support/app.ts';
import { putArticle } from '../support/libraryFiles.ts';
import { someArticle } from '../support/someArticle.ts';

interface Noted {
  here: number;
  elsewhere: number;
}

type Counted = typeof globalThis & {
  commits?: number;
  noted?: Noted;
  __REACT_DEVTOOLS_GLOBAL_HOOK__?: object;
};

const keys = 40;

test('keys draw nothing of the window: at most one React commit in four keys, with panel and library open', async ({
  launch,
}) => {
  const { page, reload } = await launch({
    prepare: async ({ libraryDir }) => {
      await putArticle(libraryDir, someArticle());
    },
  });
  // React tells its commits to the developer tools, if there are any when it starts.
  await page.addInitScript(() => {
    const counted = globalThis as Counted; // the page's globals, set and read here only
    counted.commits = 0;
    counted.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
      onCommitFiberRoot: () => {
        counted.commits = (counted.commits ?? 0) + 1;
      },
    };
  });
  await reload();
  await page.getByRole('gridcell').getByText('Ferry adds a late boat').click();
  await page.locator('.ProseMirror').getByText('The last ferry leaves').click();
  await expect(page.getByTitle('Preview')).toBeVisible();
  const commits = () => page.evaluate(() => (globalThis as Counted).commits ?? 0); // set above
  await page.keyboard.type('a');
  const before = await commits();
  expect(before).toBeGreaterThan(0);
  const started = performance.now();
  await page.keyboard.type('b'.repeat(keys));
  // On a slow computer the clock draws meanwhile: the state of a save, the figures four times a second at most.
  const byClock = ((performance.now() - started) / 1000) * 4;
  expect((await commits()) - before).toBeLessThanOrEqual(keys / 4 + byClock);
});

const paragraphs = Array.from(
  { length: 830 },
  (_, index) => `${index}: ${'the last ferry leaves an hour later '.repeat(8)}from Monday.`,
);

test('a key in an article of 50,000 words changes one text of the sheet, in the block with the caret', async ({
  launch,
}) => {
  test.slow();
  const { page } = await launch({
    prepare: async ({ libraryDir }) => {
      await putArticle(libraryDir, someArticle({ paragraphs }));
    },
  });
  await page.getByRole('gridcell').getByText('Ferry adds a late boat').click();
  const block = page.locator('.tiptap > p').nth(415);
  await block.scrollIntoViewIfNeeded();
  await block.click();
  await page.keyboard.type('a');
  await block.evaluate((here) => {
    const noted: Noted = { here: 0, elsewhere: 0 };
    (globalThis as Counted).noted = noted; // read below
    const observer = new MutationObserver((records) => {
      for (const { target } of records)
        if (here.contains(target)) noted.here += 1;
        else noted.elsewhere += 1;
    });
    const options = { subtree: true, childList: true, characterData: true, attributes: true };
    observer.observe(here.parentElement ?? here, options);
  });
  await page.keyboard.type('b'.repeat(keys));
  await expect(block).toContainText('b'.repeat(keys));
  const noted = await page.evaluate(() => (globalThis as Counted).noted); // set above
  expect(noted).toEqual({ here: keys, elsewhere: 0 });
});
