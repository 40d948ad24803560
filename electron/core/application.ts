import type { Flushes } from './closing.ts';
import type { CurrentLibrary } from './currentLibrary.ts';
import type { Desktop } from './desktop.ts';
import type { ImportRoad } from './importing/importRoad.ts';
import type { Journal } from './journal.ts';
import type { LibraryIndex } from './libraryIndex/libraryIndex.ts';
import type { OpenWindows } from './openWindows.ts';
import type { PageThemes } from './pageThemes.ts';
import type { Ports } from './ports.ts';
import type { Previews } from './previews.ts';
import type { Sessions } from './sessions.ts';
import type { SettingsStore } from './settingsStore.ts';
import type { TakenDrafts } from './takenDrafts.ts';

/** Everything that the handlers work with: one running Copydesk. */
export interface Application {
  readonly ports: Ports;
  readonly desktop: Desktop;
  readonly settings: SettingsStore;
  readonly library: CurrentLibrary;
  /** The recovery journal of a library, by its identity. */
  readonly journalOf: (library: string) => Journal;
  readonly sessions: Sessions;
  readonly drafts: TakenDrafts;
  readonly windows: OpenWindows;
  readonly flushes: Flushes;
  readonly previews: Previews;
  readonly themes: PageThemes;
  /** The index of the library, in a worker. */
  readonly index: LibraryIndex;
  /** Reads foreign files, in a worker. */
  readonly road: ImportRoad;
  /** A window saved a copy of its article elsewhere, or gave it up. */
  readonly copySaved: (window: number, saved: boolean) => void;
  /** Where the last dialog of this run ended: the next one starts there. */
  /** The paths of what this run exported. */
  readonly exported: Set<string>;
  readonly folder: { readonly get: () => string; readonly set: (path: string) => void };
}

/** Who calls. */
export interface Context {
  /** The id of the window. */
  readonly window: number;
}
