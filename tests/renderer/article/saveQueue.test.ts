import { describe, expect, test } from 'vitest';
import { createSaveQueue, type QueueState } from '../../../renderer/article/saveQueue.ts';
import { CopydeskError, type ErrorCode } from '../../../shared/error.ts';
import { createFakeClock, settle } from '../../support/fakeClock.ts';

/** A queue over a disk that a test fails, holds up and reads. */
function setUp() {
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
async function typeFor({ clock, queue }: ReturnType<typeof setUp>, milliseconds: number) {
  for (let passed = 0; passed < milliseconds; passed += 200) {
    queue.put(`typed at ${String(passed)}`);
    await clock.advance(200);
  }
}

describe('saveQueue', () => {
  test('writes once, a second after the last change', async () => {
    const { clock, queue, disk } = setUp();
    queue.put('a');
    await clock.advance(900);
    queue.put('ab');
    await clock.advance(999);
    expect(disk).toEqual([]);
    await clock.advance(1);
    expect(disk).toEqual(['ab']);
  });

  test('writes at the latest five seconds after the first unwritten change', async () => {
    const set = setUp();
    await typeFor(set, 5000);
    expect(set.disk).toHaveLength(1);
    await typeFor(set, 5000);
    expect(set.disk).toHaveLength(2);
  });

  test('has one write in flight, and then writes only the newest value', async () => {
    const set = setUp();
    set.hold();
    set.queue.put('one');
    await set.clock.advance(1000);
    set.queue.put('two');
    set.queue.put('three');
    await set.clock.advance(20_000);
    expect(set.most()).toBe(1);
    await set.release();
    await set.clock.advance(1000);
    expect(set.disk).toEqual(['one', 'three']);
    expect(set.most()).toBe(1);
  });

  test('says edited after a write during which something was typed', async () => {
    const set = setUp();
    set.hold();
    set.queue.put('one');
    await set.clock.advance(1000);
    set.queue.put('two');
    await set.release();
    expect(set.queue.state()).toEqual({ kind: 'edited' });
  });

  test('says saved with the time that main acknowledged', async () => {
    const { clock, queue } = setUp();
    queue.put('a');
    await clock.advance(1000);
    expect(queue.state()).toEqual({ kind: 'saved', at: 1_001_000 });
  });

  test('goes through edited, saving, saved', async () => {
    const { clock, queue, states } = setUp();
    queue.put('a');
    queue.put('ab');
    await clock.advance(1000);
    expect(states.map(({ kind }) => kind)).toEqual(['edited', 'saving', 'saved']);
  });

  test('flush writes at once and answers null', async () => {
    const { queue, disk, clock } = setUp();
    queue.put('a');
    expect(await queue.flush()).toBeNull();
    expect(disk).toEqual(['a']);
    expect(clock.waiting()).toBe(0);
  });

  test('flush without a change writes nothing', async () => {
    const { queue, attempts } = setUp();
    expect(await queue.flush()).toBeNull();
    expect(attempts()).toBe(0);
  });

  test('flush waits for the write in flight and then writes what was typed meanwhile', async () => {
    const set = setUp();
    set.hold();
    set.queue.put('one');
    await set.clock.advance(1000);
    set.queue.put('two');
    const flushed = set.queue.flush();
    await settle();
    expect(set.disk).toEqual([]);
    await set.release();
    expect(await flushed).toBeNull();
    expect(set.disk).toEqual(['one', 'two']);
  });

  test('flush covers what was typed while it wrote', async () => {
    const set = setUp();
    set.hold();
    set.queue.put('one');
    const flushed = set.queue.flush();
    await settle();
    set.queue.put('two');
    await set.release();
    expect(await flushed).toBeNull();
    expect(set.disk).toEqual(['one', 'two']);
  });

  test('keeps the value of a failed write and tries again, waiting longer each time', async () => {
    const set = setUp();
    set.fail('disk-full');
    set.queue.put('a');
    await set.clock.advance(1000);
    expect(set.queue.state()).toEqual({
      kind: 'failed',
      code: 'disk-full',
      message: 'refused: disk-full',
    });
    await set.clock.advance(2000);
    expect(set.attempts()).toBe(2);
    await set.clock.advance(4000);
    expect(set.attempts()).toBe(3);
    await set.clock.advance(7999);
    expect(set.attempts()).toBe(3);
    set.fail(null);
    await set.clock.advance(1);
    expect(set.disk).toEqual(['a']);
    expect(set.queue.state().kind).toBe('saved');
  });

  test('waits 30 s at most between tries', async () => {
    const set = setUp();
    set.fail('disk-full');
    set.queue.put('a');
    await set.clock.advance(300_000);
    const before = set.attempts();
    await set.clock.advance(30_000);
    expect(set.attempts()).toBe(before + 1);
  });

  test('after a failure writes the newest value, not the failed one', async () => {
    const set = setUp();
    set.fail('write-failed');
    set.queue.put('old');
    await set.clock.advance(1000);
    set.queue.put('new');
    set.fail(null);
    await set.clock.advance(2000);
    expect(set.disk).toEqual(['new']);
  });

  test('does not put a failed value over one typed during the failing write', async () => {
    const set = setUp();
    set.hold();
    set.fail('write-failed');
    set.queue.put('old');
    await set.clock.advance(1000);
    set.queue.put('new');
    await set.release();
    set.fail(null);
    await set.clock.advance(2000);
    expect(set.disk).toEqual(['new']);
  });

  test('shows the failure while typing goes on and while it tries again', async () => {
    const set = setUp();
    set.fail('disk-full');
    set.queue.put('a');
    await set.clock.advance(1000);
    await typeFor(set, 3000);
    expect(set.states.slice(2).every(({ kind }) => kind === 'failed')).toBe(true);
  });

  test('flush answers why it failed, and tries even while it waits for the next try', async () => {
    const set = setUp();
    set.fail('disk-full');
    set.queue.put('a');
    expect(await set.queue.flush()).toEqual({ code: 'disk-full', message: 'refused: disk-full' });
    set.fail(null);
    expect(await set.queue.flush()).toBeNull();
    expect(set.disk).toEqual(['a']);
  });

  test('does not try a conflict again by itself', async () => {
    const set = setUp();
    set.fail('conflict');
    set.queue.put('a');
    await set.clock.advance(600_000);
    expect(set.attempts()).toBe(1);
  });

  test('after a conflict hands over what is typed on, so that main can keep it', async () => {
    const set = setUp();
    set.fail('conflict');
    set.queue.put('a');
    await set.clock.advance(1000);
    set.queue.put('ab');
    await set.clock.advance(1000);
    expect(set.attempts()).toBe(2);
    expect(set.queue.state().kind).toBe('failed');
  });

  test('a closed queue writes no more by itself and tells nobody', async () => {
    const set = setUp();
    set.queue.put('a');
    set.queue.close();
    const told = set.states.length;
    await set.clock.advance(60_000);
    expect(set.attempts()).toBe(0);
    expect(set.states).toHaveLength(told);
  });

  test('never loses the last value, however writes and failures fall', async () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const set = setUp();
      let random = seed;
      const next = (below: number) => {
        random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
        return random % below;
      };
      let last = '';
      for (let step = 0; step < 40; step += 1) {
        const choice = next(6);
        if (choice === 0) set.fail(next(2) === 0 ? 'disk-full' : null);
        else if (choice === 1) set.hold();
        else if (choice === 2) await set.release();
        else {
          last = `${String(seed)}-${String(step)}`;
          set.queue.put(last);
        }
        await set.clock.advance(next(3000));
      }
      await set.release();
      set.fail(null);
      await set.clock.advance(60_000);
      expect(set.disk.at(-1) ?? '').toBe(last);
      expect(set.most()).toBeLessThanOrEqual(1);
    }
  });
});
