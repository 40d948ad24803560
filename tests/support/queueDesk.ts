import { createSaveQueue, type QueueState } from '../../renderer/article/saveQueue.ts';
import { CopydeskError, type ErrorCode } from '../../shared/error.ts';
import { createFakeClock, settle } from './fakeClock.ts';

/** A queue over a disk that a test fails, holds up and reads. */
export function setUp() {
  const clock = createFakeClock();
  const disk: string[] = [];
  const states: QueueState[] = [];
  let failure: ErrorCode | null = null;
  let hold = false;
  let atOnce = 0;
  let most = 0;
  let attempts = 0;
  let held: (() => void)[] = [];
  const queue = createSaveQueue<string>({
    clock,
    onChange: (state) => states.push(state),
    write: async (value) => {
      attempts += 1;
      atOnce += 1;
      most = Math.max(most, atOnce);
      if (hold) await new Promise<void>((resolve) => held.push(resolve));
      atOnce -= 1;
      if (failure !== null) throw new CopydeskError(failure, `refused: ${failure}`);
      disk.push(value);
      return clock.now();
    },
  });
  return {
    clock,
    queue,
    disk,
    states,
    attempts: () => attempts,
    most: () => most,
    fail: (code: ErrorCode | null) => (failure = code),
    hold: () => (hold = true),
    release: async () => {
      hold = false;
      for (const go of held) go();
      held = [];
      await settle();
    },
  };
}

/** Puts a value every 200 ms for so long. */
export async function typeFor({ clock, queue }: ReturnType<typeof setUp>, milliseconds: number) {
  for (let passed = 0; passed < milliseconds; passed += 200) {
    queue.put(`typed at ${String(passed)}`);
    await clock.advance(200);
  }
}
