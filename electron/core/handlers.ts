import type { Handlers } from '../../shared/ipc/link.ts';
import type { Application, Context } from './application.ts';
import { articleHandlers } from './articleHandlers.ts';
import { batchHandlers } from './batch/batchHandlers.ts';
import { fileHandlers } from './fileHandlers.ts';
import { historyHandlers } from './historyHandlers.ts';
import { importHandlers } from './importing/importHandlers.ts';
import { leavingHandlers } from './leavingHandlers.ts';
import { libraryHandlers } from './libraryHandlers.ts';
import { recoveryHandlers } from './recoveryHandlers.ts';
import { windowHandlers } from './windowHandlers.ts';

/** One function for every call of the contract. */
export const createHandlers = (application: Application): Handlers<Context> => ({
  ...windowHandlers(application),
  ...libraryHandlers(application),
  ...articleHandlers(application),
  ...historyHandlers(application),
  ...recoveryHandlers(application),
  ...fileHandlers(application),
  ...importHandlers(application),
  ...leavingHandlers(application),
  ...batchHandlers(application),
});
