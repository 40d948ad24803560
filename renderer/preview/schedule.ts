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
// A change this long after the first one brings its own frame: the work goes into that and needs none of its own.
const frameFrom = 60;

/**
 * Runs `work` in an idle moment, 100 ms after the last change and at most 150 ms after the first; while somebody types
 * on, in the frame that shows the next key, because a frame of its own costs the window more than the work.
 */
export function createSchedule(work: () => void): Schedule {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;
  let frame: number | undefined;
  let first: number | undefined;

  const cancel = (): void => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
    if (frame !== undefined) cancelAnimationFrame(frame);
    timer = undefined;
    idle = undefined;
    frame = undefined;
    first = undefined;
  };
  const run = (): void => {
    cancel();
    work();
  };
  const wait = (): void => {
    timer = undefined;
    idle = requestIdleCallback(run, { timeout: idleLimit });
  };
  return {
    request: () => {
      const now = performance.now();
      // A window that is not seen draws no frames: the limit stays.
      if (first !== undefined && now - first >= frameFrom) frame ??= requestAnimationFrame(run);
      if (idle !== undefined) return;
      first ??= now;
      clearTimeout(timer);
      timer = setTimeout(wait, Math.max(0, Math.min(pause, first + limit - now)));
    },
    cancel,
  };
}
