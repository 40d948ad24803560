import { join } from 'node:path';
import { articleToJson, idPattern, type Article } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import { atomicWrite, writeWhole } from './atomicWrite.ts';
import { momentInName } from './fileNames.ts';
import { encodeRecord, newestOf, scanJournal, type DraftMark, type FoundRecord } from './journalRecord.ts';
import type { OpenFile, Ports } from './ports.ts';
import { createQueue } from './queue.ts';
import { hashOf } from './serialise.ts';
import { codeOf, systemError } from './systemError.ts';

/** The journal of one article as it lies on the disk. */
export interface JournalFile {
  readonly id: string;
  /** The newest whole record of each session. */
  readonly records: readonly FoundRecord[];
  /** Where the damaged file is kept, if it was damaged; its whole records count all the same. */
  readonly quarantined: string | null;
}

/** What lies in a journal folder. */
export interface JournalReading {
  readonly files: readonly JournalFile[];
  /** Journals that could not be read or put aside: they are left where they are. */
  readonly problems: readonly CopydeskError[];
}

/** The recovery journal: every draft that is not saved yet, outside the library, on this computer's own disk. */
export interface Journal {
  /**
   * Resolves when the whole draft is on the disk; an edit that is journalled already costs nothing. Throws `disk-full`,
   * `not-permitted` or `write-failed`: then the window alone holds what was typed, and the next call tries anew.
   */
  readonly append: (draft: Article, mark: DraftMark & { readonly base: string | null }) => Promise<void>;
  /** Forgets a session's drafts up to an edit: only after the durable save that covers it. Later ones stay. */
  readonly cut: (id: string, mark: DraftMark) => Promise<void>;
  /** Reads every journal, puts damaged ones aside, and forgets nothing. Never throws. */
  readonly readAll: () => Promise<JournalReading>;
  /** Moves a session's drafts to the discarded ones, kept for 90 days: after the person chose. */
  readonly discard: (id: string, session: string) => Promise<void>;
}

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

// A record that the disk took in part is of no use, and holds the very space that the save may need.
async function giveBack(file: OpenFile, before: number, length: number): Promise<void> {
  if ((await file.size()) < before + length) await file.cutTo(before);
}

/** The journal of a library, `<userData>/journal/<library>/<article>.journal`. */
export function createJournal(ports: Ports, userData: string, library: string): Journal {
  const { files, clock } = ports;
  const folders = journalFolders(userData, library);
  const queue = createQueue();
  /** By article: its file must be written anew, for what was added last is torn or perhaps not on the disk. */
  const broken = new Set<string>();
  /** By article and session: the last edit that is journalled. */
  const journalled = new Map<string, number>();
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
    if (records.length > 0) await atomicWrite(ports, pathOf(id), Buffer.concat(records), { owner, mode });
    else {
      await files.remove(pathOf(id));
      await files.syncFolder(folders.own);
    }
    broken.delete(id);
  }

  async function add(id: string, record: Uint8Array, { session, edit }: DraftMark): Promise<void> {
    const path = pathOf(id);
    const stat = await files.stat(path);
    if (broken.has(id) || (stat?.size ?? 0) > roomy) {
      const found = await look(id);
      if (found?.damaged === true && !broken.has(id)) await keep(folders.quarantine, id, found.bytes);
      // What the record takes the place of stays until the new file does, but is not written a second time.
      const others = (found?.records ?? []).filter((one) => one.session !== session || one.edit > edit);
      await replace(id, [...newestOf(others).map(({ bytes }) => bytes), record]);
      return;
    }
    const file = await files.append(path, mode);
    try {
      const before = await file.size();
      await writeWhole(file, record, before).catch(async (error: unknown) => {
        await giveBack(file, before, record.length).catch(() => undefined);
        throw error;
      });
    } finally {
      await file.close();
    }
    if (stat === null) await files.syncFolder(folders.own);
  }

  async function forget(id: string, isCovered: (record: FoundRecord) => boolean): Promise<void> {
    const found = await look(id);
    if (found === null || (found.records.length > 0 && !found.records.some(isCovered))) return;
    if (found.damaged && !broken.has(id)) await keep(folders.quarantine, id, found.bytes);
    const stay = found.records.filter((record) => !isCovered(record));
    await replace(
      id,
      stay.map(({ bytes }) => bytes),
    );
  }

  async function putAside(id: string, bytes: Uint8Array, records: readonly FoundRecord[]): Promise<string> {
    const quarantined = await keep(folders.quarantine, id, bytes);
    await replace(
      id,
      records.map((record) => record.bytes),
    );
    return quarantined;
  }

  return {
    append: (draft, { session, edit, base }) =>
      queue(draft.id, async () => {
        const key = `${draft.id} ${session}`;
        if ((journalled.get(key) ?? -1) >= edit) return;
        pathOf(draft.id);
        const at = clock.now();
        const record = encodeRecord({ session, edit, library, base, at, draft: articleToJson(draft) });
        try {
          if (!made) await makeFolder(folders.own);
          made = true;
          await add(draft.id, record, { session, edit });
        } catch (error) {
          broken.add(draft.id);
          made = false;
          const safe = 'It is safe in this window only, until it is saved. Go on typing.';
          throw systemError(error, 'added to the recovery journal', 'What you typed last', safe);
        }
        journalled.set(key, edit);
      }),
    cut: (id, mark) =>
      queue(id, () =>
        forget(id, ({ session, edit }) => session === mark.session && edit <= mark.edit).catch(
          (error: unknown) => {
            throw systemError(error, 'cut', pathOf(id), 'The article is saved.');
          },
        ),
      ),
    discard: (id, session) =>
      queue(id, async () => {
        try {
          const records = (await look(id))?.records.filter((record) => record.session === session) ?? [];
          if (records.length === 0) return;
          await keep(folders.discarded, id, Buffer.concat(records.map(({ bytes }) => bytes)));
          await forget(id, (record) => record.session === session);
        } catch (error) {
          throw systemError(error, 'put aside', pathOf(id), 'The recovered text is still there.');
        }
      }),
    readAll: async () => {
      const found: JournalFile[] = [];
      const problems: CopydeskError[] = [];
      const tell = (error: unknown, path: string): null => {
        problems.push(systemError(error, 'read', path, 'It was left as it is.'));
        return null;
      };
      const names = await files.list(folders.own).catch((error: unknown): readonly string[] => {
        if (codeOf(error) !== 'ENOENT') tell(error, folders.own);
        return [];
      });
      for (const name of names.filter((one) => one.endsWith(journalExtension))) {
        const id = name.slice(0, -journalExtension.length);
        if (!idPattern.test(id)) continue;
        await queue(id, async () => {
          const read = await look(id).catch((error: unknown) => tell(error, pathOf(id)));
          if (read === null) return;
          const { bytes, records, damaged } = read;
          // A disk that is full now keeps nobody from what was typed then.
          const aside = damaged
            ? await putAside(id, bytes, records).catch((error: unknown) => tell(error, pathOf(id)))
            : null;
          found.push({ id, records: newestOf(records), quarantined: aside });
        });
      }
      return { files: found, problems };
    },
  };
}
