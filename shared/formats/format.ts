import type { Article } from '../article/article.ts';
import type { Theme } from './theme.ts';

export type { Theme } from './theme.ts';

/** Something an article has that a format cannot carry, in words for the person who exports. */
export interface Loss {
  /** What is lost, as an editor would say it: "Subscript", "Embargo", "Fact box". */
  readonly what: string;
  /** What the export has instead: "is written as plain text". */
  readonly instead: string;
  /** How many times it occurs in this article. */
  readonly count: number;
}

/** What a rendering needs beside the article. Preview and export give the same settings, so they get the same bytes. */
export interface RenderSettings {
  readonly theme: Theme;
}

/**
 * A kind of file that an article can leave as. `render` is pure: the same article and settings give the same bytes
 * (UTF-8, LF, NFC, no BOM).
 */
export interface Format {
  readonly id: string;
  readonly label: string;
  /** The family under which it is offered, with its other profiles: "HTML", "Markdown", "Plain text". */
  readonly family: string;
  /** Without the dot. */
  readonly extension: string;
  readonly render: (article: Article, settings: RenderSettings) => string;
  readonly losses: (article: Article) => readonly Loss[];
  /** What must stand before the name of the file: Jekyll's posts begin with their date. */
  readonly namePrefix?: (article: Article) => string;
}
