import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

type WithAxe = typeof globalThis & {
  axe?: { run: (context: unknown, options: unknown) => Promise<AxeResults> };
};

const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds in the window as it is now, one line a finding: rule, element, what to do. The preview's page is not looked into. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // Evaluated, not added as a script: the page's policy allows no other script than its own.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await readFile(source, 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as WithAxe; // put there by the line above
    const results = await axe?.run(document, { iframes: false, resultTypes: ['violations'] });
    return (
      results?.violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary ?? ''})`),
      ) ?? ['axe did not run']
    );
  });
  return found;
}
