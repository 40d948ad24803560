import type { Problem } from '../../shared/ipc/contract.ts';
import { createStore, type WritableStore } from '../ui/store.ts';

/**
 * What the disk has that the sheet has not: the article's file is another version (`changed`), another version lies
 * beside it (`beside`), or no file has the article any more (`gone`).
 */
export type Other =
  | { readonly kind: 'gone'; readonly file: string }
  | {
      readonly kind: 'changed' | 'beside';
      readonly file: string;
      readonly hash: string;
      /** Who made the copy beside it: Copydesk, Syncthing, Dropbox, OneDrive. */
      readonly maker: string;
      /** Another window of this Copydesk wrote it. */
      readonly ours: boolean;
      readonly problem: Problem | null;
    };

/** The other version that concerns the article on the sheet, and those that the person wants to decide about later. */
export interface OtherState {
  readonly other: Other | null;
  readonly later: readonly string[];
}

/** The other version as a store. */
export type OtherStore = WritableStore<OtherState>;

/** Nothing lies beside the sheet yet. */
export const createOtherStore = (): OtherStore => createStore<OtherState>({ other: null, later: [] });

/** What tells two other versions apart. */
export const keyOf = (other: Other): string =>
  other.kind === 'gone' ? `gone ${other.file}` : `${other.kind} ${other.file} ${other.hash}`;

/** The other version in one sentence. */
export function otherTitle(other: Other): string {
  if (other.kind === 'gone') return `“${other.file}” is not in the library any more`;
  if (other.kind === 'changed')
    return other.ours
      ? 'This article was changed in another window'
      : 'This article was changed by another program';
  return other.maker === 'Copydesk'
    ? 'Another version of this article lies beside it'
    : `${other.maker} put another version of this article beside it`;
}
