import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { shareCompiled } from './support/compileCache.ts';

shareCompiled();

// A counterexample may come once in ten thousand runs: `COPYDESK_RUNS=50 npm run test:unit -- nothingLost` looks for it.
const many = process.env['COPYDESK_RUNS'] !== undefined;

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['tests/{shared,core,renderer,electron,host,support}/**/*.test.{ts,tsx}'],
    testTimeout: many ? 3_600_000 : 30_000,
    setupFiles: many ? ['tests/support/manyRuns.ts'] : [],
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/unit.json' },
  },
});
