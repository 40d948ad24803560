import { setImmediate } from 'node:timers/promises';
import { createQueue } from '../queue.ts';

/** Who looks when: one at a time, but a short look does not wait for the end of a long one. */
export interface LookTurns {
  readonly long: <T>(look: () => Promise<T>) => Promise<T>;
  /** Goes between the parts of the long look that is under way, if one is. */
  readonly short: <T>(look: () => Promise<T>) => Promise<T>;
  /** A long look is between two parts: short ones are done, and whoever waits for an answer gets it. */
  readonly pause: () => Promise<void>;
}

/** The turns of the looks at one folder. */
export function createLookTurns(): LookTurns {
  const queue = createQueue();
  const waiting: (() => Promise<void>)[] = [];
  let long = false;

  async function doShort(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next();
  }

  return {
    long: (look) =>
      queue('', async () => {
        long = true;
        try {
          return await look();
        } finally {
          long = false;
          await doShort();
        }
      }),
    short: (look) =>
      long
        ? new Promise((resolve, reject) => waiting.push(() => look().then(resolve, reject)))
        : queue('', look),
    pause: async () => {
      await setImmediate();
      await doShort();
    },
  };
}
