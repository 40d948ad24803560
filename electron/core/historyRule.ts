import { newestFirst, type Reason, type Version } from './versionName.ts';

const minute = 60 * 1000;
const hour = 60 * minute;
const day = 24 * hour;

/** Why a save happens. All but `autosave` are a person's doing. */
export type SaveReason = 'autosave' | 'manual' | 'import' | 'restore' | 'conflict' | 'recovered';

/**
 * Why the state that was just saved is to be kept as a version, null if it need not be: at every save that a person asked
 * for, at every change of status, and once in five minutes of editing. `since` is the time since the last version of this
 * run, or since its first save, by a clock that does not jump.
 */
export function due(save: {
  readonly reason: SaveReason;
  readonly statusChanged: boolean;
  readonly since: number;
}): Reason | null {
  if (save.statusChanged && (save.reason === 'manual' || save.reason === 'autosave')) return 'status';
  if (save.reason !== 'autosave') return save.reason;
  return save.since >= 5 * minute ? 'autosave' : null;
}

/** Saves after which one must be able to go back: they are refused when what they replace cannot be kept. */
export const replacesWhole = (reason: SaveReason): boolean =>
  reason === 'restore' || reason === 'conflict' || reason === 'recovered' || reason === 'import';

/** Nobody asked for such a version: it may be thinned. */
export const isUnasked = ({ reason }: Pick<Version, 'reason'>): boolean =>
  reason === 'autosave' || reason === 'before';

const always = 50;
const kept = 90 * day;

/**
 * The versions that a history may lose. A version goes only if at least 50 others have a higher rev, at least 50 others
 * a later time, and
 * - it is more than 90 days old; or
 * - nobody asked for it (`autosave`, `before`), it is more than a day old, and not the last of its hour; or
 * - nobody asked for it, it is more than a week old, and not the last of its day.
 *
 * No clock is believed: a version's age is the time that the versions after it (by rev) show to have passed, and between
 * two neighbours at most one day counts, and nothing if the clock ran back or leapt by more than a month.
 */
export function spentVersions(versions: readonly Version[]): readonly Version[] {
  const ordered = versions.toSorted(newestFirst);
  const latest = new Set(versions.toSorted((a, b) => b.at - a.at).slice(0, always));
  const spent: Version[] = [];
  const taken = new Set<string>();
  let age = 0;
  for (const [index, version] of ordered.entries()) {
    const newer = ordered[index - 1];
    if (newer !== undefined) age += shownToPass(version, newer);
    // The newest of an hour or day comes first, and stands for it.
    const hours = `${Math.floor(version.at / hour)}h`;
    const days = `${Math.floor(version.at / day)}d`;
    const crowded =
      isUnasked(version) && ((age > day && taken.has(hours)) || (age > 7 * day && taken.has(days)));
    if (index >= always && !latest.has(version) && (age > kept || crowded)) spent.push(version);
    taken.add(hours).add(days);
  }
  return spent;
}

function shownToPass(older: Version, newer: Version): number {
  const gap = newer.at - older.at;
  return gap <= 0 || gap > 31 * day ? 0 : Math.min(gap, day);
}
