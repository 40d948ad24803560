import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryPattern } from '../../electron/core/atomicWrite.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';

const program = join(projectRoot, 'tests', 'support', 'saveForever.ts');

/** Starts the saver, kills it somewhere in its second or later save, and answers the last rev that it promised. */
async function killSaver(root: string, delay: number): Promise<number> {
  const saver = spawn(process.execPath, [program, root], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  const first = new Promise<void>((resolve) => {
    saver.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      resolve();
    });
  });
  const exit = once(saver, 'close');
  await Promise.race([first, exit]);
  setTimeout(() => saver.kill('SIGKILL'), delay);
  await exit;
  return Number(output.trim().split('\n').at(-1));
}

it('50 kills in the middle of saving: never torn, never empty, nothing acknowledged lost', async () => {
  const root = temporaryFolder();
  const lanes = ['one', 'two'].map((name) => join(root, name));
  await Promise.all(
    lanes.map(async (lane) => {
      for (let kill = 0; kill < 25; kill += 1) {
        const promised = await killSaver(lane, kill * 1.3);
        const { articles } = await createLibrary(lane, testPorts());
        const entries = await articles.list();
        expect(entries.map(({ problem }) => problem)).toEqual([null]);
        expect(entries[0]?.rev).toBeGreaterThanOrEqual(promised);
        expect(promised).toBeGreaterThan(0);
      }
    }),
  );
  for (const lane of lanes) {
    const ports = testPorts();
    const orphans = readdirSync(lane).filter((name) => temporaryPattern.test(name));
    const { sweep } = await createLibrary(lane, ports);
    ports.clock.set(Date.now());
    expect(await sweep()).toEqual([]);
    ports.clock.set(Date.now() + 61 * 60 * 1000);
    expect(await sweep()).toEqual(orphans.map((name) => join(lane, name)));
    expect(readdirSync(lane).filter((name) => temporaryPattern.test(name))).toEqual([]);
  }
}, 240_000);
