import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One of two computers. */
export type Side = 0 | 1;

/** How often each of the two has changed a file: one version follows another if neither number is smaller. */
type Vector = readonly [number, number];

interface Known {
  readonly hash: string | null;
  readonly vector: Vector;
}

interface Message {
  readonly name: string;
  /** As they were when the folder was scanned, however long ago; null for a deletion. */
  readonly bytes: Buffer | null;
  readonly vector: Vector;
}

/** The names of a conflict's loser, as the tools give them. */
const conflictNames: readonly ((stem: string, count: number) => string)[] = [
  (stem, count) => `${stem}.sync-conflict-20260504-${String(count).padStart(6, '0')}-ABCDEF2`,
  (stem, count) => `${stem} (Desk B's conflicted copy 2026-05-04 (${count}))`,
  (stem, count) => `${stem}-DESKTOP-${count}`,
];

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const follows = (a: Vector, b: Vector): boolean => a[0] >= b[0] && a[1] >= b[1];
const merged = (a: Vector, b: Vector): Vector => [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
const bumped = (vector: Vector, side: Side): Vector =>
  side === 0 ? [vector[0] + 1, vector[1]] : [vector[0], vector[1] + 1];
const other = (side: Side): Side => (side === 0 ? 1 : 0);

/**
 * Keeps two folders in step as sync tools do: it reads a folder now and then, delivers what it has read later and in any
 * order, may leave a file of 0 bytes until then, and where both sides changed a file it keeps the loser beside under a
 * conflict's name. It never looks into files.
 */
export function createSyncTool(roots: readonly [string, string]) {
  const known = [new Map<string, Known>(), new Map<string, Known>()] as const;
  const pending: readonly [Message[], Message[]] = [[], []];
  let conflicts = 0;

  const path = (side: Side, name: string) => join(roots[side], name);
  const names = (side: Side): readonly string[] =>
    readdirSync(roots[side], { recursive: true, encoding: 'utf8' }).filter(
      (name) => !name.endsWith('.tmp') && statSync(path(side, name)).isFile(),
    );
  const read = (side: Side, name: string): Buffer | null => {
    try {
      return readFileSync(path(side, name));
    } catch {
      return null;
    }
  };
  // Beside, then renamed: as the tools do.
  const put = (side: Side, name: string, bytes: Buffer) => {
    mkdirSync(dirname(path(side, name)), { recursive: true });
    writeFileSync(`${path(side, name)}.sync.tmp`, bytes);
    renameSync(`${path(side, name)}.sync.tmp`, path(side, name));
  };

  function scanFile(side: Side, name: string): Known {
    const bytes = read(side, name);
    const hash = bytes === null ? null : hashOf(bytes);
    const before = known[side].get(name) ?? { hash: null, vector: [0, 0] as const };
    if (before.hash === hash) return before;
    const now = { hash, vector: bumped(before.vector, side) };
    known[side].set(name, now);
    pending[other(side)].push({ name, bytes, vector: now.vector });
    return now;
  }

  function keepBeside(side: Side, name: string, bytes: Buffer) {
    conflicts += 1;
    const style = conflictNames[conflicts % conflictNames.length] ?? String;
    const copy = name.replace(
      /^(.*?)(\.[^.]*)?$/,
      (_all, stem: string, end = '') => `${style(stem, conflicts)}${end}`,
    );
    put(side, copy, bytes);
  }

  function deliver(side: Side, { name, bytes, vector }: Message): void {
    const here = scanFile(side, name);
    const hash = bytes === null ? null : hashOf(bytes);
    if (follows(here.vector, vector)) return;
    if (follows(vector, here.vector) || hash === here.hash) {
      if (hash !== here.hash) {
        if (bytes === null) rmSync(path(side, name), { force: true });
        else put(side, name, bytes);
      }
      known[side].set(name, { hash, vector: merged(vector, here.vector) });
      return;
    }
    // Both sides changed it. A deletion loses; else a coin, as good as two clocks.
    const mine = read(side, name);
    const theirsWin = bytes !== null && (mine === null || conflicts % 2 === 0);
    const loser = theirsWin ? mine : bytes;
    if (loser !== null) keepBeside(side, name, loser);
    if (theirsWin) put(side, name, bytes);
    const now = { hash: theirsWin ? hash : here.hash, vector: bumped(merged(vector, here.vector), side) };
    known[side].set(name, now);
    pending[other(side)].push({ name, bytes: read(side, name), vector: now.vector });
  }

  const scan = (side: Side) => {
    for (const name of new Set([...names(side), ...known[side].keys()])) scanFile(side, name);
  };

  return {
    /** Reads a whole folder; what changed waits to be delivered to the other one. */
    scan,
    /** Delivers one of the messages that wait for a side, the oldest of some file; reads the other side if none waits. */
    deliver: (side: Side, pick: number) => {
      if (pending[side].length === 0) scan(other(side));
      const waiting = pending[side];
      const picked = waiting[pick % Math.max(1, waiting.length)];
      const message = waiting.find(({ name }) => name === picked?.name);
      if (message === undefined) return;
      waiting.splice(waiting.indexOf(message), 1);
      deliver(side, message);
    },
    /** Leaves 0 bytes where a message waits to be delivered: the file is announced, not fetched. */
    announce: (side: Side, pick: number) => {
      const waiting = pending[side].filter(({ bytes, name }) => bytes !== null && read(side, name) !== null);
      const message = waiting[pick % Math.max(1, waiting.length)];
      if (message === undefined) return;
      const here = scanFile(side, message.name);
      if (!follows(message.vector, here.vector)) return;
      put(side, message.name, Buffer.alloc(0));
      known[side].set(message.name, { ...here, hash: hashOf(Buffer.alloc(0)) });
    },
    /** Until nothing changes any more. */
    settle: () => {
      for (let round = 0; round < 20; round += 1) {
        scan(0);
        scan(1);
        if (pending[0].length + pending[1].length === 0) return;
        for (const side of [0, 1] as const)
          for (const message of pending[side].splice(0)) deliver(side, message);
      }
    },
    conflicts: () => conflicts,
  };
}

/** A sync tool between two folders. */
export type SyncTool = ReturnType<typeof createSyncTool>;
