import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { article, block, expect, test } from './harness/editorTest.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, one line each. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    // The page's global, set by the script above.
    const { axe: checker } = globalThis as unknown as {
      axe: {
        run: (options: unknown) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    // The page around the sheet is the harness's, not the application's: no landmarks, no first heading.
    const rules = Object.fromEntries(
      ['region', 'html-has-lang', 'landmark-one-main', 'page-has-heading-one'].map((id) => [
        id,
        { enabled: false },
      ]),
    );
    const { violations } = await checker.run({ rules });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

const cell = (type: string, text: string) => ({ type, content: [block('paragraph', text)] });

const everything = article(
  { kicker: 'Harbour', headline: 'Wall holds', dateline: 'Quay, May 4:' },
  block('paragraph', 'The wall held.'),
  {
    type: 'figure',
    attrs: { src: `media/${'1'.repeat(64)}.png` },
    content: [{ type: 'caption' }, { type: 'credit' }],
  },
  block('heading', 'Next', { level: 2 }),
  {
    type: 'table',
    content: [
      { type: 'tableRow', content: [cell('tableHeader', 'Gate'), cell('tableHeader', 'Height')] },
      { type: 'tableRow', content: [cell('tableCell', 'North'), cell('tableCell', '4 m')] },
    ],
  },
  { type: 'relatedLink' },
  { type: 'correction' },
  { type: 'embed' },
  { type: 'factBox', content: [{ type: 'factBoxTitle' }, block('paragraph')] },
  { type: 'pullQuote', content: [{ type: 'pullQuoteText' }, { type: 'attribution' }] },
);

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on the sheet, in ${colorScheme}`, async ({ sheet }) => {
    await sheet.page.emulateMedia({ colorScheme });
    await sheet.open({ body: everything });
    await sheet.ask('focusBlock', 8);
    expect(await findings(sheet.page)).toEqual([]);
  });

test('axe finds nothing in the menus and dialogs of the sheet', async ({ sheet }) => {
  await sheet.open({ body: everything });
  const { page } = sheet;
  await sheet.ask('focusBlock', 5);
  await page.keyboard.press('End');
  await page.keyboard.type(' /');
  await expect(page.getByRole('listbox', { name: 'Insert block' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await sheet.ask('run', 'insert:open');
  await expect(page.getByRole('combobox')).toBeFocused();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await sheet.ask('run', 'format:link');
  await expect(page.getByRole('dialog', { name: 'Add link' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'From the library…' }).click();
  await expect(page.getByRole('dialog', { name: 'Link to an article' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
});
