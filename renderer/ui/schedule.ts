/** When work that follows typing is done: after a pause, but never later than a limit. */
export interface Schedule {
  /** Something changed. Cheap: called for every key. */
  readonly request: () => void;
  readonly cancel: () => void;
}

/** How far work may lag behind the keys, in milliseconds. */
export interface Pace {
  /** From the last change to the work. */
  readonly pause: number;
  /** From the first change to the work, without `idle`. */
  readonly limit: number;
  /** A change this long after the first one brings its own frame: the work goes into that and needs none of its own. */
  readonly frameFrom: number;
  /** How long an idle moment is waited for; 0 where none is. */
  readonly idle: number;
}

/**
 * Runs `work` in an idle moment after a pause, or after the limit; while somebody types on, in the frame that shows the
 * next key, because a frame of its own costs the window more than the work. The pace is asked for at each first change.
 */
export function createSchedule(work: () => void, paceNow: () => Pace): Schedule {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;
  let frame: number | undefined;
  let first: number | undefined;
  let last = 0;
  let pace = paceNow();

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
  /** How long the work may still wait, in milliseconds. */
  const left = (): number => Math.min(last + pace.pause, (first ?? last) + pace.limit) - performance.now();
  const wait = (): void => {
    // Keys that came meanwhile have set no timer of their own: a timer costs a key more than a look at the clock.
    if (left() > 0) {
      timer = setTimeout(wait, left());
      return;
    }
    timer = undefined;
    if (pace.idle === 0) run();
    else idle = requestIdleCallback(run, { timeout: pace.idle });
  };
  return {
    request: () => {
      const now = performance.now();
      last = now;
      if (first === undefined) {
        first = now;
        pace = paceNow();
        // A window that is not seen draws no frames: the limit stays.
      } else if (now - first >= pace.frameFrom) frame ??= requestAnimationFrame(run);
      if (idle === undefined) timer ??= setTimeout(wait, left());
    },
    cancel,
  };
}
