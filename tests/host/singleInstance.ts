import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
  type FSWatcher,
} from 'node:fs';
import { join } from 'node:path';

type Request = {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly data: unknown;
};

/** A held single-instance lock. */
export type InstanceLock = { readonly release: () => void };

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function takePid(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = Number(readFileSync(file, 'utf8'));
    if (Number.isInteger(holder) && holder > 0 && isAlive(holder)) return false;
    writeFileSync(file, String(process.pid));
    return true;
  }
}

/** Takes the lock of that folder, or hands this start over to the process that holds it and gives undefined. */
export function takeInstanceLock(
  userData: string,
  data: unknown,
  onSecond: (request: Request) => void,
): InstanceLock | undefined {
  const folder = join(userData, 'host-single-instance');
  mkdirSync(folder, { recursive: true });
  const pidFile = join(folder, 'pid');
  if (!takePid(pidFile)) {
    const name = `${process.pid}-${Date.now()}`;
    const request: Request = { argv: process.argv, workingDirectory: process.cwd(), data };
    writeFileSync(join(folder, `${name}.part`), JSON.stringify(request));
    renameSync(join(folder, `${name}.part`), join(folder, `${name}.json`));
    return undefined;
  }
  for (const name of readdirSync(folder)) if (name !== 'pid') rmSync(join(folder, name), { force: true });
  const read = (): void => {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
      const path = join(folder, name);
      // Written just above by a second instance of this same program.
      const request = JSON.parse(readFileSync(path, 'utf8')) as Request;
      rmSync(path, { force: true });
      onSecond(request);
    }
  };
  const watcher: FSWatcher = watch(folder, read);
  watcher.unref();
  const release = (): void => {
    watcher.close();
    rmSync(pidFile, { force: true });
  };
  return { release };
}
