import { expect, test } from '../support/app.ts';
import { putArticle } from '../support/libraryFiles.ts';
import { someArticle } from '../support/someArticle.ts';

type Counted = typeof globalThis & { commits?: number; __REACT_DEVTOOLS_GLOBAL_HOOK__?: object };

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
  await page.keyboard.type('b'.repeat(keys));
  expect((await commits()) - before).toBeLessThanOrEqual(keys / 4);
});
