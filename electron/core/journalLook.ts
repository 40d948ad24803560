import { join } from 'node:path';
import { idPattern } from '../../shared/article/article.ts';
import type { CopydeskError } from '../../shared/error.ts';
import { journalExtension, journalFolders, journalLimit } from './journalFiles.ts';
import { newestOf, scanJournal, type FoundRecord } from './journalRecord.ts';
import type { Ports } from './ports.ts';
import { mapSideBySide } from './queue.ts';
import { codeOf, systemError } from './systemError.ts';

/** A journal that was looked at and left as it is. */
export interface LookedJournal {
  /** The article's id. */
  readonly id: string;
  /** The newest whole record of each session. */
  readonly records: readonly FoundRecord[];
  readonly path: string;
  /** There are bytes in it that are no whole record. */
  readonly damaged: boolean;
}

/** What a look at journals found. */
export interface JournalLook {
  readonly journals: readonly LookedJournal[];
  /** What could not be read. */
  readonly problems: readonly CopydeskError[];
}

const tries = 3;
const pause = 150;

// A record that is being written while we look is torn for a moment only.
async function scan({ files, clock }: Ports, path: string): Promise<ReturnType<typeof scanJournal>> {
  for (let attempt = 1; ; attempt += 1) {
    const found = scanJournal(await files.read(path, journalLimit));
    if (!found.damaged || attempt === tries) return found;
    await clock.sleep(pause);
  }
}

async function lookInto(ports: Ports, folder: string, isJournal: (name: string) => string | null) {
  const journals: LookedJournal[] = [];
  const problems: CopydeskError[] = [];
  const tell = (error: unknown, path: string): void => {
    // What went between two looks is saved.
    if (codeOf(error) !== 'ENOENT') problems.push(systemError(error, 'read', path, 'It was left as it is.'));
  };
  let names: readonly string[] = [];
  try {
    names = await ports.files.list(folder);
  } catch (error) {
    tell(error, folder);
  }
  for (const name of names) {
    const id = isJournal(name);
    if (id === null) continue;
    const path = join(folder, name);
    try {
      const { records, damaged } = await scan(ports, path);
      journals.push({ id, records: newestOf(records), path, damaged });
    } catch (error) {
      tell(error, path);
    }
  }
  return { journals, problems };
}

const stemOf = (name: string): string | null =>
  name.endsWith(journalExtension) ? name.slice(0, -journalExtension.length) : null;
const ownName = (name: string): string | null => {
  const id = stemOf(name);
  return id !== null && idPattern.test(id) ? id : null;
};
// `<moment>-<id>.journal`
const asideName = (name: string): string | null => ownName(name.slice(name.indexOf('-') + 1));

/** The journals of one library, by its identity; reads only, also while Copydesk writes them. Never throws. */
export const lookAtJournal = (ports: Ports, userData: string, library: string): Promise<JournalLook> =>
  lookInto(ports, journalFolders(userData, library).own, ownName);

/** The journals that a person discarded or that were put aside as damaged, of all libraries. Never throws. */
export async function lookPutAside(ports: Ports, userData: string): Promise<JournalLook> {
  const { discarded, quarantine } = journalFolders(userData, '');
  return together([
    await lookInto(ports, discarded, asideName),
    await lookInto(ports, quarantine, asideName),
  ]);
}

/** The journals of every library on this computer; reads only. Never throws. */
export async function lookAtAllJournals(ports: Ports, userData: string): Promise<JournalLook> {
  const names = await ports.files.list(join(userData, 'journal')).catch(() => []);
  return together(
    await mapSideBySide(
      names.filter((name) => idPattern.test(name)),
      1,
      (name) => lookAtJournal(ports, userData, name),
    ),
  );
}

const together = (looks: readonly JournalLook[]): JournalLook => ({
  journals: looks.flatMap(({ journals }) => journals),
  problems: looks.flatMap(({ problems }) => problems),
});
