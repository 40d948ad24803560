import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Why system calls cannot be watched here, in a sentence; null if they can. */
export const whyNoStrace: string | null = (() => {
  if (process.platform !== 'linux') return 'this is not Linux';
  const tried = spawnSync('strace', ['-e', 'trace=mkdir', '-e', 'inject=mkdir:error=EIO', 'true']);
  if (tried.error !== undefined) return 'strace is not installed';
  return tried.status === 0 ? null : 'strace may not watch programs here (ptrace is refused)';
})();

/**
 * The one thread that makes the file calls of a Node program with UV_THREADPOOL_SIZE=1, once it has made one. Watching it
 * alone leaves the program's messages and modules alone, and its calls are counted from the moment of watching.
 */
export function fileThread(process: number): number {
  const tasks = join('/proc', String(process), 'task');
  const workers = readdirSync(tasks).filter((task) =>
    readFileSync(join(tasks, task, 'comm'), 'utf8').startsWith('libuv-worker'),
  );
  if (workers.length !== 1) throw new Error(`${workers.length} threads make file calls; one should`);
  return Number(workers[0]);
}

/** Watches a thread or process that runs, with more arguments for strace; `end` lets go and answers the log's lines. */
export async function watch(
  id: number,
  log: string,
  args: readonly string[],
): Promise<{ readonly end: () => Promise<readonly string[]> }> {
  const strace = spawn('strace', [...args, '-o', log, '-p', String(id)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const closed = once(strace, 'close');
  const attached = new Promise<boolean>((resolve) => {
    strace.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes(' attached')) resolve(true);
    });
  });
  if (!(await Promise.race([attached, closed.then(() => false)]))) throw new Error(`strace: ${said}`);
  return {
    end: async () => {
      strace.kill('SIGINT');
      await closed;
      return readFileSync(log, 'utf8').split('\n');
    },
  };
}
