import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { LoggedEntry } from './writeLog.ts';

/** What had reached the disk of the writes that no flush had covered when the power went. */
export type Reached = 'none' | 'all' | 'half';

const block = 4096;

/** The pieces of a write that lie in one block of 4 KiB each. */
function* piecesOf(at: number, bytes: Uint8Array) {
  for (let from = 0; from < bytes.length;) {
    const to = Math.min(bytes.length, from + block - ((at + from) % block));
    yield { at: at + from, bytes: bytes.subarray(from, to) };
    from = to;
  }
}

/** How often the disk is brought to a moment of its log; from one moment to the next, never back. */
export type Replay = (count: number, reached: Reached) => void;

/**
 * Writes the file at `path` as the disk of a log is when the power goes after `count` entries: whatever the last flush
 * covered, and none, all or a random half (by blocks of 4 KiB) of what came later.
 */
export function createReplay(
  entries: readonly LoggedEntry[],
  size: number,
  path: string,
  random: () => number,
): Replay {
  const durable = Buffer.alloc(size);
  const touched = new Uint8Array(Math.ceil(size / block));
  let applied = 0;

  function settle(until: number): void {
    for (const entry of entries.slice(applied, until)) {
      if (entry.kind === 'flush') continue;
      durable.set(entry.bytes, entry.at);
      touched.fill(1, Math.floor(entry.at / block), Math.ceil((entry.at + entry.bytes.length) / block));
    }
    applied = until;
  }

  function writeDurable(file: number): void {
    for (let from = touched.indexOf(1); from >= 0;) {
      const found = touched.indexOf(0, from);
      const to = found < 0 ? touched.length : found;
      writeSync(file, durable, from * block, Math.min(to * block, size) - from * block, from * block);
      from = touched.indexOf(1, to);
    }
  }

  return (count, reached) => {
    const flushed = entries.findLastIndex(({ kind }, index) => index < count && kind === 'flush') + 1;
    if (flushed < applied) throw new RangeError(`The disk is beyond entry ${count} already`);
    settle(flushed);
    const file = openSync(path, 'w');
    try {
      ftruncateSync(file, size);
      writeDurable(file);
      for (const entry of reached === 'none' ? [] : entries.slice(flushed, count)) {
        if (entry.kind === 'flush') continue;
        for (const piece of piecesOf(entry.at, entry.bytes))
          if (reached === 'all' || random() < 0.5)
            writeSync(file, piece.bytes, 0, piece.bytes.length, piece.at);
      }
    } finally {
      closeSync(file);
    }
  };
}
