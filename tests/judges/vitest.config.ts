import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { shareCompiled } from '../support/compileCache.ts';

shareCompiled();

// The full tier: programs that we did not write judge our exports. Those not on this machine are named as skipped.
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['tests/judges/**/*.judge.ts'],
    maxWorkers: '100%',
    testTimeout: 10 * 60 * 1000,
    hookTimeout: 10 * 60 * 1000,
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/judges.json' },
  },
});
