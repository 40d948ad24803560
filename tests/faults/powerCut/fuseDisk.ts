import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync, writevSync } from 'node:fs';
import { codeOf } from '../../../electron/core/systemError.ts';
import { encodeEntry, imageName } from './writeLog.ts';

// Run as a program: a disk that writes down what it is asked, by FUSE's kernel protocol 7.31 (linux/fuse.h): a folder with
// one file, whose bytes are in memory. Each write and each flush is in the log before it is answered; one is served after
// the other. It ends when the folder is unmounted.
const [folder = '', log = '', size = ''] = process.argv.slice(2);
const disk = Buffer.alloc(Number(size));
const logFile = openSync(log, 'a');
const device = openSync('/dev/fuse', 'r+');

const root = 1n;
const image = 2n;
const longestWrite = 1024 * 1024;
const headLength = 40;
const [ENOENT, EOPNOTSUPP, ENOSYS] = [2, 95, 38];
const calls = {
  1: 'lookup',
  2: 'forget',
  3: 'attributes',
  4: 'setAttributes',
  14: 'open',
  15: 'read',
  16: 'write',
  17: 'space',
  18: 'release',
  20: 'sync',
  25: 'flush',
  26: 'begin',
  27: 'openFolder',
  29: 'releaseFolder',
  36: 'interrupt',
  42: 'forgetMany',
  43: 'allocate',
  50: 'syncAll',
} as const;

const words = (count: number, set: (buffer: Buffer) => void): Buffer => {
  const buffer = Buffer.alloc(count);
  set(buffer);
  return buffer;
};

// struct fuse_attr
const attributes = (node: bigint): Buffer =>
  words(88, (to) => {
    to.writeBigUInt64LE(node, 0);
    to.writeBigUInt64LE(node === image ? BigInt(disk.length) : 0n, 8);
    to.writeBigUInt64LE(node === image ? BigInt(disk.length / 512) : 0n, 16);
    to.writeUInt32LE(node === image ? 0o100600 : 0o040700, 60);
    to.writeUInt32LE(1, 64);
    to.writeUInt32LE(4096, 80);
  });

// struct fuse_init_out
const begun = words(64, (to) => {
  to.writeUInt32LE(7, 0);
  to.writeUInt32LE(31, 4);
  to.writeUInt32LE(longestWrite, 8);
  to.writeUInt32LE((1 << 5) | (1 << 22), 12); // big writes, max_pages below
  to.writeUInt16LE(12, 16);
  to.writeUInt16LE(9, 18);
  to.writeUInt32LE(longestWrite, 20);
  to.writeUInt32LE(1, 24);
  to.writeUInt16LE(longestWrite / 4096, 28);
});

function writeLog(entry: readonly Uint8Array[]): void {
  const wanted = entry.reduce((sum, { length }) => sum + length, 0);
  if (writevSync(logFile, entry) !== wanted) throw new Error(`${log} has no room left`);
}

const nothing: readonly Uint8Array[] = [];

/** The parts of the answer, an errno, or null for a call that is not answered. */
function answer(call: string, node: bigint, body: Buffer): readonly Uint8Array[] | number | null {
  switch (call) {
    case 'begin':
      return [begun];
    case 'forget':
    case 'forgetMany':
    case 'interrupt':
      return null;
    case 'lookup': {
      if (node !== root || body.toString('utf8', 0, body.length - 1) !== imageName) return ENOENT;
      return [words(40, (to) => to.writeBigUInt64LE(image, 0)), attributes(image)];
    }
    case 'attributes':
    case 'setAttributes':
      return [Buffer.alloc(16), attributes(node)];
    case 'open':
    case 'openFolder':
      return [words(16, (to) => to.writeUInt32LE(call === 'open' ? 1 : 0, 8))]; // the file past the page cache
    case 'read': {
      const at = Number(body.readBigUInt64LE(8));
      return [disk.subarray(at, at + body.readUInt32LE(16))];
    }
    case 'write': {
      const at = Number(body.readBigUInt64LE(8));
      const bytes = body.subarray(40, 40 + body.readUInt32LE(16));
      if (at + bytes.length > disk.length) return 28;
      writeLog(encodeEntry({ kind: 'write', at, bytes }));
      bytes.copy(disk, at);
      return [words(8, (to) => to.writeUInt32LE(bytes.length, 0))];
    }
    case 'sync':
    case 'syncAll':
      writeLog(encodeEntry({ kind: 'flush' }));
      return nothing;
    case 'flush':
    case 'release':
    case 'releaseFolder':
      return nothing;
    case 'space':
      return [words(80, (to) => to.writeUInt32LE(255, 44))];
    case 'allocate':
      return EOPNOTSUPP;
    default:
      return ENOSYS;
  }
}

function reply(unique: bigint, given: readonly Uint8Array[] | number): void {
  const parts = typeof given === 'number' ? nothing : given;
  const head = words(16, (to) => {
    to.writeUInt32LE(16 + parts.reduce((sum, { length }) => sum + length, 0), 0);
    to.writeInt32LE(typeof given === 'number' ? -given : 0, 4);
    to.writeBigUInt64LE(unique, 8);
  });
  try {
    writevSync(device, [head, ...parts]);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error; // the caller has gone
  }
}

function serve(): void {
  const request = Buffer.alloc(longestWrite + 4096);
  for (;;) {
    let length: number;
    try {
      length = readSync(device, request);
    } catch (error) {
      if (codeOf(error) === 'ENODEV') return;
      if (['ENOENT', 'EINTR', 'EAGAIN'].includes(codeOf(error))) continue;
      throw error;
    }
    const call =
      Object.entries(calls).find(([number]) => Number(number) === request.readUInt32LE(4))?.[1] ?? '';
    const given = answer(call, request.readBigUInt64LE(16), request.subarray(headLength, length));
    if (given !== null) reply(request.readBigUInt64LE(8), given);
  }
}

const options = 'fd=3,rootmode=40000,user_id=0,group_id=0';
const mounted = spawnSync('mount', ['-i', '-t', 'fuse', '-o', options, 'copydesk-power-cut', folder], {
  stdio: ['ignore', 'ignore', 'pipe', device],
  encoding: 'utf8',
});
// What is sent must be gone before the process sits in its reads.
await new Promise((resolve) =>
  process.send?.({ problem: mounted.status === 0 ? null : mounted.stderr.trim() }, resolve),
);
if (mounted.status === 0) serve();
closeSync(device);
process.disconnect();
