import { cpSync, openSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { libraryLocker } from '../../electron/core/lockedLibrary.ts';
import { createLibrary, openLibrary } from '../../electron/core/openLibrary.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';

/** Two processes on one user-data folder, as far as locks are concerned, and two libraries. */
async function setUp() {
  const folder = temporaryFolder();
  const ports = testPorts();
  const data = join(folder, 'data');
  const [one, two] = [
    await createLibrary(join(folder, 'one'), ports),
    await createLibrary(join(folder, 'two'), ports),
  ];
  // A lock is on the folder's number, which the next test's folder could get while nobody has this one open.
  for (const { library } of [one, two]) openSync(library.root, 'r');
  return { ports, data, one, two, first: libraryLocker(ports, data), second: libraryLocker(ports, data) };
}

test('a library that another process has is refused, and opens once that one has another', async () => {
  const { one, two, first, second } = await setUp();
  expect(await first(one)).toBe(one);
  expect(await first(one)).toBe(one);
  await expect(second(one)).rejects.toMatchObject({ code: 'refused' });
  await first(two);
  expect(await second(one)).toBe(one);
  await expect(second(two)).rejects.toMatchObject({ code: 'refused' });
});

test('where no lock can be had the library opens all the same', async () => {
  const { ports, one } = await setUp();
  const file = join(one.library.root, '.copydesk', 'library.json');
  expect(await libraryLocker(ports, join(file, 'data'))(one)).toBe(one);
});

test('another profile of this computer is refused the folder, by whatever path, but not a copy of it', async () => {
  const { ports, data, one, two, first } = await setUp();
  await first(one);
  const { root } = one.library;
  const other = libraryLocker(ports, `${data} of another profile`);
  await expect(other(one)).rejects.toMatchObject({ code: 'refused' });
  symlinkSync(root, `${root} link`);
  await expect(other(await openLibrary(`${root} link`, ports))).rejects.toMatchObject({ code: 'refused' });
  cpSync(root, `${root} copy`, { recursive: true });
  const copy = await openLibrary(`${root} copy`, ports);
  expect(copy.library.id).toBe(one.library.id);
  expect(await other(copy)).toBe(copy);
  await first(two);
  expect(await other(one)).toBe(one);
  await expect(other(two)).rejects.toMatchObject({ code: 'refused' });
});

test('another path to the library that is open is the library that is open', async () => {
  const { ports, one, first } = await setUp();
  await first(one);
  symlinkSync(one.library.root, `${one.library.root} link`);
  const again = await openLibrary(`${one.library.root} link`, ports);
  expect(await first(again)).toBe(again);
});
