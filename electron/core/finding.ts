/** Where a sound version of something damaged is. */
export interface GoodVersion {
  readonly where: 'history' | 'journal' | 'copy' | 'trash' | 'picture';
  /** Its path: in the library, or of the journal. */
  readonly path: string;
  /** When it was written, in milliseconds since 1970; null for a picture. */
  readonly at: number | null;
  /** Its words; null for a picture. */
  readonly words: number | null;
}

/** Something that a check of a library has to tell. */
export interface Finding {
  /** The path in the library, parted by “/”. */
  readonly file: string;
  /** What it is, in a word for programs: `damaged`, `missing`, `newer`, `conflict`, `duplicate`, `temporary`, `gone` … */
  readonly kind: string;
  readonly message: string;
  /** Whether something is damaged or lost here; anything else is worth knowing only. */
  readonly damage: boolean;
  /** Where it is whole, newest first; empty where no such place is known. */
  readonly good: readonly GoodVersion[];
}

/** The newest first, pictures last. */
export const newestGood = (good: readonly GoodVersion[]): readonly GoodVersion[] =>
  good.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
