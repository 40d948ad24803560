import { fork, type ChildProcess, type Serializable } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../support/projectRoot.ts';

/** A program of this folder that runs, and the messages it has sent. */
export interface Running<Message> {
  readonly child: ChildProcess;
  readonly messages: readonly Message[];
  /** Resolves as soon as such a message has come; throws if the program ends, or could not start, without it. */
  readonly until: (isIt: (message: Message) => boolean) => Promise<Message>;
  /** Sends an order and resolves with the next message; throws as `until` does. One order at a time. */
  readonly ask: (order: Serializable) => Promise<Message>;
  /** Resolves with its exit code when it is gone and its last message is here; null for a signal. */
  readonly ended: Promise<number | null>;
  /** Kills it as a crash does, and resolves when it is gone and its last message is here. */
  readonly kill: () => Promise<void>;
}

// Loading takes longer than a run: what was compiled once is compiled.
const compiled = join(projectRoot, 'node_modules', '.cache', 'copydesk-faults');

/** Starts a program of this folder on this Node, or `under` a command that starts Node. What it sends is what it promises. */
export function start<Message>(
  program: string,
  args: readonly string[],
  under: readonly string[] = [],
): Running<Message> {
  const [execPath, ...execArgv] = [...under, process.execPath];
  const child = fork(join(projectRoot, 'tests', 'faults', program), args, {
    execPath,
    execArgv,
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  const messages: Message[] = [];
  // Our own programs send nothing else.
  child.on('message', (message) => messages.push(message as Message));
  // A program that cannot start, or has thrown, says so here: nobody waits for it until the time is up.
  const gone = Promise.all([once(child, 'exit'), once(child, 'disconnect')]).then(
    ([[code, signal]]) => `${program} ended by itself (${String(signal ?? code)})`,
    (error: unknown) => `${program} could not start: ${String(error)}`,
  );
  const until = async (isIt: (message: Message) => boolean, from = 0): Promise<Message> => {
    for (;;) {
      const found = messages.slice(from).find(isIt);
      if (found !== undefined) return found;
      const ended = await Promise.race([gone, once(child, 'message').then(() => null)]);
      if (ended !== null) throw new Error(ended);
    }
  };
  return {
    child,
    messages,
    ended: gone.then(() => child.exitCode),
    until,
    ask: async (order) => {
      const before = messages.length;
      // One that has ended cannot be sent to: `until` tells why.
      if (child.connected) child.send(order, () => undefined);
      return until(() => true, before);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
