import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { shareCompiled } from '../support/compileCache.ts';

shareCompiled();

// What others wrote, read by our importers: a report per folder in test-results/corpora/. Absent folders are named as skipped.
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['tests/corpora/**/*.corpus.ts'],
    maxWorkers: '100%',
    testTimeout: 5 * 60 * 1000,
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/corpora.json' },
  },
});
