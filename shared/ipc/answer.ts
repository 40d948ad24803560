import { CopydeskError, messageOf } from '../error.ts';
import { calls, type CallName } from './contract.ts';
import type { Handlers, Reply } from './link.ts';

const isCallName = (name: unknown): name is CallName =>
  typeof name === 'string' && Object.hasOwn(calls, name);

/** Main's end: checks the name and the input, runs the handler, and answers with a `Reply`; never throws. */
export const answer =
  <Context>(handlers: Handlers<Context>) =>
  async (name: unknown, input: unknown, context: Context): Promise<Reply> => {
    if (!isCallName(name))
      return { ok: false, code: 'bad-input', message: `There is no call “${String(name).slice(0, 80)}”` };
    const read = calls[name].input.safeParse(input);
    if (!read.success) {
      const issue = read.error.issues[0];
      return {
        ok: false,
        code: 'bad-input',
        message: `${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
      };
    }
    try {
      // The handler and the input are of one name: a union that TypeScript cannot follow.
      const handler = handlers[name] as (input: unknown, context: Context) => unknown;
      return { ok: true, value: await handler(read.data, context) };
    } catch (error) {
      const code = error instanceof CopydeskError ? error.code : 'unexpected';
      return { ok: false, code, message: messageOf(error) };
    }
  };
