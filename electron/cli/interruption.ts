import { rmSync } from 'node:fs';
import type { Files } from '../core/ports.ts';

/** Files that remember what is half-written, so that an interrupted program can remove it. */
export interface InterruptibleFiles {
  readonly files: Files;
  /** Removes at once what is half-written; for the moment before the program ends. */
  readonly abandon: () => void;
}

/** Wraps a file system: what was created is half-written until it is renamed or removed. */
export function interruptible(real: Files): InterruptibleFiles {
  const halfWritten = new Set<string>();
  return {
    files: {
      ...real,
      create: (path, mode) => {
        halfWritten.add(path);
        return real.create(path, mode).catch((error: unknown) => {
          halfWritten.delete(path);
          throw error;
        });
      },
      rename: async (from, to) => {
        await real.rename(from, to);
        halfWritten.delete(from);
      },
      remove: async (path) => {
        await real.remove(path);
        halfWritten.delete(path);
      },
    },
    abandon: () => {
      for (const path of halfWritten) rmSync(path, { force: true });
    },
  };
}
