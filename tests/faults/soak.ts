import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../support/projectRoot.ts';

// Run as a program: the full tier of the faults, `--scale 1` for its counts, `--seed` to repeat one; further words
// are names of test files.
const { values, positionals } = parseArgs({
  options: { scale: { type: 'string', default: '1' }, seed: { type: 'string' } },
  allowPositionals: true,
});
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
