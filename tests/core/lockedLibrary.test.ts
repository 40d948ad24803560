import { join } from 'node:path';
import { expect, test } from 'vitest';
import { libraryLocker } from '../../electron/core/lockedLibrary.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
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
