import { createJournal, type Journal } from './journal.ts';
import { tidyJournal } from './journalTidy.ts';
import type { Ports } from './ports.ts';

/** Gives the journal of a library by its identity, the same one at each call; it is tidied once in a run. */
export function journalKeeper(ports: Ports, userData: string): (library: string) => Journal {
  const journals = new Map<string, Journal>();
  return (library) => {
    const known = journals.get(library);
    if (known !== undefined) return known;
    const journal = createJournal(ports, userData, library);
    journals.set(library, journal);
    void tidyJournal(ports, userData, library);
    return journal;
  };
}
