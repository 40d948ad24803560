import { spawnSync } from 'node:child_process';
import { ensureChromium, NoChromiumError } from './chromium.ts';
import { chooseRuntime } from './electronBinary.ts';

function main(): number {
  const runtime = chooseRuntime();
  if (runtime.kind === 'electron') {
    console.log(`Runtime: real Electron (${runtime.path})`);
    return 0;
  }
  try {
    const path = ensureChromium((line) => console.log(line));
    const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
    console.log(`Runtime: Electron host on ${path}${version === '' ? '' : ` (${version})`}`);
    return 0;
  } catch (error) {
    if (!(error instanceof NoChromiumError)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = main();
