import { describe, expect, test } from 'vitest';
import { setUp, typeFor } from '../../support/queueDesk.ts';

describe('saveQueue, when a write fails', () => {
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
