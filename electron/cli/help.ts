import type { Command, Desk } from './command.ts';

const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, meaning]) => `  ${name.padEnd(width)}  ${meaning}`).join('\n');
};

/** The help of all of `desk`. */
export const overview = (commands: readonly Command[]): string => `Usage: desk COMMAND [ARGUMENTS]

Copydesk on the command line: the same articles, formats and library as in the window.

${columns([
  ...commands.map(({ name, summary }) => [name, summary] as const),
  ['help [COMMAND]', 'Show this help, or that of a command'],
  ['--version', 'Show the version'],
])}

Results go to standard output, everything else to standard error.
Exit code: 0 all done, 1 something failed, 2 called wrongly.`;

/** The help of one command. */
export const helpOf = (
  { name, usage, summary, help }: Command,
  desk: Desk,
): string => `Usage: desk ${name} ${usage}

${summary}.

${columns(help(desk))}`;
