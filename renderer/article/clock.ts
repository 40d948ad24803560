/** Time, as the save queue needs it; tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Runs a function once, after so many milliseconds; answers a function that calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

/** The window's own clock. */
export const windowClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
