import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { longPace, previewPace } from '../../../renderer/preview/livePage.ts';
import { createSchedule } from '../../../renderer/ui/schedule.ts';

/** The next frame, if one is asked for: a test draws it, or none does, as in a window that is not seen. */
let framed: (() => void) | null = null;

// An idle moment that never comes by itself: only its time limit runs the work.
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  vi.stubGlobal('requestIdleCallback', (run: () => void, { timeout }: { timeout: number }) =>
    setTimeout(run, timeout),
  );
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => (framed = run));
  vi.stubGlobal('cancelAnimationFrame', () => (framed = null));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('works within 150 ms of the first change, however fast the keys come', () => {
  const times: number[] = [];
  const schedule = createSchedule(
    () => times.push(performance.now()),
    () => previewPace,
  );
  const start = performance.now();
  for (let key = 0; key < 100; key += 1) {
    schedule.request();
    vi.advanceTimersByTime(10);
  }
  vi.runAllTimers();
  expect((times[0] ?? Infinity) - start).toBeLessThanOrEqual(150);
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(160);
});

it('works once for keys that come together, and not in the key itself', () => {
  const work = vi.fn();
  const schedule = createSchedule(work, () => previewPace);
  schedule.request();
  schedule.request();
  expect(work).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(work).toHaveBeenCalledOnce();
});

it('takes the frame of a key that comes a while after the first one, and works once for both', () => {
  const work = vi.fn();
  const schedule = createSchedule(work, () => previewPace);
  schedule.request();
  expect(framed).toBe(null);
  vi.advanceTimersByTime(80);
  schedule.request();
  expect(work).not.toHaveBeenCalled();
  framed?.();
  expect(work).toHaveBeenCalledOnce();
  vi.runAllTimers();
  expect(work).toHaveBeenCalledOnce();
});

it('does nothing after it was called off, until the next change', () => {
  const work = vi.fn();
  const schedule = createSchedule(work, () => previewPace);
  schedule.request();
  schedule.cancel();
  vi.runAllTimers();
  expect(work).not.toHaveBeenCalled();
  schedule.request();
  vi.runAllTimers();
  expect(work).toHaveBeenCalledOnce();
});

it('waits for no idle moment where none is asked for', () => {
  const work = vi.fn();
  const schedule = createSchedule(work, () => ({ ...previewPace, idle: 0 }));
  schedule.request();
  vi.advanceTimersByTime(previewPace.pause - 1);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledOnce();
});

it('asks for the pace at each first change: what costs more may lag further behind', () => {
  const times: number[] = [];
  let pace = longPace;
  const schedule = createSchedule(
    () => times.push(performance.now()),
    () => pace,
  );
  for (let key = 0; key < 10; key += 1) {
    schedule.request();
    vi.advanceTimersByTime(50);
  }
  expect(times).toHaveLength(1);
  expect(times[0]).toBeGreaterThan(longPace.frameFrom);
  expect(times[0]).toBeLessThanOrEqual(400);
  vi.runAllTimers();
  pace = previewPace;
  const begun = performance.now();
  schedule.request();
  vi.runAllTimers();
  expect((times.at(-1) ?? Infinity) - begun).toBeLessThanOrEqual(150);
});
