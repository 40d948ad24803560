import type { Counts } from './counts.ts';

/** What a removed text does not say by its words: where a link of it leads, or which picture stood there. */
export interface Address {
  readonly kind: 'link' | 'picture';
  /** The words of the link, or what is said of the picture to those who do not see it; '' if there are none. */
  readonly text: string;
  /** '' for a picture that lay in the source itself. */
  readonly address: string;
}

/** One decision an importer made, in words for the person who imported. */
export interface Decision {
  /** `lifted` into a field, `typed` as a block, `removed`, or `doubted` (kept as it was, worth a look). */
  readonly kind: 'lifted' | 'typed' | 'removed' | 'doubted';
  /** What was decided: "Dateline", "Read Also", "Comment form"; for a doubt, the whole remark. */
  readonly what: string;
  /** The text concerned, as it stood in the source; '' where a remark concerns none. */
  readonly text: string;
  /** 1-based line of the source, where it has lines. */
  readonly line?: number;
  /** The class of web furniture that was removed: `comment-form`, `share-bar`, … */
  readonly class?: string;
  /** Where it would be put back: before which block of the article, counted from 0; without it, at the end. */
  readonly at?: number;
  /** The links and pictures of what was removed, in their order. */
  readonly addresses?: readonly Address[];
}

/** What an import did: every decision, and the words before and after. */
export interface Receipt {
  readonly source: string;
  readonly decisions: readonly Decision[];
  readonly wordsBefore: number;
  readonly wordsAfter: number;
  /** What was counted in the source and in the article. */
  readonly counts?: { readonly before: Counts; readonly after: Counts };
  /** The whole source as plain text: the way back to everything that it said. */
  readonly plain?: string;
}

/** Whether a receipt tells of anything: an import that changed nothing and doubts nothing stays silent. */
export const tells = ({ decisions, counts }: Receipt): boolean =>
  decisions.length > 0 ||
  (counts !== undefined &&
    (['words', 'digits', 'quotes', 'listItems', 'links', 'footnotes', 'images'] as const).some(
      (name) => counts.after[name] < counts.before[name],
    ));
