import { strict } from './strict.ts';

const switches = new Map<string, string>();
const plain: string[] = [];

/** Takes one argument of the process as Chromium would. */
export function takeArgument(argument: string): void {
  const parts = /^--([^=]+)(?:=(.*))?$/s.exec(argument);
  if (parts?.[1] === undefined) plain.push(argument);
  else switches.set(parts[1].toLowerCase(), parts[2] ?? '');
}

/** app.commandLine. */
export const commandLine = strict('app.commandLine', {
  hasSwitch: (name: string): boolean => switches.has(name.toLowerCase()),
  getSwitchValue: (name: string): string => switches.get(name.toLowerCase()) ?? '',
  appendSwitch: (name: string, value = ''): void => void switches.set(name.toLowerCase(), value),
  appendArgument: (argument: string): void => void plain.push(argument),
  removeSwitch: (name: string): void => void switches.delete(name.toLowerCase()),
});
