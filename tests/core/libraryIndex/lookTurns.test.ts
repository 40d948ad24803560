import { expect, test } from 'vitest';
import { createLookTurns } from '../../../electron/core/libraryIndex/lookTurns.ts';

test('a short look goes between the parts of a long one, another long one waits', async () => {
  const turns = createLookTurns();
  const done: string[] = [];
  const look = (name: string) => async () => {
    done.push(`${name} 1`);
    await turns.pause();
    done.push(`${name} 2`);
  };
  const first = turns.long(look('first'));
  await Promise.resolve();
  const second = turns.long(look('second'));
  const short = turns.short(async () => {
    await Promise.resolve();
    done.push('short');
  });
  await Promise.all([first, second, short]);
  expect(done).toEqual(['first 1', 'short', 'first 2', 'second 1', 'second 2']);
});

test('a short look that fails ends no long one, and one that came at its end is done', async () => {
  const turns = createLookTurns();
  let short: Promise<unknown> = Promise.resolve();
  const long = turns.long(async () => {
    const failing = turns.short(() => Promise.reject(new Error('no')));
    await Promise.all([turns.pause(), expect(failing).rejects.toThrow('no')]);
    short = turns.short(() => Promise.resolve('late'));
    return 'long';
  });
  expect(await long).toBe('long');
  expect(await short).toBe('late');
});
