import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { indexDesk } from '../../support/indexDesk.ts';

const twoStories = [
  { number: 1, headline: 'Bridge opens' },
  { number: 2, headline: 'Ferry stops' },
];

/** An index that was filled, and damaged in the middle while nobody had it open; and then opened again. */
async function spoiled() {
  const { keeper, path, open, titles } = await indexDesk(twoStories);
  await keeper.lookAtAll();
  keeper.close();
  const bytes = readFileSync(path);
  bytes.fill(0x5a, 4096);
  writeFileSync(path, bytes);
  return { again: await open(), titles };
}

describe('an index that is of no use is built anew', () => {
  test('when it was deleted', async () => {
    const { keeper, path, open, titles } = await indexDesk(twoStories);
    await keeper.lookAtAll();
    keeper.close();
    rmSync(path);
    const again = await open();
    expect(await again.lookAtAll()).toMatchObject({ read: 2, removed: 0 });
    expect(titles('ferry', 'best', again)).toEqual(['Ferry stops']);
  });

  test('when it is no database', async () => {
    const { keeper, path, open, titles } = await indexDesk(twoStories);
    keeper.close();
    writeFileSync(path, 'What a sync tool left here. '.repeat(500));
    const again = await open();
    await again.lookAtAll();
    expect(titles('ferry', 'best', again)).toEqual(['Ferry stops']);
    expect(again.rebuilt()).toBe(1);
  });

  test('when it is damaged in the middle', async () => {
    const { again, titles } = await spoiled();
    await again.lookAtAll();
    expect(titles('ferry', 'best', again)).toEqual(['Ferry stops']);
    expect(again.rebuilt()).toBe(1);
  });

  test('when it is damaged under a search', async () => {
    const { again, titles } = await spoiled();
    expect(titles('ferry', 'best', again)).toEqual([]);
    await again.lookAtAll();
    expect(titles('ferry', 'best', again)).toEqual(['Ferry stops']);
  });

  test.each([0, 99])('when it has version %i', async (version) => {
    const { keeper, path, open, titles } = await indexDesk(twoStories);
    await keeper.lookAtAll();
    keeper.close();
    const database = new DatabaseSync(path);
    database.exec(`PRAGMA user_version = ${version}; DROP TABLE found;`);
    database.close();
    const again = await open();
    await again.lookAtAll();
    expect(titles('ferry', 'best', again)).toEqual(['Ferry stops']);
    expect(again.rebuilt()).toBe(1);
  });
});
