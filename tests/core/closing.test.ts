import { expect, test } from 'vitest';
import { closeAll, createFlushes, mayClose, type CloseChoice } from '../../electron/core/closing.ts';

const never = { sleep: () => new Promise<void>(() => undefined) };
const saved = { ok: true, message: '' };
const failed = { ok: false, message: 'The disk is full.' };

test("waits for the window's answer to the question that it was asked", async () => {
  const flushes = createFlushes(never);
  const sent: number[] = [];
  const asked = flushes.ask(1, (request) => sent.push(request));
  flushes.answered(2, sent[0] ?? 0, saved);
  flushes.answered(1, 99, saved);
  flushes.answered(1, sent[0] ?? 0, failed);
  expect(await asked).toEqual(failed);
});

test('a window that stays silent for ten seconds has not saved', async () => {
  const slept: number[] = [];
  const flushes = createFlushes({ sleep: async (time) => void slept.push(time) });
  expect(await flushes.ask(1, () => undefined)).toMatchObject({ ok: false });
  expect(slept).toEqual([10_000]);
});

test('a window that is gone keeps nobody waiting', async () => {
  const flushes = createFlushes(never);
  const asked = flushes.ask(1, () => undefined);
  flushes.gone(1);
  expect(await asked).toEqual(saved);
});

const closing = (given: { flushed: typeof saved; choice?: CloseChoice; copied?: boolean }) => {
  const told: string[] = [];
  const answer = mayClose({
    flush: () => Promise.resolve(given.flushed),
    ask: async (message) => {
      told.push(message);
      return given.choice ?? 'cancel';
    },
    saveCopy: () => Promise.resolve(given.copied ?? false),
  });
  return answer.then((may) => ({ may, told }));
};

test('a window whose words are on disk closes without a question', async () => {
  expect(await closing({ flushed: saved })).toEqual({ may: true, told: [] });
});

test.each([
  ['cancel', undefined, false],
  ['discard', undefined, true],
  ['copy', true, true],
  ['copy', false, false],
] as const)('a failed save asks; “%s” (copied: %s) closes: %s', async (choice, copied, may) => {
  const given = copied === undefined ? { flushed: failed, choice } : { flushed: failed, choice, copied };
  expect(await closing(given)).toEqual({ may, told: ['The disk is full.'] });
});

test('quitting stops at the first window that stays open', async () => {
  const closed: string[] = [];
  const closer = (name: string, may: boolean) => async () => {
    closed.push(name);
    return may;
  };
  expect(await closeAll([closer('a', true), closer('b', false), closer('c', true)])).toBe(false);
  expect(closed).toEqual(['a', 'b']);
  expect(await closeAll([])).toBe(true);
});
