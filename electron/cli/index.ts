import { checkLibraryCommand } from './checkLibrary.ts';
import type { Command } from './command.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { listCommand } from './list.ts';
import { recoverCommand } from './recover.ts';
import { searchCommand } from './search.ts';

/** Every command of `desk`, in the order of its help. */
export const commands: readonly Command[] = [
  exportCommand,
  importCommand,
  listCommand,
  searchCommand,
  checkLibraryCommand,
  recoverCommand,
];
