import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe } from 'vitest';

/** A program that we did not write and that judges our exports: its command, and how to get it. */
export interface Judge {
  readonly command: string;
  readonly install: string;
}

const isHere = (command: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** Describes tests that need a judge (and what `works` tries of it); skipped, with the reason printed, where it is not on this machine. */
export function describeJudge(
  { command, install }: Judge,
  tests: () => void,
  works: () => boolean = () => true,
): void {
  const problem = !isHere(command)
    ? 'is not on this machine'
    : works()
      ? ''
      : 'does not work on this machine';
  if (problem === '') return void describe(command, tests);
  console.warn(`Skipped: ${command} ${problem} (${install})`);
  describe.skip(`${command}: ${problem} (${install})`, tests);
}

/** Runs a judge with an input; throws what it said if it failed. */
export function ask(command: string, args: readonly string[], input: string, folder?: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    ...(folder === undefined ? {} : { cwd: folder }),
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr || stdout}`);
  return stdout;
}
