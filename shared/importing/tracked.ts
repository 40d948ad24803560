/** How a document's tracked changes come in: all of them accepted, or none, so that it reads as it was before them. */
export type Tracked = 'accept' | 'reject';

/** Both ways, as the command line names them. */
export const trackedWays: readonly Tracked[] = ['accept', 'reject'];

/** The tracked changes of a document; a passage that runs on over several runs or paragraphs counts once. */
export interface TrackedChanges {
  readonly insertions: number;
  readonly deletions: number;
  /** Passages that were moved; nothing of them is lost either way. */
  readonly moves: number;
  /** Who made them, each once; without those who are not named. */
  readonly authors: readonly string[];
}

const several = (count: number, word: string): string => `${String(count)} ${word}${count === 1 ? '' : 's'}`;

/** The changes of several documents, as if they were one. */
export const sumOfChanges = (all: readonly TrackedChanges[]): TrackedChanges => {
  const sum = (name: 'insertions' | 'deletions' | 'moves'): number =>
    all.reduce((total, changes) => total + changes[name], 0);
  return {
    insertions: sum('insertions'),
    deletions: sum('deletions'),
    moves: sum('moves'),
    authors: [...new Set(all.flatMap(({ authors }) => authors))],
  };
};

/** The changes in words: "3 tracked changes (2 insertions, 1 deletion) by 2 people". */
export function changesText({ insertions, deletions, moves, authors }: TrackedChanges): string {
  const kinds = [
    [insertions, 'insertion'],
    [deletions, 'deletion'],
    [moves, 'move'],
  ] as const;
  const each = kinds.filter(([count]) => count > 0).map(([count, word]) => several(count, word));
  const people =
    authors.length === 0
      ? ''
      : ` by ${authors.length === 1 ? '1 person' : `${String(authors.length)} people`}`;
  return `${several(insertions + deletions + moves, 'tracked change')} (${each.join(', ')})${people}`;
}
