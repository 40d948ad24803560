import { articleToJson, idPattern, type Article } from '../../shared/article/article.ts';
import type { CopydeskError } from '../../shared/error.ts';
import { createJournalFiles, journalExtension, journalFolders } from './journalFiles.ts';
import { encodeRecord, newestOf, type DraftMark, type FoundRecord } from './journalRecord.ts';
import type { Ports } from './ports.ts';
import { createQueue } from './queue.ts';
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

/** The journal of a library, `<userData>/journal/<library>/<article>.journal`. */
export function createJournal(ports: Ports, userData: string, library: string): Journal {
  const { files, clock } = ports;
  const folders = journalFolders(userData, library);
  const own = createJournalFiles(ports, userData, library);
  const queue = createQueue();
  /** By article and session: the last edit that is journalled. */
  const journalled = new Map<string, number>();

  return {
    append: (draft, { session, edit, base }) =>
      queue(draft.id, async () => {
        const key = `${draft.id} ${session}`;
        if ((journalled.get(key) ?? -1) >= edit) return;
        own.pathOf(draft.id);
        const at = clock.now();
        const record = encodeRecord({ session, edit, library, base, at, draft: articleToJson(draft) });
        try {
          await own.add(draft.id, record, { session, edit });
        } catch (error) {
          own.doubt(draft.id);
          const safe = 'It is safe in this window only, until it is saved. Go on typing.';
          throw systemError(error, 'added to the recovery journal', 'What you typed last', safe);
        }
        journalled.set(key, edit);
      }),
    cut: (id, mark) =>
      queue(id, () =>
        own.cut(id, mark).catch((error: unknown) => {
          throw systemError(error, 'cut', own.pathOf(id), 'The article is saved.');
        }),
      ),
    discard: (id, session) =>
      queue(id, async () => {
        try {
          const records = (await own.look(id))?.records.filter((record) => record.session === session) ?? [];
          if (records.length === 0) return;
          await own.keep(folders.discarded, id, Buffer.concat(records.map(({ bytes }) => bytes)));
          await own.forget(id, session);
        } catch (error) {
          throw systemError(error, 'put aside', own.pathOf(id), 'The recovered text is still there.');
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
          const read = await own.look(id).catch((error: unknown) => tell(error, own.pathOf(id)));
          if (read === null) return;
          const { bytes, records, damaged } = read;
          // Everything in it is saved. What cannot be removed now is at the next start.
          if (bytes.length === 0) return own.tidy(id).catch(() => undefined);
          // A disk that is full now keeps nobody from what was typed then.
          const aside = damaged
            ? await own.putAside(id, bytes, records).catch((error: unknown) => tell(error, own.pathOf(id)))
            : null;
          found.push({ id, records: newestOf(records), quarantined: aside });
        });
      }
      return { files: found, problems };
    },
  };
}
