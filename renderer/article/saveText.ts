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

/** How long a save may take before the status line warns, in milliseconds: it may be tried for long. */
export const savingWarnedAfter = 1000;

/** How far a save that runs has come: not worth a word, worth one, or a warning. */
export type Pace = 'quick' | 'slow' | 'stuck';

const kept = 'Your words are kept in the recovery journal on this computer.';

/** Where typed words are safe while they are not saved: `unjournalled` says why the journal cannot take them. */
export const safeText = (unjournalled: string | null): string =>
  unjournalled === null ? kept : 'Your words are in this window only.';

/** The status line's words for a save state; a failure says what is safe, and its reason stands above the sheet. */
export function saveText(state: QueueState, pace: Pace, now: number, unjournalled: string | null): string {
  if (state.kind === 'failed' && state.code === 'conflict')
    return 'Changed elsewhere. Your version is kept beside it.';
  if (state.kind === 'failed') return `Not saved. ${safeText(unjournalled)}`;
  if (state.kind === 'saved') return state.at === null ? 'Saved' : `Saved ${savedTime(state.at, now)}`;
  if (state.kind === 'edited' || pace === 'quick') return 'Edited';
  return pace === 'slow' ? 'Saving…' : `Not saved yet. ${safeText(unjournalled)}`;
}
