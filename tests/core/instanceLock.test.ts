import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { lockLibrary, type InstanceLock } from '../../electron/core/instanceLock.ts';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const program = join(projectRoot, 'tests', 'support', 'lockForever.ts');
const library = 'f'.repeat(32);

const owners: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const kill of owners.splice(0)) await kill();
});

/** Another process that asks for the lock; `said` is its answer. */
async function owner(userData: string, id = library) {
  const running = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, userData, id], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = once(running, 'exit');
  const kill = async () => {
    running.kill('SIGKILL');
    await end;
  };
  owners.push(kill);
  const [data] = (await once(running.stdout, 'data')) as [Buffer]; // the stream has no encoding
  return { said: data.toString().trim(), kill, stop: () => running.kill('SIGSTOP') };
}

const take = (userData: string, id = library): Promise<InstanceLock | null> =>
  lockLibrary(nodePorts, userData, id);

it('a second process is refused, even while the first one sleeps, and gets in when it is killed', async () => {
  const userData = temporaryFolder();
  const first = await owner(userData);
  expect(first.said).toBe('taken');
  expect(await take(userData)).toBeNull();
  expect((await owner(userData)).said).toBe('refused');
  first.stop();
  expect(await take(userData)).toBeNull();
  await first.kill();
  const lock = await take(userData);
  expect(lock).not.toBeNull();
  expect((await owner(userData)).said).toBe('refused');
  lock?.release();
  expect((await owner(userData)).said).toBe('taken');
});

it('one process takes a library once, and several libraries side by side', async () => {
  const userData = temporaryFolder();
  const first = await take(userData);
  const other = await take(userData, 'e'.repeat(32));
  expect(await take(userData)).toBeNull();
  first?.release();
  const again = await take(userData);
  expect([first, other, again]).not.toContain(null);
  for (const lock of [other, again]) lock?.release();
});

it('a damaged lock file keeps nobody out, and lets no two in', async () => {
  const userData = temporaryFolder();
  mkdirSync(join(userData, 'locks'));
  const path = join(userData, 'locks', `${library}.lock`);
  const rubbish = 'no database at all, '.repeat(300);
  writeFileSync(path, rubbish);
  const first = await owner(userData);
  expect(first.said).toBe('taken');
  expect(await take(userData)).toBeNull();
  expect(readFileSync(path, 'utf8')).toBe(rubbish);
});

it('a library’s identity is no path, and a folder that cannot be made is told', async () => {
  const userData = temporaryFolder();
  const lock = await take(userData, '../../escape');
  expect(readdirSync(userData)).toEqual(['locks']);
  lock?.release();
  writeFileSync(join(userData, 'file'), '');
  await expect(take(join(userData, 'file'))).rejects.toMatchObject({ code: expect.any(String) });
});
