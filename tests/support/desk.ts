import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from './projectRoot.ts';

/** What a run of the command line left: its exit code (or the signal that ended it) and its two streams. */
export interface Run {
  readonly code: number | string;
  readonly out: string;
  readonly err: string;
}

/** Runs the real command line on this Node, with `input` on its standard input. */
export async function desk(
  args: readonly string[],
  input = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const child = spawn(process.execPath, [join(projectRoot, 'electron', 'cli.ts'), ...args], {
    env: { ...process.env, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  // A program that does not read its input may be gone before it is written.
  child.stdin.on('error', () => undefined).end(input);
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]; // as Node documents
  return { code: code ?? signal ?? 'unknown', out, err };
}
