import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { lockFile, type InstanceLock } from './instanceLock.ts';
import type { Ports } from './ports.ts';
import { hashOf } from './serialise.ts';
import { codeOf } from './systemError.ts';

/**
 * Takes a library's folder for this process, against every Copydesk of this computer, whatever its user-data folder, its
 * account or its environment. Null if another process has it. The kernel holds the lock: it is refused while its owner
 * sleeps, and free at once when its owner is killed. Nothing of it lies in the folder: no sync tool can copy it, no network
 * disk has to understand it, and a library that is read-only can be locked too. Throws what the system says where no such
 * lock can be had.
 */
export async function lockFolder(ports: Pick<Ports, 'files'>, root: string): Promise<InstanceLock | null> {
  const path = await realpath(root);
  const { dev, ino } = await stat(path, { bigint: true });
  // Several paths may lead to one folder; and where a disk gives no numbers, or others each time, the path tells.
  const keys = [`path ${path}`, ...(ino === 0n ? [] : [`number ${dev} ${ino}`])];
  const taken: InstanceLock[] = [];
  const release = () => {
    for (const lock of taken.splice(0)) lock.release();
  };
  for (const key of keys) {
    try {
      const lock = await lockName(ports, `copydesk-library-${hashOf(key).slice(0, 40)}`);
      if (lock !== null) {
        taken.push(lock);
        continue;
      }
    } catch (error) {
      release();
      throw error;
    }
    release();
    return null;
  }
  return { release };
}

const lockName = (ports: Pick<Ports, 'files'>, name: string): Promise<InstanceLock | null> => {
  // Neither is a file: a name that the kernel keeps as long as its process lives.
  if (process.platform === 'linux') return listenOn(`\0${name}`);
  if (process.platform === 'win32') return listenOn(`\\\\.\\pipe\\${name}`);
  // Elsewhere a file, in a folder that depends on the account alone; the home of the environment may be another.
  const folder = join(userInfo().homedir, 'Library', 'Application Support', 'Copydesk', 'locks');
  return lockFile(ports, folder, name);
};

function listenOn(path: string): Promise<InstanceLock | null> {
  const { promise, resolve, reject } = Promise.withResolvers<InstanceLock | null>();
  // Nobody has anything to say here.
  const server = createServer((socket) => void socket.destroy());
  server.on('error', (error) => {
    if (codeOf(error) === 'EADDRINUSE') resolve(null);
    else reject(error);
  });
  server.listen({ path, exclusive: true }, () => resolve({ release: () => void server.close() }));
  // It keeps no program running.
  server.unref();
  return promise;
}
