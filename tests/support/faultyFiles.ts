import { constants } from 'node:os';
import type { Files, OpenFile } from '../../electron/core/ports.ts';

/** A call of the file system port, by the name of its function. */
export type FileCall = Exclude<keyof Files, 'readWithStat'> | 'write' | 'size' | 'cutTo' | 'sync' | 'close';

/** A fault to inject: which call (or any), from its `nth` occurrence on (1 = the next), `times` over. */
export interface Fault {
  readonly call: FileCall | 'any';
  readonly nth?: number;
  readonly times?: number;
  /** A system error (`ENOSPC`), or for `write` a number: only so many bytes are taken. */
  readonly fault: string | number;
}

/** The file system with faults: calls that no fault meets go to `real`. `calls` is the log. */
export interface FaultyFiles {
  readonly files: Files;
  readonly inject: (fault: Fault) => void;
  readonly calls: () => readonly FileCall[];
}

// As Node tells it: it has no name for a quota that is used up.
function systemFault(name: string, call: string): Error {
  const errno = -(Object.entries(constants.errno).find(([one]) => one === name)?.[1] ?? 0);
  const code = name === 'EDQUOT' ? `Unknown system error ${errno}` : name;
  return Object.assign(new Error(`${code}: injected, ${call}`), { code, errno, syscall: call });
}

/** Wraps a file system so that chosen calls fail, before they reach it. */
export function faultyFiles(real: Files): FaultyFiles {
  const log: FileCall[] = [];
  let faults: { call: FileCall | 'any'; wait: number; left: number; fault: string | number }[] = [];

  const next = (call: FileCall): string | number | undefined => {
    log.push(call);
    // Every fault of this call counts it; the first whose turn it is strikes.
    const same = faults.filter((one) => one.call === call || one.call === 'any');
    for (const one of same) one.wait -= 1;
    const fault = same.find((one) => one.wait <= 0);
    if (fault === undefined) return undefined;
    fault.left -= 1;
    if (fault.left <= 0) faults = faults.filter((one) => one !== fault);
    return fault.fault;
  };
  const meet = (call: FileCall): void => {
    const fault = next(call);
    if (typeof fault === 'string') throw systemFault(fault, call);
  };
  const guarded =
    <Args extends readonly unknown[], Result>(call: FileCall, run: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      meet(call);
      return run(...args);
    };

  const opened = (file: OpenFile): OpenFile => ({
    write: async (bytes, offset) => {
      const fault = next('write');
      if (typeof fault === 'string') throw systemFault(fault, 'write');
      if (fault === undefined) return file.write(bytes, offset);
      return fault === 0 ? 0 : file.write(bytes.subarray(0, offset + fault), offset);
    },
    size: guarded('size', file.size),
    cutTo: guarded('cutTo', file.cutTo),
    sync: guarded('sync', file.sync),
    close: async () => {
      // The descriptor is given back whatever is injected.
      await file.close();
      meet('close');
    },
  });

  return {
    calls: () => log,
    inject: ({ call, nth = 1, times = 1, fault }) => faults.push({ call, wait: nth, left: times, fault }),
    files: {
      create: async (path, mode) => {
        meet('create');
        return opened(await real.create(path, mode));
      },
      read: guarded('read', real.read),
      readWithStat: guarded('read', real.readWithStat),
      append: async (path, mode) => {
        meet('append');
        return opened(await real.append(path, mode));
      },
      clone: guarded('clone', real.clone),
      list: guarded('list', real.list),
      stat: guarded('stat', real.stat),
      resolve: guarded('resolve', real.resolve),
      makeFolder: guarded('makeFolder', real.makeFolder),
      rename: guarded('rename', real.rename),
      remove: guarded('remove', real.remove),
      syncFolder: guarded('syncFolder', real.syncFolder),
    },
  };
}
