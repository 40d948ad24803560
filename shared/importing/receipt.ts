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
}

/** What an import did: every decision, and the words before and after. */
export interface Receipt {
  readonly source: string;
  readonly decisions: readonly Decision[];
  readonly wordsBefore: number;
  readonly wordsAfter: number;
}
