import { describe, expect, test } from 'vitest';
import { settle } from '../../support/fakeClock.ts';
import { setUp, typeFor } from '../../support/queueDesk.ts';

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
});
