import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { CopydeskError } from '../../shared/error.ts';
import { count, harm, newFigure, none, problem, report, scale, type Figure } from './figure.ts';
import { deedsOn, longArticle, whyNotWhole, type Deed } from './fullDiskDeeds.ts';
import { diskKinds, filesBelow, leaveFree, smallDisk, whyNoDisk, type DiskKind } from './smallDisk.ts';

const kib = 1024;
const step = scale === null ? 64 * kib : 4 * kib;
/** Beyond what any deed writes twice over. */
const end = 448 * kib;

function mounted(kind: DiskKind) {
  const disk = smallDisk(kind);
  if (disk === null) throw new Error('The disk could not be made');
  return disk;
}

/** The longest that a small call on a sound disk had to wait meanwhile: how slow the computer is, not the deed. */
function slowness(): { readonly end: () => Promise<number> } {
  let [longest, ended] = [0, false];
  const watching = (async () => {
    while (!ended) {
      const begun = performance.now();
      await setTimeout(20);
      await stat('.');
      longest = Math.max(longest, performance.now() - begun);
    }
  })();
  return {
    end: async () => {
      ended = true;
      await watching;
      return longest;
    },
  };
}

/** Null for done; else what the person is told, and how long they waited for it. */
async function attempt(figure: Figure, { run }: Deed, text: string): Promise<CopydeskError | null> {
  const computer = slowness();
  const begun = performance.now();
  try {
    await run(text);
    await computer.end();
    return null;
  } catch (error) {
    const waited = Math.ceil(performance.now() - begun);
    // The promise is of a computer that keeps up.
    if ((await computer.end()) > 300) count(figure, 'told by a stalled computer');
    else
      figure.counts['longest ms until told'] = Math.max(figure.counts['longest ms until told'] ?? 0, waited);
    if (error instanceof CopydeskError) return error;
    throw error;
  }
}

/** One deed with so much free space; answers whether it was done. */
async function fill(figure: Figure, disk: string, name: string, deed: Deed, free: number): Promise<boolean> {
  await deed.prepare();
  const before = filesBelow(disk);
  const giveBack = leaveFree(disk, free);
  const about = `${name}, ${free / kib} KiB free`;
  figure.runs += 1;
  const told = await attempt(figure, deed, 'New');
  count(figure, told === null ? 'done' : 'told that the disk is full');
  if (told !== null) figure.faults += 1;
  if (told !== null && told.code !== 'disk-full' && !/takes no more bytes|kept \d+ of/.test(told.message))
    problem(figure, `${about}: told “${told.message}”`);
  // A save whose version alone did not fit is done, and told; all else is done or as it was.
  const found = await deed.found();
  const replaced = found === 'New' && (told === null || name === 'manual save');
  if (told === null && found !== 'New') figure.lost += 1;
  const after = filesBelow(disk);
  for (const [path, bytes] of before) {
    const now = after.get(path);
    if (now === undefined) figure.missing += 1;
    else if (now.equals(bytes) || (replaced && path === deed.target())) continue;
    else if (now.length === 0) figure.empty += 1;
    else figure.torn += 1;
    problem(figure, `${about}: ${path} is not as it was`);
  }
  count(figure, 'originals compared', before.size);
  for (const [path, bytes] of after) {
    const why = before.has(path) ? null : whyNotWhole(path, bytes);
    if (why === null) continue;
    figure.torn += 1;
    problem(figure, `${about}: ${why}`);
  }
  giveBack();
  const failed = await attempt(figure, deed, 'Next');
  if (failed === null && (await deed.found()) === 'Next') return told === null;
  figure.lost += 1;
  problem(figure, `${about}: the next one fails though there is space again: ${failed?.message ?? ''}`);
  return told === null;
}

async function fillAll(figure: Figure, kind: DiskKind): Promise<ReadonlyMap<string, number>> {
  const needed = new Map<string, number>();
  const disk = mounted(kind);
  try {
    for (const [name, deed] of Object.entries(await deedsOn(disk.path))) {
      for (let free = 0; free <= end; free += step)
        if (!(await fill(figure, disk.path, name, deed, free))) needed.set(name, free + step);
      count(figure, `${name} needs KiB`, (needed.get(name) ?? 0) / kib);
    }
  } finally {
    disk.unmount();
  }
  report(figure);
  return needed;
}

for (const kind of scale === null ? (['tmpfs'] as const) : diskKinds) {
  const why = whyNoDisk(kind);
  if (why !== null) console.log(`skipped: the full disk (D4) on ${kind}: ${why}`);

  it.skipIf(why !== null)(
    `a control that writes plainly is caught: a full ${kind} cuts the good file`,
    () => {
      const figure = newFigure(`D4 ${kind}`, `disk full, ${kind}`, 'control');
      const bytes = articleToBytes(longArticle('Old'));
      const disk = mounted(kind);
      const path = join(disk.path, 'story.copydesk');
      for (let free = 0; free < 192 * kib; free += 64 * kib) {
        writeFileSync(path, bytes);
        const giveBack = leaveFree(disk.path, free);
        figure.runs += 1;
        figure.faults += 1;
        try {
          writeFileSync(path, Buffer.concat([articleToBytes(longArticle('New')), Buffer.alloc(4_096 * kib)]));
        } catch {
          // It is told; what is left of the file is what counts.
        }
        const left = readFileSync(path);
        if (left.length === 0) figure.empty += 1;
        else if (!left.equals(bytes)) figure.torn += 1;
        giveBack();
        rmSync(path);
      }
      disk.unmount();
      report(figure);
      expect(figure.torn + figure.empty).toBeGreaterThan(0);
    },
  );

  it.skipIf(why !== null)(`a full ${kind}: the old files stay, it is told, the next save works`, async () => {
    const each = `each ${step / kib} KiB of free space to ${end / kib}`;
    const figure = newFigure(`D4 ${kind}`, `disk full, ${kind}, ${each}; seven kinds of write`);
    const needed = await fillAll(figure, kind);
    expect(harm(figure)).toEqual(none);
    expect([...needed.keys()]).toHaveLength(7);
    expect(figure.counts['longest ms until told'] ?? 0).toBeLessThanOrEqual(1_000);
    // A journal with a torn record needs the space of the next one, not of two.
    expect(needed.get('journal after a torn record')).toBeLessThanOrEqual(
      (needed.get('journal') ?? 0) + step,
    );
  });
}
