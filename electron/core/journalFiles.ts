import { join } from 'node:path';
import { idPattern } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import { atomicWrite, writeWhole } from './atomicWrite.ts';
import { momentInName } from './fileNames.ts';
import { newestOf, scanJournal, type DraftMark, type FoundRecord } from './journalRecord.ts';
import type { OpenFile, Ports } from './ports.ts';
import { hashOf } from './serialise.ts';
import { codeOf } from './systemError.ts';

/** Journals beyond this many bytes are not read. */
export const journalLimit = 512 * 1024 * 1024;
/** A journal that grew beyond this (nothing can be saved) keeps the newest draft of each session only. */
const roomy = 16 * 1024 * 1024;
/** The extension of a journal's file, with its dot. */
export const journalExtension = '.journal';
const owner = 'journal';
const mode = 0o600;

/** Where journals are in the user-data folder: one folder per library, one for the damaged, one for the discarded. */
export const journalFolders = (userData: string, library: string) => ({
  // A library's identity is read from a file: it is no path.
  own: join(userData, 'journal', idPattern.test(library) ? library : hashOf(library).slice(0, 32)),
  quarantine: join(userData, 'journal', 'quarantine'),
  discarded: join(userData, 'journal', 'discarded'),
});

/** The files of a library's journals, one per article; nobody else writes them. Errors are the system's. */
export interface JournalFiles {
  /** Throws `bad-input` for what is no article's id. */
  readonly pathOf: (id: string) => string;
  /** The journal as it lies on the disk; null if there is none. */
  readonly look: (
    id: string,
  ) => Promise<(ReturnType<typeof scanJournal> & { readonly bytes: Uint8Array }) | null>;
  /** Resolves when the record is on the disk, behind those that lie there. */
  readonly add: (id: string, record: Uint8Array, mark: DraftMark) => Promise<void>;
  /** The last record is perhaps not on the disk: the next one makes a new file. */
  readonly doubt: (id: string) => void;
  /** Forgets a session's records up to an edit. After a power cut they may be back: only for what is saved. */
  readonly cut: (id: string, mark: DraftMark) => Promise<void>;
  /** Forgets a session's records for good. */
  readonly forget: (id: string, session: string) => Promise<void>;
  /** Removes a journal that holds nothing; none is kept from coming back. */
  readonly tidy: (id: string) => Promise<void>;
  /** Keeps records in a folder beside, for a person to look at; answers where. */
  readonly keep: (folder: string, id: string, bytes: Uint8Array) => Promise<string>;
  /** Keeps a damaged journal aside and leaves its whole records; answers where. */
  readonly putAside: (id: string, bytes: Uint8Array, records: readonly FoundRecord[]) => Promise<string>;
}

/** What lies in a file: all of it was added by this process. */
interface Held {
  readonly size: number;
  readonly marks: readonly DraftMark[];
}

const empty: Held = { size: 0, marks: [] };

// A record that the disk took in part is of no use, and holds the very space that the save may need.
async function giveBack(file: OpenFile, before: number, length: number): Promise<void> {
  if ((await file.size()) < before + length) await file.cutTo(before);
}

/** The journals' files of a library, `<userData>/journal/<library>/<article>.journal`. */
export function createJournalFiles(ports: Ports, userData: string, library: string): JournalFiles {
  const { files, clock } = ports;
  const folders = journalFolders(userData, library);
  /** By article: its file must be written anew, for what was added last is torn or perhaps not on the disk. */
  const broken = new Set<string>();
  /** By article: what its file holds, where that is known without a look. */
  const held = new Map<string, Held>();
  /** The articles whose journal has its name on the disk. */
  const named = new Set<string>();
  let made = false;
  const pathOf = (id: string) => {
    if (!idPattern.test(id)) throw new CopydeskError('bad-input', `“${id}” is no article's id`);
    return join(folders.own, `${id}${journalExtension}`);
  };

  async function makeFolder(folder: string): Promise<void> {
    await files.makeFolder(folder);
    for (const above of [join(userData, 'journal'), userData]) await files.syncFolder(above);
  }

  async function look(id: string) {
    const bytes = await files.read(pathOf(id), journalLimit).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    });
    return bytes === null ? null : { bytes, ...scanJournal(bytes) };
  }

  async function keep(folder: string, id: string, bytes: Uint8Array): Promise<string> {
    await makeFolder(folder);
    let moment = clock.now();
    const path = () => join(folder, `${momentInName(moment)}-${id}${journalExtension}`);
    while ((await files.stat(path())) !== null) moment += 1;
    await atomicWrite(ports, path(), bytes, { owner, mode });
    return path();
  }

  async function replace(id: string, records: readonly Uint8Array[]): Promise<void> {
    held.delete(id);
    if (records.length > 0) await atomicWrite(ports, pathOf(id), Buffer.concat(records), { owner, mode });
    else {
      await files.remove(pathOf(id));
      await files.syncFolder(folders.own);
    }
    broken.delete(id);
  }

  async function append(id: string, record: Uint8Array, before: number): Promise<void> {
    const file = await files.append(pathOf(id), mode);
    try {
      await writeWhole(file, record, before).catch(async (error: unknown) => {
        await giveBack(file, before, record.length).catch(() => undefined);
        throw error;
      });
    } finally {
      await file.close();
    }
  }

  async function add(id: string, record: Uint8Array, mark: DraftMark): Promise<void> {
    if (!made) await makeFolder(folders.own);
    made = true;
    const stat = await files.stat(pathOf(id));
    const before = stat?.size ?? 0;
    if (broken.has(id) || before > roomy) {
      const found = await look(id);
      if (found?.damaged === true && !broken.has(id)) await keep(folders.quarantine, id, found.bytes);
      // What the record takes the place of stays until the new file does, but is not written a second time.
      const others = (found?.records ?? []).filter(
        (one) => one.session !== mark.session || one.edit > mark.edit,
      );
      await replace(id, [...newestOf(others).map(({ bytes }) => bytes), record]);
      return;
    }
    const known = before === 0 ? empty : held.get(id);
    held.delete(id);
    await append(id, record, before);
    if (stat === null || !named.has(id)) await files.syncFolder(folders.own);
    named.add(id);
    if (known?.size === before)
      held.set(id, {
        size: before + record.length,
        marks: [...known.marks, { session: mark.session, edit: mark.edit }],
      });
  }

  // Not synced: what a power cut brings back equals the saved file, and the next start recognises it. The file stays,
  // so that the next record has no name to sync.
  async function clear(id: string, size: number): Promise<boolean> {
    held.delete(id);
    const file = await files.append(pathOf(id), mode);
    try {
      if ((await file.size()) !== size) {
        // Another program was here: then the name is perhaps a new one.
        named.delete(id);
        return false;
      }
      await file.cutTo(0);
    } finally {
      await file.close();
    }
    held.set(id, empty);
    return true;
  }

  async function leave(id: string, goes: (record: DraftMark) => boolean, forGood: boolean): Promise<void> {
    const found = await look(id);
    // A journal that could not take what is saved since is removed for good, or an older draft might come back.
    if (found === null || (found.bytes.length === 0 && !broken.has(id))) return;
    if (found.records.length > 0 && !found.records.some(goes)) return;
    if (found.damaged && !broken.has(id)) await keep(folders.quarantine, id, found.bytes);
    const stay = newestOf(found.records.filter((record) => !goes(record)));
    if (
      stay.length === 0 &&
      !forGood &&
      !found.damaged &&
      !broken.has(id) &&
      (await clear(id, found.bytes.length))
    )
      return;
    await replace(
      id,
      stay.map(({ bytes }) => bytes),
    );
  }

  async function cut(id: string, mark: DraftMark): Promise<void> {
    const isCovered = ({ session, edit }: DraftMark) => session === mark.session && edit <= mark.edit;
    const known = broken.has(id) ? undefined : held.get(id);
    if (known?.size === 0) return;
    // What was typed since takes the place of what is saved: nothing is worth writing the file anew.
    if (known?.marks.some(({ session, edit }) => session === mark.session && edit > mark.edit) === true)
      return;
    if (known?.marks.every(isCovered) === true && (await clear(id, known.size))) return;
    await leave(id, isCovered, false);
  }

  return {
    pathOf,
    look,
    add,
    cut,
    keep,
    doubt: (id) => {
      broken.add(id);
      made = false;
    },
    forget: (id, session) => leave(id, (record) => record.session === session, true),
    tidy: async (id) => {
      named.delete(id);
      held.delete(id);
      await files.remove(pathOf(id));
    },
    putAside: async (id, bytes, records) => {
      const quarantined = await keep(folders.quarantine, id, bytes);
      await replace(
        id,
        records.map((record) => record.bytes),
      );
      return quarantined;
    },
  };
}
