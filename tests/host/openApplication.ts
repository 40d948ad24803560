import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { findChromium, NoChromiumError, requireChromium } from '../support/chromium.ts';
import { chooseRuntime, findElectronBinary } from '../support/electronBinary.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { nodeForTypeScript } from './client.ts';

/** Why a window cannot be shown here, and what to do instead; undefined where it can. */
export function whyNoDisplay(
  environment: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
): string | undefined {
  const hasDisplay = environment['DISPLAY'] !== undefined || environment['WAYLAND_DISPLAY'] !== undefined;
  if (platform !== 'linux' || hasDisplay) return undefined;
  return [
    'Copydesk cannot open a window: this machine has no display (neither DISPLAY nor WAYLAND_DISPLAY is set).',
    'Without a display, use the command line: npm run -s desk -- --help',
    'Or give it a virtual display: apt-get install xvfb, then xvfb-run -a npm start',
  ].join('\n');
}

/** One plain line that says what Copydesk runs on. */
export function describeRuntime(): string {
  const runtime = chooseRuntime();
  if (runtime.kind === 'electron') return 'Copydesk runs on Electron.';
  const why =
    findElectronBinary() === undefined
      ? 'No Electron binary is installed here'
      : 'COPYDESK_RUNTIME is "host"';
  return `${why}: Copydesk opens in ${findChromium() ?? 'Chromium'} instead (to install Electron: npx install-electron).`;
}

/** Opens the built Copydesk visibly, on Electron if its binary is present, else on the host. */
export function openApplication(
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): ChildProcess {
  const runtime = chooseRuntime();
  const root = process.getuid?.() === 0 && process.platform === 'linux' ? ['--no-sandbox'] : [];
  if (runtime.kind === 'host') requireChromium();
  const [command, ...args] =
    runtime.kind === 'electron'
      ? ([runtime.path, ...root, projectRoot, ...parameters] as const)
      : ([
          nodeForTypeScript(),
          join(projectRoot, 'tests', 'host', 'run.ts'),
          '--visible',
          projectRoot,
          ...parameters,
        ] as const);
  return spawn(command, args, { stdio: 'inherit', env: environment });
}

/** Says what stops an opening in plain words where they are known, and gives the exit code. */
export function explain(error: unknown): number {
  if (!(error instanceof NoChromiumError)) throw error;
  console.error(error.message);
  return 1;
}
