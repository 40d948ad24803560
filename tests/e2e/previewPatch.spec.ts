import { readFileSync } from 'node:fs';
import { chromium, expect, test } from '@playwright/test';
import { build } from 'vite';
import { requireChromium } from '../support/chromium.ts';
import { projectRoot } from '../support/projectRoot.ts';

const bundle = async (entry: string): Promise<string> => {
  const built = await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry, name: 'harness', formats: ['iife'] },
      minify: false,
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('vite built nothing');
  return output.output.map((file) => ('code' in file ? file.code : '')).join('\n');
};

test('a patched page equals a fresh load of the export after any edits, in Chromium', async () => {
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    await page.goto('about:blank');
    await page.addScriptTag({ content: await bundle('tests/e2e/harness/patchInChromium.ts') });
    const css = readFileSync(`${projectRoot}/assets/themes/broadsheet.css`, 'utf8');
    const failure = await page.evaluate(async (theme) => {
      // The bundle's one global; its type is the harness module's.
      const { harness } = globalThis as unknown as {
        harness: { check: (css: string, runs: number) => Promise<void> };
      };
      return harness.check(theme, 12).then(() => '', String);
    }, css);
    expect(failure).toBe('');
  } finally {
    await browser.close();
  }
});
