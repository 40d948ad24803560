import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createCurrentLibrary, type CurrentLibrary } from '../../electron/core/currentLibrary.ts';
import { createLibrary, openLibrary } from '../../electron/core/openLibrary.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';

const open: CurrentLibrary[] = [];
afterEach(() => {
  for (const library of open.splice(0)) library.stop();
});

function current(given: { root?: string; given?: boolean } = {}) {
  const ports = testPorts();
  const folder = temporaryFolder();
  const remembered: string[] = [];
  let tell = (): void => undefined;
  const library = createCurrentLibrary({
    root: given.root ?? '',
    given: given.given ?? false,
    exists: async (root) => (await ports.files.stat(root)) !== null,
    open: (root) => openLibrary(root, ports),
    create: (root) => createLibrary(root, ports),
    first: () => createLibrary(join(folder, 'first'), ports),
    remember: (root) => void remembered.push(root),
    changed: () => tell(),
  });
  open.push(library);
  const nextChange = () => new Promise<void>((resolve) => (tell = resolve));
  return { library, remembered, folder, ports, nextChange };
}

test('the first start makes a library and remembers it', async () => {
  const { library, remembered, folder } = current();
  await library.open();
  expect(library.root()).toBe(join(folder, 'first'));
  expect(remembered).toEqual([join(folder, 'first')]);
});

test('many askers at the start open one library', async () => {
  const { library, remembered } = current();
  const [first, second] = await Promise.all([library.open(), library.open()]);
  expect(first).toBe(second);
  expect(remembered).toHaveLength(1);
});

test('a library folder that is missing is said to be missing, made by nobody, and found when it is back', async () => {
  const root = join(temporaryFolder(), 'news');
  const { library, remembered, ports } = current({ root });
  await expect(library.open()).rejects.toMatchObject({ code: 'library-missing' });
  expect(await ports.files.stat(root)).toBe(null);
  await createLibrary(root, ports);
  expect((await library.open()).library.root).toBe(root);
  expect(remembered).toEqual([]);
});

test('a folder given for one run becomes a library with what lies in it, and is not remembered', async () => {
  const root = temporaryFolder();
  writeFileSync(join(root, 'damaged.copydesk'), '{');
  const { library, remembered } = current({ root, given: true });
  const { articles } = await library.open();
  expect(await articles.list()).toMatchObject([{ file: 'damaged.copydesk', problem: { code: 'damaged' } }]);
  expect(remembered).toEqual([]);
});

test('a folder given for one run that does not exist is not made', async () => {
  const root = join(temporaryFolder(), 'gone');
  const { library } = current({ root, given: true });
  await expect(library.open()).rejects.toMatchObject({ code: 'library-missing' });
});

test('a chosen folder takes the place of the library and is remembered', async () => {
  const { library, remembered, folder, nextChange } = current();
  await library.open();
  const told = nextChange();
  const chosen = join(folder, 'chosen');
  await mkdir(chosen);
  await library.choose(chosen);
  expect([library.root(), (await library.open()).library.root]).toEqual([chosen, chosen]);
  expect(remembered.at(-1)).toBe(chosen);
  await told;
});

test('a file that another program adds, renames or removes is noticed', async () => {
  const { library, nextChange } = current();
  const { library: opened } = await library.open();
  const file = join(opened.root, 'from-elsewhere.copydesk');
  let told = nextChange();
  writeFileSync(file, '{}');
  await told;
  told = nextChange();
  renameSync(file, join(opened.root, 'renamed.copydesk'));
  await told;
  told = nextChange();
  rmSync(join(opened.root, 'renamed.copydesk'));
  await told;
});

test('a folder that was taken away and brought back is watched again', async () => {
  const { library, nextChange } = current();
  const { root } = (await library.open()).library;
  let told = nextChange();
  renameSync(root, `${root}-away`);
  // Something has to happen in it: where it is called now, nobody looks.
  rmSync(`${root}-away`, { recursive: true });
  await told;
  await createLibrary(root, testPorts());
  await library.open();
  told = nextChange();
  writeFileSync(join(root, 'from-elsewhere.copydesk'), '{}');
  await told;
});

test('many changes at once are told once', async () => {
  const { library, nextChange } = current();
  await library.open();
  let count = 0;
  const told = nextChange().then(() => (count += 1));
  for (let index = 0; index < 50; index += 1) library.changed();
  await told;
  expect(count).toBe(1);
});
