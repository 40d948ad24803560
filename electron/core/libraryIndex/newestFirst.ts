import { CopydeskError } from '../../../shared/error.ts';

interface Waiting {
  readonly search: string;
  readonly begin: () => void;
  readonly giveUp: (error: CopydeskError) => void;
}

/**
 * Asks one question of each asker at a time. A person types faster than an old computer searches: what still waits when
 * another search is begun rejects with `cancelled`; questions of one search (its pages) wait for each other.
 */
export function newestFirst(): <T>(asker: string, search: string, ask: () => Promise<T>) => Promise<T> {
  const queues = new Map<string, Waiting[]>();

  function next(asker: string): void {
    const queue = queues.get(asker);
    const first = queue?.shift();
    if (first === undefined) queues.delete(asker);
    else first.begin();
  }

  return async (asker, search, ask) => {
    const queue = queues.get(asker);
    if (queue === undefined) queues.set(asker, []);
    else {
      for (const other of queue.splice(0)) {
        if (other.search === search) queue.push(other);
        else other.giveUp(new CopydeskError('cancelled', 'A newer search took its place'));
      }
      await new Promise<void>((begin, giveUp) => queue.push({ search, begin, giveUp }));
    }
    try {
      return await ask();
    } finally {
      next(asker);
    }
  };
}
