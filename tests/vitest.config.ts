import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { shareCompiled } from './support/compileCache.ts';

shareCompiled();

// A counterexample may come once in ten thousand runs: `COPYDESK_RUNS=50 npm run test:unit -- nothingLost` looks for it.
const many = process.env['COPYDESK_RUNS'] !== undefined;

const project = (name: string, include: string, isolate: boolean) => ({
  extends: true as const,
  test: { name, include: [include], isolate },
});

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    // Left alone, vitest keeps one core of two for itself.
    maxWorkers: '100%',
    testTimeout: many ? 3_600_000 : 30_000,
    setupFiles: many ? ['tests/support/manyRuns.ts'] : [],
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/unit.json' },
    projects: [
      // Modules that keep nothing between two calls are loaded once for all of their tests.
      project('pure', 'tests/{shared,renderer}/**/*.test.{ts,tsx}', false),
      project('main', 'tests/{core,electron,host,support}/**/*.test.{ts,tsx}', true),
    ],
  },
});
