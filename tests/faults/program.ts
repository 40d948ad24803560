import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../support/projectRoot.ts';

/** A program of this folder that runs, and the messages it has sent. */
export interface Running<Message> {
  readonly child: ChildProcess;
  readonly messages: readonly Message[];
  /** Resolves as soon as such a message has come; throws if the program ends without it. */
  readonly until: (isIt: (message: Message) => boolean) => Promise<Message>;
  /** Kills it as a crash does, and resolves when it is gone and its last message is here. */
  readonly kill: () => Promise<void>;
}

// Loading takes longer than a run: what was compiled once is compiled.
const compiled = join(projectRoot, 'node_modules', '.cache', 'copydesk-faults');

/** Starts a program of this folder on this Node. What it sends is what it promises. */
export function start<Message>(program: string, args: readonly string[]): Running<Message> {
  const child = fork(join(projectRoot, 'tests', 'faults', program), args, {
    execArgv: [],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  const messages: Message[] = [];
  // Our own programs send nothing else.
  child.on('message', (message) => messages.push(message as Message));
  const gone = Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
  return {
    child,
    messages,
    until: async (isIt) => {
      for (;;) {
        const found = messages.find(isIt);
        if (found !== undefined) return found;
        const ended = gone.then(() => true);
        if (await Promise.race([ended, once(child, 'message').then(() => false)]))
          throw new Error(`${program} ended by itself`);
      }
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
