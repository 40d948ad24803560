import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { createReplay, type Reached } from './replay.ts';
import { encodeEntry, readLog, type Entry } from './writeLog.ts';

const block = 4096;
const size = 8 * block;
const write = (at: number, length: number, byte: number): Entry => ({
  kind: 'write',
  at,
  bytes: Buffer.alloc(length, byte),
});
const flush: Entry = { kind: 'flush' };
// Two blocks that are flushed; then one of them is written over, with the start of the third.
const log = Buffer.concat(
  [write(0, 2 * block, 1), flush, write(block, 2 * block, 2), flush, write(block, block, 3)].flatMap(
    encodeEntry,
  ),
);

/** The first byte of the first three blocks at each of some moments. */
function cutAt(moments: readonly (readonly [number, Reached])[], random = () => 0) {
  const path = join(temporaryFolder(), 'image');
  const replay = createReplay(readLog(log), size, path, random);
  return moments.map(([count, reached]) => {
    replay(count, reached);
    const image = readFileSync(path);
    expect(image.length).toBe(size);
    return [image[0], image[block], image[2 * block]];
  });
}

it('keeps what a flush covered, and of the rest none or all', () => {
  const moments = [
    [1, 'none'],
    [1, 'all'],
    [2, 'none'],
    [3, 'none'],
    [3, 'all'],
    [4, 'none'],
    [5, 'all'],
  ] as const;
  expect(cutAt(moments)).toEqual([
    [0, 0, 0],
    [1, 1, 0],
    [1, 1, 0],
    [1, 1, 0],
    [1, 2, 2],
    [1, 2, 2],
    [1, 3, 2],
  ]);
});

it('keeps some blocks of the last write and not others', () => {
  let toss = 0;
  const everySecond = () => (toss++ % 2 === 0 ? 0.9 : 0.1);
  expect(cutAt([[3, 'half']], everySecond)).toEqual([[1, 1, 2]]);
});

it('leaves out an entry that the log has in part only', () => {
  expect(readLog(log.subarray(0, log.length - 1))).toHaveLength(4);
  expect(readLog(log).at(-1)?.end).toBe(log.length);
});
