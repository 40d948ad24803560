import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { projectRoot } from '../../support/projectRoot.ts';

/** Takes the pictures of assets/screenshots; no part of `npm test`. */
export default defineConfig({
  testDir: '.',
  testMatch: 'take*.ts',
  outputDir: join(projectRoot, 'test-results', 'screenshots'),
  workers: 1,
  timeout: 90_000,
  reporter: [['list']],
});
