import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../support/chromium.ts';
import { realStories } from '../support/realStories.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { controlPage, pagesOf, type JudgedPage } from './htmlPages.ts';

interface Issue {
  readonly code: string;
  readonly message: string;
  readonly selector: string;
}
interface Browser {
  readonly close: () => Promise<void>;
}
type Pa11y = (
  address: string,
  options: Readonly<Record<string, unknown>>,
) => Promise<{ readonly issues: readonly Issue[] }>;
type Puppeteer = { readonly launch: (options: Readonly<Record<string, unknown>>) => Promise<Browser> };

// Neither has types of its own.
const load = createRequire(import.meta.url);
const pa11y = load('pa11y') as Pa11y;
// Its own browser driver, so that one browser serves all pages.
const puppeteer = createRequire(load.resolve('pa11y'))('puppeteer') as Puppeteer;

const chromium = findChromium();

/** What pa11y's two runners, HTML CodeSniffer and axe, hold against a page under WCAG 2 AA. */
async function findings(
  browser: Browser,
  folder: string,
  { name, html }: JudgedPage,
): Promise<readonly string[]> {
  const file = join(folder, `${name.replaceAll(/[^\w-]/g, '-')}.html`);
  writeFileSync(file, html);
  const { issues } = await pa11y(pathToFileURL(file).href, {
    browser,
    standard: 'WCAG2AA',
    runners: ['htmlcs', 'axe'],
    includeWarnings: false,
    timeout: 60_000,
  });
  return issues.map(({ code, message, selector }) => `${name}: ${code} ${message} (${selector})`);
}

/** A page mostly waits for its runners: so many are judged side by side. */
const together = 6;

const pages = pagesOf(realStories);
const title = `pa11y: ${pages.length} pages, HTML CodeSniffer and axe, WCAG 2 AA`;
if (chromium === undefined) console.warn('Skipped: pa11y has no Chromium on this machine');

describe.skipIf(chromium === undefined)(title, () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await puppeteer.launch({
      executablePath: chromium,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
  });
  afterAll(async () => {
    await browser?.close();
  });
  const all = async (given: readonly JudgedPage[]) => {
    const folder = temporaryFolder();
    const found: string[] = [];
    const driver = browser;
    if (driver === undefined) throw new Error('The browser did not start');
    for (let at = 0; at < given.length; at += together) {
      const some = given.slice(at, at + together).map((page) => findings(driver, folder, page));
      found.push(...(await Promise.all(some)).flat());
    }
    return found;
  };

  test('a planted fault is found', async () => {
    const [page] = pages;
    expect(await all([{ name: 'control', html: controlPage(page?.html ?? '') }])).not.toEqual([]);
  });

  test('nothing is found', { timeout: 20 * 60 * 1000 }, async () => {
    expect(await all(pages)).toEqual([]);
  });
});
