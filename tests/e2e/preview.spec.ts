import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { schema } from '../../shared/article/schema.ts';
import { expect, test } from '../support/app.ts';
import { arabicStory, englishStory, hindiStory } from '../support/screenshotStories.ts';
import { launchWith, openStory, previewOf } from '../support/storyApp.ts';

const story = englishStory('');

/** Reads the page in the frame from outside: nothing runs in it. */
const inFrame = <Result>(page: Page, read: (root: Element) => Result): Promise<Result> =>
  page.frameLocator('iframe[title="Preview"]').locator(':root').evaluate(read);

const scrolled = (page: Page) => inFrame(page, (root) => root.ownerDocument.defaultView?.scrollY ?? -1);

const caretBlock = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { anchorNode } = document.getSelection() ?? {};
    let node = anchorNode ?? null;
    while (node !== null && !(node.parentElement?.classList.contains('ProseMirror') ?? false))
      node = node.parentElement;
    return node?.textContent ?? '';
  });

test('shows the page at three widths and on paper, pictures included', async ({ launch }) => {
  const { page } = await launchWith(launch, englishStory);
  await openStory(page, story);
  const frame = await previewOf(page, story);
  for (const [name, width] of [
    ['Phone', 390],
    ['Tablet', 820],
    ['Desktop', 1280],
    ['Print', 842],
  ] as const) {
    await page.getByRole('radio', { name }).check({ force: true });
    await expect.poll(() => inFrame(page, (root) => root.ownerDocument.defaultView?.innerWidth)).toBe(width);
    await expect(frame.locator('h1')).toHaveText('Night ferry returns to Marrow Sound after eleven winters');
    await expect.poll(() => inFrame(page, (root) => root.querySelector('img')?.naturalWidth)).toBe(1200);
  }
});

test('follows typing, keeps its scroll, and is not loaded again', async ({ launch }) => {
  const { page } = await launchWith(launch, englishStory);
  await openStory(page, story);
  const frame = await previewOf(page, story);
  await page.getByRole('radio', { name: 'Phone' }).check({ force: true });
  const source = await page.locator('iframe[title="Preview"]').getAttribute('src');
  await page.locator('.ProseMirror').getByText('Fish buyers are counting on it too.').click();
  await page.keyboard.press('End');
  await expect(frame.getByText('Fish buyers are counting on it too.')).toBeInViewport();
  await expect.poll(() => scrolled(page)).toBeGreaterThan(0);
  await frame.getByText('Fish buyers are counting on it too.').evaluate((block) => {
    block.ownerDocument.defaultView?.scrollBy({ top: 40, behavior: 'instant' });
  });
  const before = await scrolled(page);
  await page.keyboard.type(' Typed just now.');
  await expect(frame.getByText('Typed just now.')).toBeVisible();
  expect(await scrolled(page)).toBe(before);
  expect(await page.locator('iframe[title="Preview"]').getAttribute('src')).toBe(source);
});

test('follows the caret to where it is', async ({ launch }) => {
  const { page } = await launchWith(launch, englishStory);
  await openStory(page, story);
  const frame = await previewOf(page, story);
  await page.getByRole('radio', { name: 'Phone' }).check({ force: true });
  const last = frame.getByText('The councils will look at the figures');
  await expect(last).not.toBeInViewport();
  await page.locator('.ProseMirror').getByText('The councils will look at the figures').click();
  await expect(last).toBeInViewport();
});

/** A real click on what a person sees: Playwright's own knows nothing of scaled frames. */
async function clickInFrame(page: Page, target: Locator, button: 'left' | 'middle' = 'left'): Promise<void> {
  const place = await target.evaluate((element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, height } = element.getBoundingClientRect();
    return { x: left + 12, y: top + height / 2, whole: element.ownerDocument.defaultView?.innerWidth ?? 1 };
  });
  const box = await page.locator('iframe[title="Preview"]').boundingBox();
  const scale = (box?.width ?? 0) / place.whole;
  await page.mouse.click((box?.x ?? 0) + place.x * scale, (box?.y ?? 0) + place.y * scale, { button });
}

test('a click on a block of the page puts the caret there; links lead nowhere', async ({ launch }) => {
  const { page, openedExternally } = await launchWith(launch, englishStory);
  await openStory(page, story);
  const frame = await previewOf(page, story);
  for (const width of ['Desktop', 'Phone']) {
    // What loads beside the choice of widths may move it under the pointer.
    await expect(() =>
      page.getByRole('radio', { name: width }).check({ force: true, timeout: 2_000 }),
    ).toPass();
    await clickInFrame(page, frame.getByText('What could still stop it'));
    await expect.poll(() => caretBlock(page)).toBe('What could still stop it');
    await expect(page.locator('.ProseMirror')).toBeFocused();
    await clickInFrame(page, frame.getByText('Marrow Harbour, Nov 14:'));
    await expect.poll(() => caretBlock(page)).toBe('Marrow Harbour, Nov 14:');
  }
  const link = frame.getByRole('link', { name: 'Five engineers wanted, sea legs preferred' });
  await clickInFrame(page, link);
  await expect.poll(() => caretBlock(page)).toContain('Five engineers wanted');
  await clickInFrame(page, link, 'middle');
  await expect(link).toBeVisible();
  expect(await inFrame(page, (root) => root.ownerDocument.URL)).toContain('/preview/');
  expect(await openedExternally()).toEqual([]);
});

test('the page is reached and left by keyboard', async ({ launch }) => {
  const { page } = await launchWith(launch, englishStory);
  await openStory(page, story);
  await previewOf(page, story);
  await page.locator('iframe[title="Preview"]').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.ProseMirror')).toBeFocused();
  await page.locator('iframe[title="Preview"]').focus();
  await page.keyboard.press('F6');
  await expect(page.locator('iframe[title="Preview"]')).not.toBeFocused();
});

test('a page from right to left is one', async ({ launch }) => {
  const { page } = await launchWith(launch, arabicStory);
  await openStory(page, arabicStory());
  await previewOf(page, arabicStory());
  expect(await inFrame(page, (root) => [root.getAttribute('lang'), root.getAttribute('dir')])).toEqual([
    'ar',
    'rtl',
  ]);
});

test('the bytes of the preview are the bytes of the export', async ({ launch }, testInfo) => {
  const { page, reply } = await launchWith(launch, englishStory);
  await openStory(page, story);
  await previewOf(page, story);
  const shown = await page.evaluate(async () => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Preview"]');
    const answer = await fetch(frame?.src ?? '');
    return [...new Uint8Array(await answer.arrayBuffer())];
  });
  const target = testInfo.outputPath('exported.html');
  await reply({ saveTo: target });
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  const exported = await readFile(target);
  expect(Buffer.from(shown).equals(exported)).toBe(true);
});

test('a hostile article runs nothing and reaches nobody', async ({ launch }) => {
  const evil =
    '</script></style><script>parent.ran = 1; alert(1)</script><img src="https://evil.example/a" onerror="alert(2)">';
  const hostile = (src: string) => {
    const article = englishStory(src);
    const body = article.body.children.map((node) => {
      if (node.type.name === 'figure')
        return node.type.create({ ...node.attrs, src: 'https://evil.example/pixel.png' }, node.content);
      return node.isTextblock ? node.type.create(node.attrs, schema.text(evil)) : node;
    });
    return { ...article, headlines: { seo: evil, social: evil }, body: schema.node('doc', null, body) };
  };
  const copydesk = await launchWith(launch, hostile);
  copydesk.allow(/Content Security Policy|frame is sandboxed|document is sandboxed/);
  const { page } = copydesk;
  let dialogs = 0;
  const outside: string[] = [];
  page.on('dialog', () => (dialogs += 1));
  page.on('response', (response) => {
    if (response.url().includes('evil.example')) outside.push(response.url());
  });
  await openStory(page, hostile(''));
  await previewOf(page, hostile(''));
  // And the raw thing, past renderer and schema: what main serves must hold alone.
  const ran = await page.evaluate(async (html) => {
    const { copydesk: bridge } = globalThis as unknown as {
      copydesk: { invoke: (name: string, input: unknown) => Promise<unknown> };
    };
    const answer = (await bridge.invoke('preview:load', { html })) as { value: { path: string } };
    for (const sandbox of ['allow-same-origin', null]) {
      const frame = document.createElement('iframe');
      if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
      frame.src = answer.value.path;
      const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
      document.body.append(frame);
      await loaded;
    }
    return 'ran' in globalThis;
  }, `<!doctype html><html><body>${evil}<script src="https://evil.example/x.js"></script><iframe src="https://evil.example/"></iframe><link rel="stylesheet" href="https://evil.example/x.css"><meta http-equiv="refresh" content="0;url=https://evil.example/">`);
  expect(ran).toBe(false);
  expect(dialogs).toBe(0);
  expect(outside).toEqual([]);
  expect(page.url()).not.toContain('evil');
});

test('draws a Hindi byline in letters where this system has none: as wide as it is when it is shaped anew', async ({
  launch,
}) => {
  const { page } = await launchWith(launch, hindiStory);
  await openStory(page, hindiStory());
  await previewOf(page, hindiStory());
  const widths = () =>
    inFrame(page, (root) => {
      const byline = root.querySelector<HTMLElement>('.byline');
      const range = root.ownerDocument.createRange();
      const width = (): number => {
        if (byline !== null) range.selectNodeContents(byline);
        return range.getBoundingClientRect().width;
      };
      const shown = width();
      // A line whose letters are spaced is never taken from what Chromium has drawn before.
      byline?.style.setProperty('letter-spacing', '0.001px');
      const anew = width();
      byline?.removeAttribute('style');
      return { shown, difference: Math.abs(shown - anew) };
    });
  await expect.poll(async () => (await widths()).difference).toBeLessThan(0.5);
  expect((await widths()).shown).toBeGreaterThan(20);
});
