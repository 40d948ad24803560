import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { shareCompiled } from './support/compileCache.ts';

shareCompiled();

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['tests/{shared,core,renderer,electron,host,support}/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/unit.json' },
  },
});
