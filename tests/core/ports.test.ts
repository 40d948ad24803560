import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import type { Files } from '../../electron/core/ports.ts';
import { faultyFiles } from '../support/faultyFiles.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const implementations: readonly (readonly [string, () => Files])[] = [
  ['real files', () => nodePorts.files],
  ['files with faults, none injected', () => faultyFiles(nodePorts.files).files],
];

const bytes = (text: string) => new TextEncoder().encode(text);
const withCode = (code: string) => expect.objectContaining({ code });

describe.each(implementations)('%s', (_, make) => {
  const files = make();

  it('creates a file, counts what was written, gives it its mode whatever the system takes', async () => {
    const path = join(temporaryFolder(), 'a');
    const file = await files.create(path, 0o666);
    expect(await file.write(bytes('abcdef'), 2)).toBe(4);
    expect(await file.size()).toBe(4);
    await file.cutTo(3);
    expect(await file.size()).toBe(3);
    await file.sync();
    await file.close();
    expect(readFileSync(path, 'utf8')).toBe('cde');
    expect(statSync(path).mode & 0o777).toBe(0o666);
  });

  it('never creates over a file or a dangling link', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a'), '');
    symlinkSync('nowhere', join(folder, 'b'));
    await expect(files.create(join(folder, 'a'))).rejects.toEqual(withCode('EEXIST'));
    await expect(files.create(join(folder, 'b'))).rejects.toEqual(withCode('EEXIST'));
  });

  it('writes at the end of a file, makes it with its mode, and follows no link', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a');
    for (const text of ['ab', 'cd']) {
      const file = await files.append(path, 0o600);
      expect(await file.write(bytes(text), 0)).toBe(2);
      await file.sync();
      await file.close();
    }
    expect(readFileSync(path, 'utf8')).toBe('abcd');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    symlinkSync('a', join(folder, 'link'));
    await expect(files.append(join(folder, 'link'), 0o600)).rejects.toEqual(withCode('ELOOP'));
  });

  it('clones a file where the disk can, says so where it cannot, and never over another', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a'), 'text');
    const cloned = await files.clone(join(folder, 'a'), join(folder, 'b'));
    expect(await files.stat(join(folder, 'b'))).toEqual(cloned ? expect.objectContaining({ size: 4 }) : null);
    writeFileSync(join(folder, 'c'), 'mine');
    await files.clone(join(folder, 'a'), join(folder, 'c')).catch(() => false);
    expect(readFileSync(join(folder, 'c'), 'utf8')).toBe('mine');
  });

  it('reads a regular file and nothing else', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a'), 'text');
    symlinkSync('a', join(folder, 'link'));
    expect(await files.read(join(folder, 'a'), 4)).toEqual(Buffer.from('text'));
    await expect(files.read(join(folder, 'a'), 3)).rejects.toEqual(withCode('too-large'));
    await expect(files.read(join(folder, 'link'), 9)).rejects.toEqual(withCode('refused'));
    await expect(files.read(folder, 9)).rejects.toEqual(withCode('refused'));
    await expect(files.read(join(folder, 'none'), 9)).rejects.toEqual(withCode('ENOENT'));
  });

  it('tells what lies at a path, and null for nothing', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a'), 'text');
    symlinkSync('a', join(folder, 'link'));
    expect(await files.stat(join(folder, 'a'))).toMatchObject({ kind: 'file', size: 4, links: 1 });
    expect(await files.stat(join(folder, 'link'))).toMatchObject({ kind: 'link' });
    expect(await files.stat(folder)).toMatchObject({ kind: 'directory' });
    expect(await files.stat(join(folder, 'none'))).toBeNull();
  });

  it('stamps a file anew when its content changes under the same size', async () => {
    const path = join(temporaryFolder(), 'a');
    writeFileSync(path, 'one');
    const before = (await files.stat(path))?.stamp;
    expect((await files.stat(path))?.stamp).toBe(before);
    await files.remove(path);
    writeFileSync(path, 'two');
    expect((await files.stat(path))?.stamp).not.toBe(before);
  });

  it('renames over a file, lists by name, follows links on demand, makes and syncs folders', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'b'), 'new');
    writeFileSync(join(folder, 'a'), 'old');
    await files.rename(join(folder, 'b'), join(folder, 'a'));
    await files.makeFolder(join(folder, 'c', 'd'));
    await files.makeFolder(join(folder, 'c', 'd'));
    mkdirSync(join(folder, 'B'));
    symlinkSync('c', join(folder, 'link'));
    await files.syncFolder(folder);
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new');
    expect(await files.list(folder)).toEqual(['B', 'a', 'c', 'link']);
    expect(await files.resolve(join(folder, 'link', 'd'))).toBe(join(await files.resolve(folder), 'c', 'd'));
  });
});

it('the faulty twin fails the call that was asked for, as often as asked', async () => {
  const { files, inject, calls } = faultyFiles(nodePorts.files);
  const folder = temporaryFolder();
  inject({ call: 'stat', nth: 2, times: 2, fault: 'EIO' });
  await files.stat(folder);
  await expect(files.stat(folder)).rejects.toEqual(withCode('EIO'));
  await expect(files.stat(folder)).rejects.toEqual(withCode('EIO'));
  await files.stat(folder);
  expect(calls()).toEqual(['stat', 'stat', 'stat', 'stat']);
});

describe('files that a worker waits for', () => {
  const { blocking, files } = nodePorts;

  it('are the same files, with the same stamps', async () => {
    const path = join(temporaryFolder(), 'a');
    writeFileSync(path, 'story');
    const { bytes: content, stat } = blocking.read(path, 10);
    expect(new TextDecoder().decode(content)).toBe('story');
    expect(stat).toEqual(await files.stat(path));
    expect(blocking.stat(path)).toEqual(stat);
  });

  it('are named one by one, and the folder is closed by whoever stops', () => {
    const folder = temporaryFolder();
    for (const name of ['a', 'b', '.c']) writeFileSync(join(folder, name), '');
    expect([...blocking.names(folder)].toSorted()).toEqual(['.c', 'a', 'b']);
    expect(blocking.names(folder).take(1).toArray()).toHaveLength(1);
    expect(() => blocking.names(join(folder, 'none')).next()).toThrow(withCode('ENOENT'));
  });

  it('are refused as the others are: a link, a folder, one that is too large', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a'), 'story');
    symlinkSync('a', join(folder, 'link'));
    expect(() => blocking.read(join(folder, 'link'), 10)).toThrow(withCode('refused'));
    expect(() => blocking.read(folder, 10)).toThrow(withCode('refused'));
    expect(() => blocking.read(join(folder, 'a'), 4)).toThrow(withCode('too-large'));
    expect(() => blocking.read(join(folder, 'none'), 4)).toThrow(withCode('ENOENT'));
    expect(blocking.stat(join(folder, 'none'))).toBe(null);
  });
});
