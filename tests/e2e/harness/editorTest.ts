import { test as base, chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { pagePolicy } from '../../../electron/core/policies.ts';
import { requireChromium } from '../../support/chromium.ts';
import { projectRoot } from '../../support/projectRoot.ts';
import type { Harness, Opening } from './editorPage.tsx';

interface Sheet {
  readonly page: Page;
  readonly open: (opening?: Opening) => Promise<void>;
  readonly ask: <Name extends keyof Harness>(
    name: Name,
    ...given: Parameters<Harness[Name]>
  ) => Promise<ReturnType<Harness[Name]>>;
  /** The article as lines: `name: text` of each top-level node, in order, empty header fields left out. */
  readonly lines: () => Promise<readonly string[]>;
}

interface Bundle {
  readonly script: string;
  readonly style: string;
}

async function bundle(): Promise<Bundle> {
  const built = await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      cssCodeSplit: false,
      lib: { entry: 'tests/e2e/harness/editorPage.tsx', name: 'page', formats: ['iife'] },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('vite built nothing');
  const text = (file: (typeof output.output)[number]): string =>
    'code' in file ? file.code : typeof file.source === 'string' ? file.source : '';
  const of = (end: string): string =>
    output.output
      .filter((file) => file.fileName.endsWith(end))
      .map(text)
      .join('\n');
  return { script: of('js'), style: of('.css') };
}

interface Line {
  readonly type: string;
  readonly text?: string;
  readonly content?: readonly Line[];
}

const textOf = (node: Line): string =>
  node.type === 'hardBreak' ? '|' : (node.text ?? (node.content ?? []).map(textOf).join(''));

/** Once the browser has told the page of the last change of the selection, which it does in the next frame. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
      }),
  );

/** A document as JSON: some header fields by name, then blocks. */
export const article = (
  header: Readonly<Partial<Record<(typeof fields)[number], string>>>,
  ...blocks: readonly unknown[]
): unknown => ({
  type: 'doc',
  content: [
    ...fields.map((type) => {
      const text = header[type] ?? '';
      return text === '' ? { type } : { type, content: [{ type: 'text', text }] };
    }),
    ...blocks,
  ],
});

/** A text block as JSON. */
export const block = (type: string, text = '', attrs: Readonly<Record<string, unknown>> = {}): unknown => ({
  type,
  attrs,
  ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
});

const fields = ['kicker', 'headline', 'standfirst', 'byline', 'dateline'] as const;

/** A test with the real sheet in a real Chromium, without the application around it. */
export const test = base.extend<{ sheet: Sheet }, { bundle: Bundle; chromium: Browser }>({
  chromium: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, give) => {
      const browser = await chromium.launch({
        executablePath: requireChromium(),
        args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      });
      await give(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  bundle: [
    // Playwright wants a pattern here, even where nothing is taken from it.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, give) => {
      await give(await bundle());
    },
    { scope: 'worker' },
  ],
  sheet: async ({ bundle: built, chromium: browser }, give) => {
    const context = await browser.newContext({ viewport: { width: 1100, height: 800 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    page.on('pageerror', (error) => {
      throw error;
    });
    // A secure origin, for the clipboard, served from here with the policy of the application's own page.
    const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
      '/': [
        'text/html',
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Sheet</title><link rel="stylesheet" href="/style.css"><script src="/page.js" defer></script></html>',
      ],
      '/style.css': ['text/css', built.style],
      '/page.js': ['text/javascript', built.script],
    };
    await page.route('https://sheet.test/**', (route) => {
      const file = files[new URL(route.request().url()).pathname];
      return file === undefined
        ? route.abort()
        : route.fulfill({
            contentType: file[0],
            body: file[1],
            headers: {
              'content-security-policy': pagePolicy.replace("font-src 'self'", "font-src 'self' data:"),
            },
          });
    });
    await page.goto('https://sheet.test/');
    const ask: Sheet['ask'] = (name, ...given) =>
      page.evaluate(
        ([asked, args]) => {
          // The page's global, set by editorPage.tsx; the pair is typed by `ask`.
          const { harness } = globalThis as unknown as {
            harness: Record<string, (...all: unknown[]) => never>;
          };
          return harness[asked]?.(...args);
        },
        [name, given] as const,
      ) as never;
    const open = async (opening: Opening = {}): Promise<void> => {
      await ask('open', opening);
      await ask('loadCleaner');
      await page.waitForFunction(() => document.activeElement?.classList.contains('tiptap'));
    };
    const lines = async (): Promise<readonly string[]> => {
      // A document's JSON, as ProseMirror writes it.
      const body = (await ask('body')) as Line;
      return (body.content ?? [])
        .map((node) => `${node.type}: ${textOf(node)}`)
        .filter((line) => !fields.some((name) => line === `${name}: `));
    };
    await give({ page, open, ask, lines });
    await context.close();
  },
});

export { expect } from '@playwright/test';
