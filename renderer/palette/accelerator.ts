import type { Command } from '../../shared/commands.ts';

const macKeys: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Cmd: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Up: '↑',
  Down: '↓',
  Backspace: '⌫',
};
const otherKeys: Readonly<Record<string, string>> = { CmdOrCtrl: 'Ctrl', Up: '↑', Down: '↓' };
const macOrder = ['⌃', '⌥', '⇧', '⌘'];

/** An accelerator (`CmdOrCtrl+Shift+P`) as the system writes it: `⇧⌘P` on a Mac, else `Ctrl+Shift+P`. */
export function acceleratorText(accelerator: string, mac: boolean): string {
  const keys = accelerator.split('+');
  if (!mac) return keys.map((key) => otherKeys[key] ?? key).join('+');
  const signs = keys.map((key) => macKeys[key] ?? key);
  const held = signs.slice(0, -1).toSorted((a, b) => macOrder.indexOf(a) - macOrder.indexOf(b));
  return [...held, ...signs.slice(-1)].join('');
}

/** A command's accelerator on this system; undefined if it has none. */
export function shortcutOf(command: Command | undefined): string | undefined {
  const mac = /mac/i.test(navigator.platform);
  const accelerator = mac ? (command?.mac ?? command?.accelerator) : command?.accelerator;
  return accelerator === undefined ? undefined : acceleratorText(accelerator, mac);
}
