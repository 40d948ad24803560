import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { projectRoot } from '../support/projectRoot.ts';
import { shareCompiled } from '../support/compileCache.ts';

shareCompiled();

// Two runs at once need two folders: Playwright empties its output folder at the start.
const results = process.env['COPYDESK_TEST_RESULTS'] ?? join(projectRoot, 'test-results');

export default defineConfig({
  testDir: '..',
  testMatch: ['e2e/**/*.spec.ts', 'host/**/*.spec.ts'],
  outputDir: join(results, 'playwright'),
  preserveOutput: 'failures-only',
  fullyParallel: true,
  workers: 2,
  // On two busy cores a window may come late; a test that passes only then is reported as flaky.
  retries: 1,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['line'], ['json', { outputFile: join(results, 'playwright.json') }]],
});
