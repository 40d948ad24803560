import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { articleName } from '../../../electron/core/fileNames.ts';
import { indexPath, type Progress } from '../../../electron/core/libraryIndex/indexKeeper.ts';
import { createLibraryIndex } from '../../../electron/core/libraryIndex/libraryIndex.ts';
import { nodePorts } from '../../../electron/core/nodePorts.ts';
import { createLibrary } from '../../../electron/core/openLibrary.ts';
import { articleToBytes } from '../../../electron/core/serialise.ts';
import { generateLibrary } from '../../support/generatedLibrary.ts';
import { indexWorker } from '../../support/indexWorker.ts';
import { shortStory, type Story } from '../../support/shortStory.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const every = {
  typed: '',
  typing: false,
  sort: 'best',
  offset: 0,
  limit: 50,
  purpose: 'list',
  me: '',
} as const;

async function workerDesk() {
  const root = temporaryFolder();
  const userData = temporaryFolder();
  const { library } = await createLibrary(root, nodePorts);
  const told: (Progress | null)[] = [];
  const begin = () => {
    const index = createLibraryIndex({
      script: indexWorker,
      userData,
      progress: (progress) => void told.push(progress),
      changed: () => undefined,
      looked: () => undefined,
    });
    onTestFinished(() => index.stop());
    return index;
  };
  const put = (story: Story): string => {
    const name = articleName(shortStory(story));
    writeFileSync(join(root, name), articleToBytes(shortStory(story)));
    return name;
  };
  return { root, userData, library, told, begin, put };
}

test('the worker takes a library in and answers with what it found, marked', async () => {
  const { library, told, begin, put } = await workerDesk();
  put({ number: 1, headline: 'Bridge shut', body: 'The old bridge is shut for repairs.' });
  put({ number: 2, headline: 'Ferry late' });
  const index = begin();
  index.follow(library);
  await index.settled();
  const page = await index.page({ ...every, typed: 'brid', typing: true }, 'a');
  expect(page).toMatchObject({
    count: 1,
    progress: null,
    unclear: [],
    rows: [
      {
        entry: { title: 'Bridge shut' },
        title: { text: 'Bridge shut', marks: [{ from: 0, to: 4 }] },
        snippet: { field: 'body', text: 'The old bridge is shut for repairs.', marks: [{ from: 8, to: 12 }] },
      },
    ],
  });
  expect(told.at(0)).toEqual({ done: 0, of: 0 });
  expect(told.at(-1)).toBe(null);
});

test('a file that changed is known as soon as it was looked at', async () => {
  const { root, library, begin, put } = await workerDesk();
  const index = begin();
  index.follow(library);
  const name = put({ number: 1, headline: 'Bridge shut' });
  index.look(name);
  await index.settled();
  expect((await index.page(every, 'a')).count).toBe(1);
  rmSync(join(root, name));
  index.look(name);
  await index.settled();
  expect((await index.page(every, 'a')).count).toBe(0);
});

test('a worker that is killed while it builds leaves an index that the next one goes on with', async () => {
  const { root, library, told, begin } = await workerDesk();
  await generateLibrary(root, 600);
  const index = begin();
  index.follow(library);
  let page = await index.page(every, 'a');
  while (page.count === 0) page = await index.page(every, 'a');
  await index.stop();
  const left = page.count;
  expect(left).toBeLessThan(600);
  told.length = 0;
  const again = begin();
  again.follow(library);
  await again.settled();
  expect((await again.page(every, 'a')).count).toBe(600);
  // It did not begin from nothing: what was found is kept part by part.
  expect(Math.max(...told.map((progress) => progress?.of ?? 0))).toBe(600 - left);
});

test('a newer search ends those that wait in the same window, and nobody else’s', async () => {
  const { library, begin, put } = await workerDesk();
  put({ number: 1, headline: 'Bridge shut' });
  const index = begin();
  index.follow(library);
  await index.settled();
  const [first, waiting, other, newest, itsNextPage] = await Promise.allSettled([
    index.page({ ...every, typed: 'b' }, 'a'),
    index.page({ ...every, typed: 'bri' }, 'a'),
    index.page({ ...every, typed: 'bri' }, 'b'),
    index.page({ ...every, typed: 'bridge' }, 'a'),
    index.page({ ...every, typed: 'bridge', offset: 50 }, 'a'),
  ]);
  expect(first).toMatchObject({ status: 'fulfilled' });
  expect(itsNextPage).toMatchObject({ status: 'fulfilled', value: { count: 1, rows: [] } });
  expect(waiting).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } });
  expect(other).toMatchObject({ status: 'fulfilled' });
  expect(newest).toMatchObject({ status: 'fulfilled', value: { count: 1 } });
});

test('another library has another index, and a library that is away says so', async () => {
  const { library, userData, begin, put } = await workerDesk();
  put({ number: 1, headline: 'Bridge shut' });
  const index = begin();
  index.follow(library);
  await index.settled();
  const second = await workerDesk();
  index.follow(second.library);
  await index.settled();
  expect((await index.page(every, 'a')).count).toBe(0);
  expect(indexPath(userData, library.id)).not.toBe(indexPath(userData, second.library.id));
  rmSync(library.root, { recursive: true });
  index.follow(library);
  await expect(index.page(every, 'a')).rejects.toMatchObject({ code: 'library-missing' });
});
