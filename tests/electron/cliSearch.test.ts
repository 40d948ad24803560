import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleName } from '../../electron/core/fileNames.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { lines } from '../support/cliStory.ts';
import { desk } from '../support/desk.ts';
import { folderState } from '../support/folderState.ts';
import { shortStory, type Story } from '../support/shortStory.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

async function searchDesk(stories: readonly Story[]) {
  const [root, userData] = [temporaryFolder(), temporaryFolder()];
  await createLibrary(root, nodePorts);
  for (const story of stories)
    writeFileSync(join(root, articleName(shortStory(story))), articleToBytes(shortStory(story)));
  const search = (...args: readonly string[]) =>
    desk(['search', '--library', root, '--user-data', userData, ...args]);
  return { root, userData, search };
}

const stories: readonly Story[] = [
  { number: 1, headline: 'Bridge shut', body: 'The old bridge is shut for repairs.' },
  { number: 2, headline: 'Ferry late', body: 'It waited at the bridge.' },
];

test('desk search shows what answers, best first, and leaves the library as it is', async () => {
  const { root, userData, search } = await searchDesk(stories);
  const before = folderState(root);
  const run = await search('bridge');
  expect(run.code, run.err).toBe(0);
  expect(lines(run.out).map((line) => line.split('\t').slice(2))).toEqual([
    [
      'Bridge shut',
      articleName(shortStory(stories[0] ?? { number: 1 })),
      'The old bridge is shut for repairs.',
    ],
    ['Ferry late', articleName(shortStory(stories[1] ?? { number: 2 })), 'It waited at the bridge.'],
  ]);
  expect(run.err).toContain('was brought up to date: 2 files read, 0 taken out');
  expect(folderState(root)).toEqual(before);
  expect(existsSync(join(userData, 'index'))).toBe(true);
  expect((await search('ferry')).err).toBe('');
});

test('desk search --json gives the count and the matches', async () => {
  const { search } = await searchDesk(stories);
  const run = await search('bridge', 'before:soon', '--limit', '1', '--json');
  expect(JSON.parse(run.out)).toMatchObject({
    count: 2,
    unclear: ['before:soon'],
    found: [{ title: { text: 'Bridge shut', marks: [{ from: 0, to: 6 }] }, snippet: { field: 'body' } }],
  });
  expect(run.err).toContain('“before:soon” was not understood');
  expect(run.err).toContain('2 found, 1 shown');
});

test('desk search reads the articles themselves where no index can be kept, and says so', async () => {
  const { root, search } = await searchDesk(stories);
  const file = join(temporaryFolder(), 'a-file');
  writeFileSync(file, '');
  const run = await desk(['search', 'ferry', '--library', root, '--user-data', join(file, 'data')]);
  expect(run.code, run.err).toBe(0);
  expect(lines(run.out)).toHaveLength(1);
  expect(run.err).toContain('without an index: 2 files read');
  expect((await search('nothing-like-it')).out).toBe('');
});

test('desk search refuses what it cannot do', async () => {
  const { search } = await searchDesk([]);
  expect(await search()).toMatchObject({ code: 2, err: expect.stringContaining('no QUERY') as unknown });
  expect(await search('x', '--sort', 'colour')).toMatchObject({ code: 2 });
  expect(await search('x', '--limit', '0')).toMatchObject({ code: 2 });
  const empty = join(temporaryFolder(), 'empty');
  mkdirSync(empty);
  expect((await desk(['search', 'x', '--library', empty])).err).toContain('is not a Copydesk library');
});

test('desk list prints the same from an index as without one, and makes none', async () => {
  const { root, userData, search } = await searchDesk([
    ...stories,
    // Three of one moment, two of which are versions of one article.
    { number: 3, headline: 'Tram stops' },
    { number: 4, headline: 'Alderman quits', envelope: { modified: '2026-01-01T00:03:00.000Z' } },
    { number: 5, envelope: { section: 'City', status: 'approved', slugline: 'no-headline' } },
  ]);
  const tram = articleToBytes(shortStory({ number: 3, headline: 'Tram stops here' }));
  writeFileSync(join(root, 'tram-again.copydesk'), tram);
  writeFileSync(join(root, 'empty.copydesk'), '');
  const list = (...more: readonly string[]) =>
    desk(['list', '--library', root, '--user-data', userData, ...more]);
  const without = [await list(), await list('--json')];
  expect(existsSync(join(userData, 'index'))).toBe(false);
  expect(without.map(({ code }) => code)).toEqual([0, 0]);
  expect(lines(without[0]?.out ?? '')).toHaveLength(7);
  await search('bridge');
  writeFileSync(join(root, 'late.copydesk'), '{');
  const late = await list();
  expect(lines(late.out).map((line) => line.split('\t').at(-1))).toContain('late.copydesk');
  rmSync(join(root, 'late.copydesk'));
  expect([await list(), await list('--json')]).toEqual(without);
});
