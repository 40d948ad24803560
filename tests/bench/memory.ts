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

// What a process of a browser is for, by its command line; a window's pages each have one of their own.
function kindOf(pid: number, root: number): string {
  if (pid === root) return 'main, with the workers of index and import';
  const given = read(String(pid), 'cmdline').split(/[\0 ]/u);
  const value = (option: string) =>
    given.find((one) => one.startsWith(`${option}=`))?.slice(option.length + 1);
  const [type, service] = [value('--type'), value('--utility-sub-type')];
  if (type === undefined) return 'browser';
  return service === undefined ? type : `${type}: ${service.split('.')[0] ?? ''}`;
}

/** The memory of a process and its descendants in MB by what they are for, what they share counted once (PSS); empty where no `/proc` tells. */
export function memoryByKind(pid: number): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  if (process.platform !== 'linux') return kinds;
  for (const one of familyOf(pid)) {
    const share = Number(/^Pss: +(\d+) kB/mu.exec(read(String(one), 'smaps_rollup'))?.[1] ?? 0) / 1000;
    const kind = kindOf(one, pid);
    if (share > 0) kinds.set(kind, (kinds.get(kind) ?? 0) + share);
  }
  return kinds;
}

/** The memory of a process and its descendants in MB; null where no `/proc` tells. */
export function memoryOf(pid: number): number | null {
  const shares = [...memoryByKind(pid).values()];
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0);
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
