import { CopydeskError, messageOf, type ErrorCode } from '../../shared/error.ts';
import type { Clock } from './clock.ts';

/** A save that did not succeed. */
export interface SaveFailure {
  readonly code: ErrorCode;
  readonly message: string;
}

/** Where the newest value is: only here, on its way, on disk, or refused by the disk. */
export type QueueState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'edited' }
  | { readonly kind: 'saving'; readonly since: number }
  | ({ readonly kind: 'failed' } & SaveFailure);

/** How long a value waits at most: without another one, while others come, and between two tries. In milliseconds. */
export interface Pace {
  readonly idle: number;
  readonly atMost: number;
  readonly lastRetry: number;
}

/** Writes the newest value soon, one write at a time; a value that was put is never dropped. */
export interface SaveQueue<Value> {
  readonly state: () => QueueState;
  /** A newer value; it is written at its pace: after 1 s without another one, or 5 s after the first unwritten one. */
  readonly put: (value: Value) => void;
  /** Writes now whatever was put; null when all of it is on disk, else why not. */
  readonly flush: () => Promise<SaveFailure | null>;
  /** Ends all timers. The caller has flushed, or has the value elsewhere. */
  readonly close: () => void;
}

export interface SaveQueueOptions<Value> {
  readonly clock: Clock;
  /** Resolves with the time of the save (milliseconds since 1970) when the value is on disk. */
  readonly write: (value: Value) => Promise<number>;
  readonly onChange: (state: QueueState) => void;
  readonly savedAt?: number | null;
  /** Without it, that of saves into the library. */
  readonly pace?: Pace;
}

const savePace: Pace = { idle: 1000, atMost: 5000, lastRetry: 30_000 };
const firstRetry = 2000;

/** Tried again only when something is typed or asked for: time alone does not mend these. */
const needsDecision: readonly ErrorCode[] = ['conflict', 'read-only', 'not-found', 'refused'];

/** A save queue for one article; `write` is called with the newest value, never twice at a time. */
export function createSaveQueue<Value>(options: SaveQueueOptions<Value>): SaveQueue<Value> {
  const { clock, write, onChange } = options;
  const { idle, atMost, lastRetry } = options.pace ?? savePace;
  let state: QueueState = { kind: 'saved', at: options.savedAt ?? null };
  let waiting: { readonly value: Value } | null = null;
  let waitingSince = 0;
  let running: Promise<void> | null = null;
  let retries = 0;
  let closed = false;
  let cancelTimer = () => {};

  const change = (next: QueueState) => {
    state = next;
    if (!closed) onChange(next);
  };

  const plan = (delay: number) => {
    cancelTimer();
    if (!closed) cancelTimer = clock.after(Math.max(0, delay), () => void run());
  };

  const planEdit = () => plan(Math.min(idle, waitingSince + atMost - clock.now()));

  const failed = (value: Value, failure: SaveFailure) => {
    if (waiting === null) {
      waiting = { value };
      waitingSince = clock.now();
    }
    change({ kind: 'failed', ...failure });
    if (needsDecision.includes(failure.code)) return;
    plan(Math.min(lastRetry, firstRetry * 2 ** retries));
    retries += 1;
  };

  const writeOnce = async (value: Value) => {
    try {
      const at = await write(value);
      retries = 0;
      if (waiting === null) change({ kind: 'saved', at });
      else {
        change({ kind: 'edited' });
        planEdit();
      }
    } catch (error) {
      const code = error instanceof CopydeskError ? error.code : 'unexpected';
      failed(value, { code, message: messageOf(error) });
    }
  };

  const run = (): Promise<void> => {
    if (running !== null) return running;
    if (waiting === null) return Promise.resolve();
    cancelTimer();
    const { value } = waiting;
    waiting = null;
    // While it has failed the failure stays in sight until a write succeeds.
    if (state.kind !== 'failed') change({ kind: 'saving', since: clock.now() });
    const finished = writeOnce(value).finally(() => (running = null));
    running = finished;
    return finished;
  };

  return {
    state: () => state,
    put: (value) => {
      if (waiting === null) waitingSince = clock.now();
      waiting = { value };
      if (running !== null) return;
      // A failure stays in sight, and its next try keeps its time.
      if (state.kind === 'failed' && !needsDecision.includes(state.code)) return;
      if (state.kind === 'saved') change({ kind: 'edited' });
      planEdit();
    },
    flush: async () => {
      if (running !== null) await running;
      if (waiting !== null) await run();
      // Typed while that write ran: once more, unless it failed.
      if (waiting !== null && state.kind !== 'failed') await run();
      return state.kind === 'failed' ? { code: state.code, message: state.message } : null;
    },
    close: () => {
      closed = true;
      cancelTimer();
    },
  };
}
