import { resolve } from 'node:path';
import type { ParseArgsOptionsConfig } from 'node:util';
import type { ImportRoad } from '../core/importing/importRoad.ts';
import type { Ports } from '../core/ports.ts';
import type { Format } from '../../shared/formats/format.ts';

/** A mistake in how a command was called: exit code 2. */
export class UsageError extends Error {}

/** What a command was given. */
export interface Given {
  /** The arguments that are no options, in order. */
  readonly files: readonly string[];
  /** An option's text; undefined if it was not given. */
  readonly text: (name: string) => string | undefined;
  /** Whether a switch was given. */
  readonly has: (name: string) => boolean;
}

/** What commands work with: the ports, the lists, and the terminal. */
export interface Desk {
  readonly ports: Ports;
  readonly formats: readonly Format[];
  /** Reads foreign files, in a worker. */
  readonly road: ImportRoad;
  /** The folder with the page themes. */
  readonly assets: string;
  /** The folder of Copydesk's own data of this person, where the recovery journals are. */
  readonly userData: string;
  readonly version: string;
  /** Reads standard input to its end. */
  readonly stdin: () => Promise<Uint8Array>;
  /** One line of result, on standard output. */
  readonly print: (line: string) => void;
  /** One line for the person, on standard error: `desk: <about>: <text>`. */
  readonly say: (about: string, text: string) => void;
  /** As `say`, for something that failed: the exit code will be 1, the command goes on. */
  readonly fail: (about: string, error: unknown) => void;
  /** What is being done, shown on a terminal when it takes a while. */
  readonly progress: (done: number, of: number, what: string) => void;
}

/** What an argument or option means, as the help shows it. */
export type HelpLine = readonly [option: string, meaning: string];

/** One command of `desk`. */
export interface Command {
  readonly name: string;
  /** Its arguments, as the help shows them. */
  readonly usage: string;
  readonly summary: string;
  readonly options: ParseArgsOptionsConfig;
  /** A line of help for each argument and option. */
  readonly help: (desk: Pick<Desk, 'formats'>) => readonly HelpLine[];
  /** Rejects with a `UsageError` when it was called wrongly. */
  readonly run: (given: Given, desk: Desk) => Promise<void>;
}

/** An option that must be given. */
export function required(given: Given, name: string): string {
  const value = given.text(name);
  if (value === undefined || value === '') throw new UsageError(`--${name} is missing`);
  return value;
}

/** The user-data folder that a command is given, else this person's own. */
export const userDataOf = (given: Given, desk: Pick<Desk, 'userData'>): string =>
  resolve(given.text('user-data') ?? desk.userData);

/** The help of `--user-data`. */
export const userDataHelp: HelpLine = [
  '--user-data DIR',
  'the folder of Copydesk’s own data, where the recovery journals are (that of this user)',
];

/** A moment in a line of output, `2026-05-04 06:30`, in UTC. */
export const timeText = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ');
