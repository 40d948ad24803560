import type { Clock } from './ports.ts';

/** How a window answered when it was asked to save everything. */
export interface Flushed {
  readonly ok: boolean;
  /** Why not everything is saved. */
  readonly message: string;
}

/** Questions to windows that wait for their answer. */
export interface Flushes {
  /** Sends the question and waits for the answer, at most `limit` milliseconds. */
  readonly ask: (window: number, send: (request: number) => void) => Promise<Flushed>;
  /** A window's answer; one that nobody waits for is dropped. */
  readonly answered: (window: number, request: number, flushed: Flushed) => void;
  /** The window is gone: whoever waits for it need not. */
  readonly gone: (window: number) => void;
}

const silent: Flushed = { ok: false, message: 'The window does not answer.' };

/** Makes the table of questions; a window that stays silent for `limit` milliseconds has not saved. */
export function createFlushes(clock: Pick<Clock, 'sleep'>, limit = 10_000): Flushes {
  const waiting = new Map<number, { readonly window: number; readonly done: (flushed: Flushed) => void }>();
  let last = 0;
  return {
    ask: async (window, send) => {
      last += 1;
      const request = last;
      const { promise, resolve } = Promise.withResolvers<Flushed>();
      waiting.set(request, { window, done: resolve });
      send(request);
      const answer = await Promise.race([promise, clock.sleep(limit).then(() => silent)]);
      waiting.delete(request);
      return answer;
    },
    answered: (window, request, flushed) => {
      const question = waiting.get(request);
      if (question?.window === window) question.done(flushed);
    },
    gone: (window) => {
      for (const question of waiting.values()) {
        if (question.window === window) question.done({ ok: true, message: '' });
      }
    },
  };
}

/** What a person may do with a window that cannot save. */
export type CloseChoice = 'copy' | 'discard' | 'cancel';

/** What closing a window needs of the outside. */
export interface ClosePorts {
  readonly flush: () => Promise<Flushed>;
  readonly ask: (message: string) => Promise<CloseChoice>;
  /** Lets the person save a copy elsewhere; false if they did not. */
  readonly saveCopy: () => Promise<boolean>;
}

/** Whether a window may close: everything is saved, or a copy is, or the person gives it up. */
export async function mayClose(ports: ClosePorts): Promise<boolean> {
  const flushed = await ports.flush();
  if (flushed.ok) return true;
  const choice = await ports.ask(flushed.message);
  if (choice === 'cancel') return false;
  return choice === 'discard' || ports.saveCopy();
}

/** Closes windows one after the other; the first that stays open ends it and answers false. */
export async function closeAll(closers: readonly (() => Promise<boolean>)[]): Promise<boolean> {
  for (const close of closers) {
    if (!(await close())) return false;
  }
  return true;
}
