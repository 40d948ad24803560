import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { articleToJson, newArticle, parseArticle } from '../../shared/article/article.ts';
import { bodyBlocks } from '../../shared/article/text.ts';
import { schema } from '../../shared/article/schema.ts';
import { html } from '../../shared/formats/html.ts';
import type { CopydeskApp } from '../support/app.ts';
import { expect, policyNoise, test } from '../support/bareTest.ts';
import { requireChromium } from '../support/chromium.ts';
import { pasteByKey, send, watch } from '../support/hostileWatch.ts';
import { everythingTo, type Sink } from '../support/sink.ts';
import { aimed, hostileFiles, type HostileFile } from '../support/vectors/files.ts';
import { pollutedSettings, vectorClasses, vectors } from '../support/vectors/index.ts';

const editor = (page: Page) => page.locator('.ProseMirror');

const lengthOf = (page: Page) => editor(page).evaluate(({ textContent }) => textContent.length);

async function newArticleIn(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'New Article' }).click();
  await editor(page).waitFor();
  await editor(page).locator('> p').last().click();
}

const clickLinks = async (page: Page): Promise<void> => {
  for (const frame of page.frames())
    await frame.evaluate(() => {
      for (const link of document.querySelectorAll<HTMLElement>('.ProseMirror a, article a')) link.click();
    });
};

const written = async (folder: string, files: readonly HostileFile[]): Promise<readonly string[]> => {
  await mkdir(folder, { recursive: true });
  await Promise.all(files.map(({ name, bytes }) => writeFile(join(folder, name), bytes)));
  return files.map(({ name }) => join(folder, name));
};

const summaryOf = (page: Page) => page.getByText(/files? imported, \d+ refused/u).first();

async function finished(page: Page, files: readonly HostileFile[]): Promise<void> {
  const refused = files.filter((file) => file.refused).length;
  const made = files.length - refused;
  await expect(summaryOf(page)).toContainText(`${String(made)} files imported, ${String(refused)} refused`, {
    timeout: 60_000,
  });
  await page.keyboard.press('Escape');
}

/** One article of everything that got into the library, shown on the sheet and in the preview; answers its page. */
async function showAll({ page, libraryDir }: CopydeskApp, headline: string): Promise<string> {
  const names = (await readdir(libraryDir)).filter((name) => /^[^.].*\.copydesk$/.test(name));
  // Fifty that were opened, fifty that were dropped.
  expect(names.length).toBeGreaterThanOrEqual(100);
  const files = await Promise.all(names.map((name) => readFile(join(libraryDir, name), 'utf8')));
  const blocks = files
    .flatMap((file) => bodyBlocks(parseArticle(JSON.parse(file)).body))
    .map(({ node }) => node);
  const head = ['kicker', 'headline', 'standfirst', 'byline', 'dateline'].map((name) =>
    schema.node(name, null, name === 'headline' ? [schema.text(headline)] : []),
  );
  const made = newArticle({
    id: '0'.repeat(32),
    created: '2026-05-04T06:30:00Z',
    language: 'en',
    body: schema.node('doc', null, [...head, ...blocks]),
  });
  // The newest stands first in the list.
  await writeFile(
    join(libraryDir, `all-${made.id}.copydesk`),
    JSON.stringify({ ...articleToJson(made), modified: '2032-01-01T00:00:00Z' }),
  );
  await page.locator('[data-zone="library"]').getByText(headline).first().click();
  await editor(page).locator('h1', { hasText: headline }).waitFor();
  await page.frameLocator('iframe[title="Preview"]').locator('h1', { hasText: headline }).waitFor();
  expect(blocks.length).toBeGreaterThan(500);
  return html.render(made, { theme: { id: 'none', css: '' } });
}

const launchAt = (launch: (options: object) => Promise<CopydeskApp>, sink: Sink) =>
  launch({
    args: [everythingTo(sink)],
    prepare: ({ dataDir }: { dataDir: string }) =>
      writeFile(
        join(dataDir, 'settings.json'),
        JSON.stringify({
          ...JSON.parse(pollutedSettings[6] ?? ''),
          recent: [{ id: 'a'.repeat(32), title: '<img src=x onerror=alert(1)>', caret: 0, scroll: 0 }],
        }),
      ),
  });

test('what is pasted or dropped runs nothing, asks for nothing and leads nowhere', async ({
  launch,
  sink,
}) => {
  test.setTimeout(240_000);
  const copydesk = await launchAt(launch, sink);
  const { page, allow } = copydesk;
  allow(policyNoise);
  await newArticleIn(page);
  const { quiet } = await watch(copydesk, sink);
  const all = vectors.map(({ html: markup, text }) => [aimed(markup, sink.address), text] as const);
  const texts = vectors.map(({ text, markdown }) => ['', `${text}\n\n${markdown}`] as const);
  const kinds = [
    ['paste', all, 'The last that was pasted.'],
    ['paste', texts, 'The last text.'],
    ['drop', all, 'The last that was dropped.'],
  ] as const;
  for (const [type, items, last] of kinds) {
    const before = await lengthOf(page);
    await send(page, type, [...items, [`<p>${last}</p>`, last]]);
    await expect(editor(page)).toContainText(last);
    // Most leave something to read.
    expect((await lengthOf(page)) - before).toBeGreaterThan(items.length * 2);
    await quiet();
  }
  for (const list of Object.values(vectorClasses)) {
    const markup = aimed(list.map((vector) => vector.html).join('\n'), sink.address);
    await pasteByKey(page, markup);
  }
  await pasteByKey(page, '<p>The last by key.</p>');
  await expect(editor(page)).toContainText('The last by key.');
  await clickLinks(page);
  await quiet();
});

test('what is opened or dropped as a file runs nothing either, on the sheet, in the preview, as a page', async ({
  launch,
  sink,
}, testInfo) => {
  test.setTimeout(240_000);
  const copydesk = await launchAt(launch, sink);
  const { page, allow, reply } = copydesk;
  allow(policyNoise);
  await newArticleIn(page);
  const { quiet } = await watch(copydesk, sink);
  const files = hostileFiles(sink.address, 'a');
  await reply({ open: [...(await written(testInfo.outputPath('files'), files))] });
  await page.keyboard.press('Control+Shift+O');
  await finished(page, files);
  await quiet();

  const dropped = hostileFiles(sink.address, 'b').map(({ name, bytes }) => ({ name, bytes: [...bytes] }));
  await page.evaluate((all) => {
    const dataTransfer = new DataTransfer();
    for (const { name, bytes } of all) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
    const init = { dataTransfer, bubbles: true, cancelable: true };
    document.querySelector('.ProseMirror')?.dispatchEvent(new DragEvent('drop', init));
  }, dropped);
  await finished(page, files);
  await quiet();

  const exported = await showAll(copydesk, 'Everything that came in');
  await clickLinks(page);
  await quiet();

  // The page that leaves, in a browser that knows nothing of us.
  const path = testInfo.outputPath('page.html');
  await writeFile(path, exported);
  const browser = await chromium.launch({ executablePath: requireChromium(), args: [everythingTo(sink)] });
  const reader = await browser.newPage();
  const ran: string[] = [];
  reader.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  reader.on('request', (request) => {
    if (!['image', 'document'].includes(request.resourceType())) ran.push(request.url());
  });
  await reader.goto(`file://${path}`);
  await expect(reader.locator('h1')).toHaveText('Everything that came in');
  expect([reader.url(), ran, reader.frames().length]).toEqual([`file://${path}`, [], 1]);
  await browser.close();
});

test('settings that are no settings are put aside by name, and Copydesk starts', async ({ launch, sink }) => {
  const content = pollutedSettings.at(-1) ?? '';
  const prepare = ({ dataDir }: { dataDir: string }) => writeFile(join(dataDir, 'settings.json'), content);
  const copydesk = await launch({ args: [everythingTo(sink)], prepare });
  await expect(copydesk.page.getByText(/settings\.json\.corrupt-/u).first()).toBeVisible();
  const { quiet } = await watch(copydesk, sink);
  const kept = (await readdir(copydesk.dataDir)).find((name) => name.includes('.corrupt-')) ?? '';
  expect(await readFile(join(copydesk.dataDir, kept), 'utf8')).toBe(content);
  await quiet();
});

test('in a page that nothing protects the same texts run and ask: the canaries live', async ({ sink }) => {
  const browser = await chromium.launch({ executablePath: requireChromium(), args: [everythingTo(sink)] });
  const page = await browser.newPage();
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    // Its frame may be gone by then.
    dialog.dismiss().catch(() => undefined);
  });
  const frames = vectors.map(({ name, html: markup }) => ({ name, markup: aimed(markup, sink.address) }));
  await page.setContent('<p>Unprotected</p>');
  // To read markup into a document of its own, as every door does first, runs nothing and fetches nothing.
  await page.evaluate((all) => {
    for (const { markup } of all) new DOMParser().parseFromString(markup, 'text/html');
    return new Promise((resolve) => setTimeout(resolve, 300));
  }, frames);
  expect([sink.hits, dialogs]).toEqual([[], 0]);
  const fired = await page.evaluate(async (all) => {
    const ran = new Set<string>();
    Object.assign(globalThis, { alert: () => ran.add('the page around') });
    for (const { name, markup } of all) {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<body>';
      document.body.append(frame);
      await new Promise((resolve) => (frame.onload = resolve));
      const inner = frame.contentWindow;
      if (inner === null) continue;
      Object.assign(inner, { alert: () => ran.add(name) });
      inner.document.open();
      // A page that writes what it was given, as a careless one does.
      inner.document.write(markup);
      inner.document.close();
      Object.assign(inner, { alert: () => ran.add(name) });
      for (const link of inner.document.querySelectorAll('a:not([target])'))
        link.dispatchEvent(new MouseEvent('click', { cancelable: true }));
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    return [...ran];
  }, frames);
  await page.goto('about:blank');
  const before = dialogs;
  await page.setContent('<img src=x onerror=alert(1)>');
  await expect.poll(() => dialogs).toBe(before + 1);
  console.log(`${fired.length} ran, ${new Set(sink.hits).size} asked`);
  expect(fired.length).toBeGreaterThan(70);
  expect(new Set(sink.hits).size).toBeGreaterThan(50);
  await browser.close();
});
