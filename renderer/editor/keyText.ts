import { commands, type CommandId } from '../../shared/commands.ts';
import { acceleratorText } from '../palette/accelerator.ts';

const isMac = /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** A command's label and its keys as the system writes them. */
export function commandText(id: CommandId): { readonly label: string; readonly shortcut?: string } {
  const command = commands.find((one) => one.id === id);
  const keys = isMac ? (command?.mac ?? command?.accelerator) : command?.accelerator;
  const label = command?.label ?? id;
  return keys === undefined ? { label } : { label, shortcut: acceleratorText(keys, isMac) };
}
