import type { Article } from '../article/article.ts';

/** Something an article has that a format cannot carry, in words for the person who exports. */
export interface Loss {
  /** What is lost, as an editor would say it: "Subscript", "Embargo", "Fact box". */
  readonly what: string;
  /** What the export has instead: "is written as plain text". */
  readonly instead: string;
  /** How many times it occurs in this article. */
  readonly count: number;
}

/** A kind of file that an article can leave as. `render` is pure: the same article gives the same bytes (UTF-8, LF, no BOM). */
export interface Format {
  readonly id: string;
  readonly label: string;
  /** Without the dot. */
  readonly extension: string;
  readonly render: (article: Article) => string;
  readonly losses: (article: Article) => readonly Loss[];
}
