import { articleExtension, momentInName, timeInName } from './fileNames.ts';

/** Why a version was kept. `before`: a save was about to replace it, and nobody else had it. `other`: a later Copydesk's. */
export const reasons = [
  'manual',
  'export',
  'import',
  'restore',
  'status',
  'autosave',
  'conflict',
  'recovered',
  'before',
  'other',
] as const;
export type Reason = (typeof reasons)[number];

/** One version of an article in its history, as its file's name tells it. */
export interface Version {
  /** The file in the article's history folder. */
  readonly name: string;
  readonly rev: number;
  /** When it was kept, in milliseconds since 1970, as the computer believed: to be shown, never to be trusted. */
  readonly at: number;
  readonly reason: Reason;
}

const pattern = /^(\d{1,15})-\d{8}T\d{9}Z(?:-[0-9a-f]{6})?-([a-z]{1,20})\.copydesk$/;

/**
 * The name of a version's file, `<rev>-<utc>-<mark>-<reason>.copydesk`. The mark, 6 random hex digits, keeps two computers
 * on one shared folder from giving two versions one name.
 */
export const versionName = (rev: number, at: number, mark: string, reason: Reason): string =>
  `${String(rev).padStart(6, '0')}-${momentInName(at)}-${mark}-${reason}${articleExtension}`;

/** Reads the name of a version's file; null for any other name. */
export function parseVersionName(name: string): Version | null {
  const [, rev, given] = pattern.exec(name) ?? [];
  const at = timeInName(name);
  if (rev === undefined || at === null) return null;
  return { name, rev: Number(rev), at, reason: reasons.find((one) => one === given) ?? 'other' };
}

/** Newest first: by rev, and by time only where revs are equal. */
export const newestFirst = (a: Version, b: Version): number =>
  b.rev - a.rev || b.at - a.at || (a.name < b.name ? 1 : -1);
