import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts';
import { connect, type Bridge, type Connection } from '../../shared/ipc/link.ts';
import { CopydeskError, messageOf } from '../../shared/error.ts';

/** Answers to the calls that a test expects; any other call fails. */
export type Answers = {
  readonly [Name in CallName]?: (input: CallInput<Name>) => CallOutput<Name> | Promise<CallOutput<Name>>;
};

/** A window's connection to answers in the test. */
export interface FakeConnection extends Connection {
  readonly sent: readonly { readonly name: string; readonly input: unknown }[];
  /** Sends an event to the window. */
  readonly emit: (name: string, value: unknown) => void;
}

/** A bridge without processes: the real `connect` on answers given by a test. */
export function createFakeConnection(answers: Answers): FakeConnection {
  const sent: { readonly name: string; readonly input: unknown }[] = [];
  const listeners = new Set<(name: string, value: unknown) => void>();
  const bridge: Bridge = {
    invoke: async (name, input) => {
      sent.push({ name, input });
      try {
        // A test's answers are typed by `Answers`.
        const reply = (answers as Record<string, ((input: unknown) => unknown) | undefined>)[name];
        if (reply === undefined) throw new CopydeskError('unexpected', `No answer to ${name} in this test`);
        return { ok: true, value: await reply(input) };
      } catch (error) {
        const code = error instanceof CopydeskError ? error.code : 'unexpected';
        return { ok: false, code, message: messageOf(error) };
      }
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    ...connect(bridge),
    sent,
    emit: (name, value) => {
      for (const listener of listeners) listener(name, value);
    },
  };
}
