import { existsSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleToBytes } from '../../../electron/core/serialise.ts';
import { parseQuery } from '../../../shared/search/query.ts';
import { commonWord, generateLibrary, rareWord } from '../../support/generatedLibrary.ts';
import { shortStory } from '../../support/shortStory.ts';
import { indexDesk } from '../../support/indexDesk.ts';

describe('the index follows its folder', () => {
  test('through added, changed, renamed and deleted files', async () => {
    const { keeper, titles, put, root, names } = await indexDesk([{ number: 1, headline: 'Bridge opens' }]);
    expect(await keeper.lookAtAll()).toMatchObject({ read: 1, removed: 0 });
    expect(titles('bridge')).toEqual(['Bridge opens']);

    put({ number: 2, headline: 'Ferry stops' });
    expect(await keeper.lookAtAll()).toMatchObject({ read: 1, removed: 0 });
    expect(titles('')).toEqual(['Ferry stops', 'Bridge opens']);

    writeFileSync(
      join(root, names[0] ?? ''),
      articleToBytes(shortStory({ number: 1, headline: 'Bridge shut' })),
    );
    await keeper.lookAtAll();
    expect(titles('opens')).toEqual([]);
    expect(titles('shut')).toEqual(['Bridge shut']);

    renameSync(join(root, names[0] ?? ''), join(root, 'elsewhere.copydesk'));
    expect(await keeper.lookAtAll()).toMatchObject({ read: 1, removed: 1 });
    expect(titles('shut')).toEqual(['Bridge shut']);

    rmSync(join(root, 'elsewhere.copydesk'));
    expect(await keeper.lookAtAll()).toMatchObject({ read: 0, removed: 1 });
    expect(titles('')).toEqual(['Ferry stops']);
    expect(await keeper.lookAtAll()).toMatchObject({ read: 0, removed: 0 });
  });

  test('where a change keeps the size and the time of the file', async () => {
    const { keeper, titles, root, names } = await indexDesk([{ number: 1, headline: 'Bridge opens' }]);
    await keeper.lookAtAll();
    const path = join(root, names[0] ?? '');
    const { size, atime, mtime } = statSync(path);
    writeFileSync(path, articleToBytes(shortStory({ number: 1, headline: 'Bridge burnt' })));
    utimesSync(path, atime, mtime);
    expect(statSync(path)).toMatchObject({ size, mtime });
    await keeper.lookAtAll();
    expect(titles('')).toEqual(['Bridge burnt']);
  });

  test('by single files, whatever lies beside them', async () => {
    const { keeper, titles, put, root } = await indexDesk();
    const name = put({ number: 1, headline: 'Bridge opens' });
    put({ number: 2, headline: 'Not looked at' });
    expect(await keeper.lookAt([name, '.hidden.copydesk', 'gone.copydesk'])).toMatchObject({
      read: 1,
      removed: 0,
    });
    rmSync(join(root, name));
    expect(await keeper.lookAt([name])).toMatchObject({ read: 0, removed: 1 });
    expect(titles('')).toEqual([]);
  });

  test('and lists what cannot be read with its problem', async () => {
    const { keeper, root } = await indexDesk();
    writeFileSync(join(root, 'cut-short.copydesk'), '{ "schemaVersion": 1,');
    await keeper.lookAtAll();
    const { entries } = keeper.page({ query: parseQuery('short'), sort: 'newest', offset: 0, limit: 9 });
    expect(entries).toMatchObject([{ file: 'cut-short.copydesk', problem: { code: 'damaged' } }]);
  });

  test('and marks two files with one id as versions', async () => {
    const { keeper, root, names } = await indexDesk([{ number: 1, headline: 'Bridge opens' }]);
    writeFileSync(join(root, 'copy.copydesk'), readFileSync(join(root, names[0] ?? '')));
    await keeper.lookAtAll();
    const { entries } = keeper.page({ query: parseQuery('bridge'), sort: 'newest', offset: 0, limit: 9 });
    expect(entries.map(({ problem }) => problem?.code ?? 'sound').toSorted()).toEqual(['conflict', 'sound']);
  });

  test('not while the library is away: nothing is taken out', async () => {
    const { keeper, root, titles } = await indexDesk([{ number: 1, headline: 'Bridge opens' }]);
    await keeper.lookAtAll();
    renameSync(root, `${root}-away`);
    await expect(keeper.lookAtAll()).rejects.toMatchObject({ code: 'library-missing' });
    renameSync(`${root}-away`, root);
    expect(titles('bridge')).toEqual(['Bridge opens']);
  });
});

describe('a look at all', () => {
  const many = Array.from({ length: 60 }, (_, number) => ({ number, headline: `Story ${number}` }));

  test('lets what a writer saves meanwhile be found first, and never goes back behind it', async () => {
    const { open, root, titles, names } = await indexDesk(many);
    const headlines = new Map(many.map(({ number, headline }) => [number, headline]));
    const looks: Promise<unknown>[] = [];
    const change = (number: number, headline: string | null) => {
      const name = names[number] ?? '';
      if (headline === null) {
        headlines.delete(number);
        rmSync(join(root, name), { force: true });
      } else {
        headlines.set(number, headline);
        writeFileSync(join(root, name), articleToBytes(shortStory({ number, headline })));
      }
      const looked = keeper.lookAt([name]);
      looks.push(
        headline === null
          ? looked
          : looked.then(() => expect(titles(`"${headline}"`, 'best', keeper)).toEqual([headline])),
      );
    };
    // Among these are files that the look has read already, and some that it has not.
    const keeper = await open({
      progress: (now) => {
        if (now === null) return;
        for (const number of [2, 20, 30, 57]) change(number, `Newer ${now.done} of ${number}`);
        change(1, null);
        change(58, null);
      },
    });
    await keeper.lookAtAll();
    await Promise.all(looks);
    expect(looks.length).toBeGreaterThan(10);
    expect(titles('', 'best', keeper)).toEqual([...headlines.values()].toReversed());
    expect(await keeper.lookAtAll()).toMatchObject({ read: 0, removed: 0 });
  });

  test('takes out what went while Copydesk was closed, however many came', async () => {
    const { keeper, open, put, root, titles, names } = await indexDesk(many);
    await keeper.lookAtAll();
    for (const name of names.slice(0, 5)) rmSync(join(root, name));
    for (let number = 100; number < 105; number += 1) put({ number, headline: `Added ${number}` });
    expect(await (await open()).lookAtAll()).toMatchObject({ read: 5, removed: 5 });
    expect(titles('added')).toHaveLength(5);
    expect(titles('story')).toHaveLength(55);
    const count = (from: typeof keeper) =>
      from.page({ query: parseQuery(''), sort: 'best', offset: 0, limit: 1 }).count;
    expect(count(keeper)).toBe(60);
    rmSync(join(root, names[9] ?? ''));
    const changed = [names[9] ?? '', put({ number: 100, headline: 'Added 100', body: 'Again' })];
    expect(await keeper.lookAt([...changed, put({ number: 200 })])).toMatchObject({ read: 2, removed: 1 });
    expect([count(keeper), count(await open())]).toEqual([60, 60]);
  });
});

test('an index that was left half built goes on where it was', async () => {
  const { root, open } = await indexDesk();
  await generateLibrary(root, 100);
  let looked = 0;
  const half = await open({ ended: () => (looked += 1) > 1 });
  expect((await half.lookAtAll()).read).toBe(32);
  half.close();
  const again = await open();
  expect((await again.lookAtAll()).read).toBe(68);
});

test('the index is for its owner’s eyes only, and outside the library', async () => {
  const { root, path, keeper } = await indexDesk();
  await keeper.lookAtAll();
  expect(existsSync(path) && !path.startsWith(root)).toBe(true);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('two thousand articles are counted, paged and found while they are taken in', async () => {
  const { root, open } = await indexDesk();
  await generateLibrary(root, 2000);
  const counts: number[] = [];
  const keeper = await open({
    progress: () =>
      void counts.push(keeper.page({ query: parseQuery(''), sort: 'newest', offset: 0, limit: 1 }).count),
  });
  expect((await keeper.lookAtAll()).read).toBe(2000);
  // The newest are found first, then larger and larger parts.
  expect([...new Set(counts)].slice(0, 3)).toEqual([0, 32, 288]);
  const page = (typed: string, offset: number, limit: number) =>
    keeper.page({ query: parseQuery(typed), sort: 'newest', offset, limit });
  expect(page('', 0, 10).count).toBe(2000);
  expect(page(rareWord, 0, 10)).toMatchObject({ count: 2 });
  expect(page(commonWord, 0, 10).count).toBe(667);
  expect(page('section:city', 0, 10).count).toBe(334);
  expect(page('status:published by:okafor', 0, 10).count).toBe(45);
  // Pages join without a gap or an overlap, newest first.
  const pages = [0, 300, 600].flatMap((offset) => page(commonWord, offset, 300).entries);
  expect(new Set(pages.map(({ id }) => id)).size).toBe(667);
  expect(pages.map(({ modified }) => modified)).toEqual(
    pages.map(({ modified }) => modified).toSorted((a, b) => b - a),
  );
}, 60_000);
