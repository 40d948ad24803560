import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (...path: readonly string[]): string => {
  try {
    return readFileSync(join('/proc', ...path), 'utf8');
  } catch {
    // It ended between the listing and the reading.
    return '';
  }
};

/** A process and all that descend from it, as `/proc` lists them now. */
function familyOf(ancestor: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/u.test(one))) {
    // The name of the program may hold anything, a bracket too: what follows the last one is numbers.
    const parent = Number(read(name, 'stat').split(') ').at(-1)?.split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = [ancestor];
  for (const member of family) family.push(...(children.get(member) ?? []));
  return family;
}

/** The memory of a process and its descendants in MB, what they share counted once (PSS); null where no `/proc` tells. */
export function memoryOf(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const shares = familyOf(pid).map((one) =>
    Number(/^Pss: +(\d+) kB/mu.exec(read(String(one), 'smaps_rollup'))?.[1] ?? 0),
  );
  const total = shares.reduce((sum, share) => sum + share, 0);
  return total === 0 ? null : total / 1000;
}

/** The processor time that a process and its descendants have taken, in milliseconds; NaN where no `/proc` tells. */
export function cpuOf(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const ticks = familyOf(pid).map((one) => {
    const fields = read(String(one), 'stat').split(') ').at(-1)?.split(' ') ?? [];
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  // A tick is 10 ms.
  return ticks.reduce((sum, its) => sum + its, 0) * 10;
}
