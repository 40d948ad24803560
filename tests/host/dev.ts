import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { build, createServer } from 'vite';
import { projectRoot } from '../support/projectRoot.ts';
import { describeRuntime, explain, openApplication, whyNoDisplay } from './openApplication.ts';

// What runs beside the window: each is built again after a change, and the application started again.
const bundles = ['main', 'importWorker', 'indexWorker', 'preload'];

const configFile = join(projectRoot, 'vite.config.ts');

/** Builds one bundle, again after each change; `onBuilt` hears of every finished build. */
async function watchBundle(mode: string, onBuilt: () => void): Promise<void> {
  const watcher = await build({ configFile, mode, logLevel: 'warn', build: { watch: {} } });
  if (!('on' in watcher)) throw new Error(`The ${mode} build does not watch`);
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') console.error(`${mode}: ${event.error.message}`);
    if (event.code === 'BUNDLE_END') void event.result.close();
    if (event.code === 'END') onBuilt();
  });
}

/** Runs the application, and starts it again after each rebuild. */
function keepRunning(server: string): () => void {
  let child: ChildProcess | undefined;
  let restarting = false;
  const open = (): void => {
    child = openApplication(process.argv.slice(2), { ...process.env, COPYDESK_DEV_SERVER: server });
    child.on('exit', (code) => {
      if (!restarting) process.exit(code ?? 0);
      restarting = false;
      open();
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      restarting = false;
      if (child === undefined) process.exit(0);
      child.kill('SIGTERM');
    });
  return () => {
    if (child === undefined) open();
    else {
      restarting = true;
      child.kill('SIGTERM');
    }
  };
}

async function main(): Promise<void> {
  console.log(describeRuntime());
  const obstacle = whyNoDisplay();
  if (obstacle !== undefined) {
    console.error(obstacle);
    process.exit(1);
  }
  const server = await createServer({ configFile, mode: 'renderer' });
  await server.listen();
  const address = server.resolvedUrls?.local[0]?.replace(/\/$/, '');
  if (address === undefined) throw new Error('The Vite server has no address');
  const restart = keepRunning(address);
  const waiting = new Set(bundles);
  const built = (mode: string) => (): void => {
    waiting.delete(mode);
    if (waiting.size === 0) restart();
  };
  await Promise.all(bundles.map((mode) => watchBundle(mode, built(mode))));
}

main().catch((error: unknown) => process.exit(explain(error)));
