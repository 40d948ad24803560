import type { Presence } from './presence.ts';

/** What finds articles without reading the whole library; the files themselves decide whether it was right. */
export interface Finder {
  /** The files that it believes to hold this article. */
  readonly filesOf: (id: string) => readonly string[];
  /** The files of every article that more than one file holds, grouped. */
  readonly doubles: () => readonly (readonly string[])[];
  /** Whether it knows of any article. */
  readonly any: () => boolean;
  /** Has it know everything that is in the folder now; rejects when the library, or what it knows, cannot be used. */
  readonly lookAtAll: () => Promise<void>;
  readonly presence: Omit<Presence, 'see'>;
}
