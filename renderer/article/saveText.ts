import type { QueueState } from './saveQueue.ts';

/** A time of day as the status line writes it: 14:02:07. */
export const clockTime = (time: number): string =>
  new Date(time).toLocaleTimeString('en-GB', { hour12: false });

/** When something was saved: "14:02:07", or "14 Nov, 14:02" if that was not today. */
export function savedTime(time: number, now: number): string {
  const date = new Date(time);
  if (date.toDateString() === new Date(now).toDateString()) return clockTime(time);
  const day = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
  return `${day}, ${clockTime(time).slice(0, 5)}`;
}

/** How long a save may take before the status line mentions it, in milliseconds. */
export const savingShownAfter = 300;

/** The status line's words for a save state; `slow` once a save takes longer than `savingShownAfter`. */
export function saveText(state: QueueState, slow: boolean, now: number): string {
  if (state.kind === 'failed') return `Not saved: ${state.message}`;
  if (state.kind === 'saved') return state.at === null ? 'Saved' : `Saved ${savedTime(state.at, now)}`;
  return state.kind === 'saving' && slow ? 'Saving…' : 'Edited';
}
