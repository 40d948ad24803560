import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { scale } from './figure.ts';
import { shareCompiled } from '../support/compileCache.ts';

shareCompiled();

// One file after the other: each figure uses both cores, or needs them quiet.
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['tests/faults/**/*.test.ts'],
    globalSetup: ['tests/faults/table.ts'],
    fileParallelism: false,
    // The quick tier never holds up `npm test`; the full one takes hours.
    testTimeout: scale === null ? 5 * 60 * 1000 : 24 * 60 * 60 * 1000,
    hookTimeout: 10 * 60 * 1000,
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/faults-tests.json' },
  },
});
