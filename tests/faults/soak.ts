import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../support/projectRoot.ts';
import type { Figure } from './figure.ts';
import { keepResults, resultFiles } from './results.ts';

// Run as a program: the full tier of the faults, `--scale 1` for its counts, `--seed` to repeat one; further words
// are names of test files. What was found is merged into RESULTS.md and RESULTS.json beside this file.
const { values, positionals } = parseArgs({
  options: { scale: { type: 'string', default: '1' }, seed: { type: 'string' } },
  allowPositionals: true,
});
rmSync(join(projectRoot, 'test-results', 'faults.json'), { force: true });
const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
const config = join('tests', 'faults', 'vitest.config.ts');
const run = spawn(process.execPath, [vitest, 'run', '--config', config, ...positionals], {
  cwd: projectRoot,
  stdio: 'inherit',
  env: {
    ...process.env,
    COPYDESK_FAULT_SCALE: values.scale,
    ...(values.seed === undefined ? {} : { COPYDESK_FAULT_SEED: values.seed }),
  },
});
const [code] = (await once(run, 'close')) as [number | null]; // as Node documents
process.exitCode = code ?? 1;

const found = join(projectRoot, 'test-results', 'faults.json');
if (values.scale !== 'quick' && existsSync(found)) {
  // Written by the table, at the end of the run.
  const { figures } = JSON.parse(readFileSync(found, 'utf8')) as { readonly figures: readonly Figure[] };
  keepResults(figures, values.scale);
  const oxfmt = join(projectRoot, 'node_modules', 'oxfmt', 'bin', 'oxfmt');
  spawnSync(process.execPath, [oxfmt, resultFiles.json, resultFiles.table], { cwd: projectRoot });
}
