import type { RecoveredDraft } from '../../shared/ipc/contract.ts';
import { createStore, type WritableStore } from '../ui/store.ts';

/** What the recovery journal holds beyond the library, as this window knows it. */
export interface Recovery {
  readonly waiting: readonly RecoveredDraft[];
  /** What cannot be recovered, and what is safe: told with the question, or above the sheet where there is none. */
  readonly notices: readonly string[];
  /** The question is on the screen. */
  readonly asked: boolean;
}

/** The recovered drafts as a store. */
export type RecoveryStore = WritableStore<Recovery>;

/** Nothing is recovered yet. */
export const createRecoveryStore = (): RecoveryStore =>
  createStore<Recovery>({ waiting: [], notices: [], asked: false });
