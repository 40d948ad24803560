import { join } from 'node:path';
import type { Article } from '../../shared/article/article.ts';
import { z } from '../../shared/zod.ts';
import type { CopydeskError } from '../../shared/error.ts';
import type { OpenedArticle } from './articleStore.ts';
import { lookAtAllJournals, lookPutAside, type LookedJournal } from './journalLook.ts';
import { newestOf, type FoundRecord } from './journalRecord.ts';
import { openLibrary, type OpenLibrary } from './openLibrary.ts';
import type { Ports } from './ports.ts';
import { parseJson, type Problem } from './readArticle.ts';
import { beyondSaved, readDraft } from './recovery.ts';
import { systemError } from './systemError.ts';

/** A draft that a journal of this computer holds and no file of its library does, as far as the library is at hand. */
export interface LostDraft {
  readonly id: string;
  readonly session: string;
  readonly edit: number;
  /** When it was typed, in milliseconds since 1970. */
  readonly at: number;
  /** The identity of its library. */
  readonly library: string;
  readonly draft: Article;
  /** The library that it was compared with; null if that was not at hand. */
  readonly home: OpenLibrary | null;
  /** What the library has of this article; null if nothing can be read. */
  readonly saved: OpenedArticle | null;
  /** Why the library's file cannot be read. */
  readonly problem: Problem | null;
}

/** A record that is whole but that this Copydesk cannot read as a draft. */
export interface UnreadDraft {
  readonly id: string;
  readonly record: FoundRecord;
  readonly problem: Problem;
}

/** Everything that the journals of this computer have to give. */
export interface LostDrafts {
  readonly drafts: readonly LostDraft[];
  readonly unread: readonly UnreadDraft[];
  /** The paths of journals that are damaged; their whole records are among the drafts. */
  readonly damaged: readonly string[];
  readonly problems: readonly CopydeskError[];
}

/** Where to look for drafts. */
export interface Lookout {
  readonly userData: string;
  /** The one library to look for; null for every library of this computer. */
  readonly only: OpenLibrary | null;
  /** Whether what was discarded or put aside as damaged counts too. */
  readonly putAside: boolean;
}

const settingsSchema = z.looseObject({ library: z.string().min(1) });

// The one library whose folder the settings name; a missing one keeps nothing from being recovered.
async function libraryOfSettings(ports: Ports, userData: string): Promise<OpenLibrary | null> {
  try {
    const bytes = await ports.files.read(join(userData, 'settings.json'), 4_000_000);
    return await openLibrary(settingsSchema.parse(parseJson(bytes)).library, ports);
  } catch {
    return null;
  }
}

/** Finds what journals hold beyond the saved files; reads only, also while Copydesk runs. Never throws. */
export async function findLostDrafts(
  ports: Ports,
  { userData, only, putAside }: Lookout,
): Promise<LostDrafts> {
  const own = await lookAtAllJournals(ports, userData);
  const aside = putAside ? await lookPutAside(ports, userData) : { journals: [], problems: [] };
  const problems: CopydeskError[] = [...own.problems, ...aside.problems];
  const journals = together([...own.journals, ...aside.journals]);
  const home = only ?? (await libraryOfSettings(ports, userData));
  const beyond =
    home === null
      ? null
      : await beyondSaved(journals, home.library, home.articles).catch((error: unknown) => {
          problems.push(
            systemError(error, 'read', home.library.root, 'The drafts are not compared with it.'),
          );
          return null;
        });
  const drafts: LostDraft[] =
    home === null || beyond === null
      ? []
      : beyond.recovered.map((one) => ({ ...one, library: home.library.id, home }));
  const unread: UnreadDraft[] = [];
  for (const { id, records } of journals)
    for (const record of records) {
      const read = readDraft(record, id);
      if ('problem' in read) unread.push({ id, record, problem: read.problem });
      else if (read.library === home?.library.id ? beyond === null : only === null)
        drafts.push({ id, ...read, home: null, saved: null, problem: null });
    }
  return {
    drafts: drafts.toSorted((a, b) => b.at - a.at),
    unread,
    damaged: own.journals.filter(({ damaged }) => damaged).map(({ path }) => path),
    problems,
  };
}

// One session may lie in its journal, among the discarded and in quarantine: its newest record counts, once.
function together(journals: readonly LookedJournal[]): readonly Pick<LookedJournal, 'id' | 'records'>[] {
  const byId = new Map<string, readonly FoundRecord[]>();
  for (const { id, records } of journals) byId.set(id, [...(byId.get(id) ?? []), ...records]);
  return [...byId].map(([id, records]) => ({ id, records: newestOf(records) }));
}
