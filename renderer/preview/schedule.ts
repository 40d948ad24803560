/** When work that follows typing is done: after a pause, but never later than a limit. */
export interface Schedule {
  /** Something changed. Cheap: called for every key. */
  readonly request: () => void;
  readonly cancel: () => void;
}

// Together at most 150 ms from the first change to the work (`architecture.md`, data flow 4).
// A pause of two quick keys: while somebody types on, one update shows several keys.
const pause = 100;
const limit = 110;
const idleLimit = 40;

/** Runs `work` in an idle moment, 100 ms after the last change and at most 150 ms after the first. */
export function createSchedule(work: () => void): Schedule {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;
  let first: number | undefined;

  const run = (): void => {
    idle = undefined;
    first = undefined;
    work();
  };
  const wait = (): void => {
    timer = undefined;
    idle = requestIdleCallback(run, { timeout: idleLimit });
  };
  return {
    request: () => {
      if (idle !== undefined) return;
      const now = performance.now();
      first ??= now;
      clearTimeout(timer);
      timer = setTimeout(wait, Math.max(0, Math.min(pause, first + limit - now)));
    },
    cancel: () => {
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
      timer = undefined;
      idle = undefined;
      first = undefined;
    },
  };
}
