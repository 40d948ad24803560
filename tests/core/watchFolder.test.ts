import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { watchFolder, type WatchOptions } from '../../electron/core/watchFolder.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const deaf: NonNullable<WatchOptions['listen']> = () => ({ close: () => undefined, on: () => undefined });

/** Three looks later: nothing tells of one that finds nothing new, and the first is what later ones are compared with. */
const firstLook = () => new Promise((resolve) => setTimeout(resolve, 60));

/** A watched folder with one open file; `next` resolves at the next change that is told. */
function watched(options: WatchOptions) {
  const folder = join(temporaryFolder(), 'library');
  mkdirSync(folder);
  const file = join(folder, 'story.copydesk');
  writeFileSync(file, 'one');
  let tell = (): void => undefined;
  const end = watchFolder(folder, () => tell(), { files: () => [file], every: 20, ...options });
  ends.push(end);
  return { folder, file, end, next: () => new Promise<void>((resolve) => (tell = resolve)) };
}

test.each([
  ['by events', { every: 60_000 }],
  ['where no event comes', { listen: deaf }],
])('a file that is added, replaced, rewritten in place or removed is told %s', async (_how, options) => {
  const { folder, file, next } = watched(options);
  await firstLook();
  const changes = [
    () => writeFileSync(join(folder, 'new.copydesk'), '{}'),
    () => renameSync(join(folder, 'new.copydesk'), file),
    () => writeFileSync(file, 'two'),
    () => rmSync(file),
  ];
  for (const change of changes) {
    const told = next();
    change();
    await told;
  }
});

test('without events a change with the same size and time is told, by what cannot be set', async () => {
  const { file, next } = watched({ listen: deaf });
  const time = new Date(2026, 4, 4);
  await firstLook();
  const touched = next();
  utimesSync(file, time, time);
  await touched;
  const told = next();
  writeFileSync(file, 'two');
  utimesSync(file, time, time);
  await told;
});

test('a folder that is replaced by another one is watched on', async () => {
  const { folder, next } = watched({});
  await firstLook();
  let told = next();
  renameSync(folder, `${folder} away`);
  mkdirSync(folder);
  await told;
  await firstLook();
  told = next();
  writeFileSync(join(folder, 'new.copydesk'), '{}');
  await told;
});

test('a folder that is not there yet is watched when it comes, and nothing is told after the end', async () => {
  const folder = join(temporaryFolder(), 'later');
  let count = 0;
  let tell = (): void => undefined;
  const told = new Promise<void>((resolve) => (tell = resolve));
  const end = watchFolder(folder, () => (count += 1) && tell(), { every: 20 });
  ends.push(end);
  await firstLook();
  mkdirSync(folder);
  await told;
  end();
  const before = count;
  writeFileSync(join(folder, 'new.copydesk'), '{}');
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(count).toBe(before);
});

test('each file that changed is named, and what no event told is told without a name', async () => {
  const named: (string | null)[] = [];
  const listening = watched({ every: 60_000, heard: (file) => void named.push(file) });
  await firstLook();
  let told = listening.next();
  writeFileSync(join(listening.folder, 'new.copydesk'), '{}');
  await told;
  expect(new Set(named)).toEqual(new Set(['new.copydesk']));

  const unnamed: (string | null)[] = [];
  const unheard = watched({ listen: deaf, heard: (file) => void unnamed.push(file) });
  await firstLook();
  told = unheard.next();
  writeFileSync(join(unheard.folder, 'new.copydesk'), '{}');
  await told;
  expect(new Set(unnamed)).toEqual(new Set([null]));
});
