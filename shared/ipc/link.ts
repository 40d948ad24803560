import { CopydeskError, type ErrorCode } from '../error.ts';
import type { CallInput, CallName, CallOutput, CallTaken } from './contract.ts';
import type { EventName, EventValue } from './events.ts';

/** What main answers: only `message` survives a throw across Electron's IPC, so errors travel as values. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string };

/** One function per call; `context` is what the transport knows of the sender. */
export type Handlers<Context> = {
  readonly [Name in CallName]: (
    input: CallTaken<Name>,
    context: Context,
  ) => Promise<CallOutput<Name>> | CallOutput<Name>;
};

/** What the preload gives a window: two functions that know no names. */
export interface Bridge {
  readonly invoke: (name: string, input: unknown) => Promise<unknown>;
  /** Calls back for every event; answers a function that ends it. */
  readonly listen: (listener: (name: string, value: unknown) => void) => () => void;
}

/** A window's end of the contract. */
export interface Connection {
  readonly call: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>;
  readonly on: <Name extends EventName>(
    name: Name,
    listener: (value: EventValue<Name>) => void,
  ) => () => void;
}

/** Connects a window through its bridge; a refused call throws a `CopydeskError` with main's code and message. */
export function connect(bridge: Bridge): Connection {
  return {
    call: async (name, input) => {
      // Main answers nothing but replies (`answer`).
      const reply = (await bridge.invoke(name, input)) as Reply;
      if (!reply.ok) throw new CopydeskError(reply.code, reply.message);
      // Main is trusted: its outputs are typed by the contract, not checked again.
      return reply.value as never;
    },
    on: (name, listener) =>
      bridge.listen((sent, value) => {
        if (sent === name) listener(value as never); // typed by the contract, as above
      }),
  };
}
