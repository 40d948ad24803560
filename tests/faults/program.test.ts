import { expect, it } from 'vitest';
import { start } from './program.ts';

it('a program that cannot start fails its test at once', async () => {
  const { ask, until, kill } = start<string>('no-such-program.ts', []);
  await expect(until(() => true)).rejects.toThrow('no-such-program.ts ended by itself (1)');
  await expect(ask('anything')).rejects.toThrow('no-such-program.ts ended by itself (1)');
  await kill();
});
