import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atomicWrite, temporaryPattern } from '../../electron/core/atomicWrite.ts';
import type { FileCall } from '../support/faultyFiles.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const setUp = (old: string | null = 'the old story') => {
  const ports = testPorts();
  const folder = temporaryFolder();
  const path = join(folder, 'story');
  if (old !== null) writeFileSync(path, old);
  const write = (text: string) => atomicWrite(ports, path, bytes(text), { owner: 'story' });
  return { ports, folder, path, write, content: () => readFileSync(path, 'utf8') };
};

it('writes, syncs the file, renames, and syncs the folder, in this order', async () => {
  const { ports, write, content } = setUp();
  await write('the new story');
  expect(content()).toBe('the new story');
  expect(ports.faulty.calls()).toEqual('stat create write size sync close rename syncFolder'.split(' '));
});

it('keeps the mode of the old file', async () => {
  const { path, write } = setUp();
  chmodSync(path, 0o640);
  await write('new');
  expect(statSync(path).mode & 0o777).toBe(0o640);
});

it('goes on after a short write until every byte is taken', async () => {
  const { ports, write, content } = setUp();
  ports.faulty.inject({ call: 'write', fault: 3, times: 4 });
  await write('a story of many bytes');
  expect(content()).toBe('a story of many bytes');
});

it('names its temp files so that only it sweeps them', () => {
  expect(temporaryPattern.test('.0a9f.0123456789ab.tmp')).toBe(true);
  for (const name of [
    'a.tmp',
    '.a.tmp',
    '.a.0123456789AB.tmp',
    '.a/b.0123456789ab.tmp',
    '.a.0123456789ab.tmp.x',
  ])
    expect(temporaryPattern.test(name), name).toBe(false);
});

describe('when a call fails, the old file stays, nothing else is left, and the error says why', () => {
  const faults: readonly (readonly [FileCall, string | number, string])[] = [
    ['stat', 'EACCES', 'not-permitted'],
    ['create', 'ENOSPC', 'disk-full'],
    ['create', 'EROFS', 'not-permitted'],
    ['create', 'EEXIST', 'write-failed'],
    ['write', 'ENOSPC', 'disk-full'],
    ['write', 'EDQUOT', 'disk-full'],
    ['write', 'EIO', 'write-failed'],
    ['write', 0, 'write-failed'],
    ['size', 'EIO', 'write-failed'],
    ['sync', 'EIO', 'write-failed'],
    ['sync', 'ENOSPC', 'disk-full'],
    ['close', 'EIO', 'write-failed'],
    ['rename', 'ENOSPC', 'disk-full'],
    ['rename', 'EISDIR', 'refused'],
  ];
  it.each(faults)('%s: %s', async (call, fault, code) => {
    const { ports, folder, write, content } = setUp();
    ports.faulty.inject({ call, fault });
    await expect(write('the new story')).rejects.toMatchObject({
      code,
      message: expect.stringContaining('“story”'),
    });
    expect(content()).toBe('the old story');
    expect(readdirSync(folder)).toEqual(['story']);
    await write('the next story');
    expect(content()).toBe('the next story');
  });

  it('and where there was no file there is none', async () => {
    const { ports, folder, write } = setUp(null);
    ports.faulty.inject({ call: 'sync', fault: 'ENOSPC' });
    await expect(write('new')).rejects.toThrow(
      '“story” could not be written: the disk is full. Nothing was written.',
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});

it('removes a half-written file even after a fault in the middle of the loop', async () => {
  const { ports, folder, write, content } = setUp();
  ports.faulty.inject({ call: 'write', fault: 5 });
  ports.faulty.inject({ call: 'write', nth: 2, fault: 'ENOSPC' });
  await expect(write('a story of many bytes')).rejects.toMatchObject({ code: 'disk-full' });
  expect(content()).toBe('the old story');
  expect(readdirSync(folder)).toEqual(['story']);
});

it('says so when the folder could not be synced: the new file is there, but not promised', async () => {
  const { ports, write, content } = setUp();
  ports.faulty.inject({ call: 'syncFolder', fault: 'EIO' });
  await expect(write('new')).rejects.toMatchObject({ code: 'write-failed' });
  expect(content()).toBe('new');
});

it.each(['EPERM', 'EACCES', 'EBUSY'])(
  'waits out a virus scanner: rename gives %s for five seconds',
  async (fault) => {
    const { ports, write, content } = setUp();
    const start = ports.clock.elapsed();
    ports.faulty.inject({ call: 'rename', fault, times: 14 });
    await write('new');
    expect(content()).toBe('new');
    expect(ports.clock.elapsed() - start).toBeGreaterThan(4_500);
  },
);

it('gives up a blocked rename after ten seconds, with the old file intact', async () => {
  const { ports, folder, write, content } = setUp();
  const start = ports.clock.elapsed();
  ports.faulty.inject({ call: 'rename', fault: 'EBUSY', times: 1_000 });
  await expect(write('new')).rejects.toMatchObject({ code: 'not-permitted' });
  expect(ports.clock.elapsed() - start).toBeLessThanOrEqual(10_000);
  expect(content()).toBe('the old story');
  expect(readdirSync(folder)).toEqual(['story']);
});

it('a last look before the rename can stop it', async () => {
  const { ports, folder, path, content } = setUp();
  const beforeRename = () => Promise.reject(new Error('changed'));
  await expect(atomicWrite(ports, path, bytes('new'), { beforeRename })).rejects.toThrow('changed');
  expect(content()).toBe('the old story');
  expect(readdirSync(folder)).toEqual(['story']);
});
