import type { QueueState } from './saveQueue.ts';

/** A time of day as the status line writes it: 14:02:07. */
export const clockTime = (time: number): string =>
  new Date(time).toLocaleTimeString('en-GB', { hour12: false });

/** How long a save may take before the status line mentions it, in milliseconds. */
export const savingShownAfter = 300;

/** The status line's words for a save state; `slow` once a save takes longer than `savingShownAfter`. */
export function saveText(state: QueueState, slow: boolean): string {
  if (state.kind === 'failed') return `Not saved: ${state.message}`;
  if (state.kind === 'saved') return state.at === null ? 'Saved' : `Saved ${clockTime(state.at)}`;
  return state.kind === 'saving' && slow ? 'Saving…' : 'Edited';
}
