import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Starts a program that prints what it has promised, kills it `delay` milliseconds after its first line, and answers all lines. */
export async function killed(
  program: string,
  args: readonly string[],
  delay: number,
): Promise<readonly string[]> {
  const running = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  const first = new Promise<void>((resolve) => {
    running.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      resolve();
    });
  });
  const end = once(running, 'close');
  await Promise.race([first, end]);
  setTimeout(() => running.kill('SIGKILL'), delay);
  await end;
  // The last line may be cut: what follows the last line feed was not promised.
  return output.split('\n').slice(0, -1);
}
