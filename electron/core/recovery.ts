import { parseArticle, articleToJson, type Article } from '../../shared/article/article.ts';
import type { CopydeskError } from '../../shared/error.ts';
import type { ArticleStore, OpenedArticle } from './articleStore.ts';
import { problemOf } from './describe.ts';
import type { Journal } from './journal.ts';
import { readRecord, type FoundRecord } from './journalRecord.ts';
import type { Library } from './library.ts';
import type { Problem } from './readArticle.ts';
import { hashOfBody } from './serialise.ts';

/** A draft that the journal holds and no file of the library does. */
export interface Recovered {
  readonly id: string;
  readonly session: string;
  readonly edit: number;
  /** The hash of the file that the draft was made from; null for an article never saved. */
  readonly base: string | null;
  /** When it was typed, in milliseconds since 1970. */
  readonly at: number;
  readonly draft: Article;
  /** What the library has of this article; null if nothing can be read. */
  readonly saved: OpenedArticle | null;
  /** Why the library's file cannot be read; null if it can, or if there is none. */
  readonly problem: Problem | null;
}

/** Everything that a start has to tell about drafts. */
export interface Recovery {
  readonly recovered: readonly Recovered[];
  /** Drafts that are whole but that this Copydesk cannot read (a newer one wrote them); they stay in the journal. */
  readonly unreadable: readonly { readonly id: string; readonly problem: Problem }[];
  /** Where damaged journals were put. */
  readonly quarantined: readonly string[];
  readonly problems: readonly CopydeskError[];
}

/** Whether two articles say the same: all but `rev` and `modified`, which a save sets. */
export const sameContent = (a: Article, b: Article): boolean => fingerprint(a) === fingerprint(b);

const fingerprint = (article: Article): string => {
  const { rev: _rev, modified: _modified, ...rest } = articleToJson(article);
  return hashOfBody(rest);
};

interface Versions {
  readonly readable: readonly OpenedArticle[];
  readonly problem: Problem | null;
}

async function readVersions(
  articles: Pick<ArticleStore, 'open'>,
  versions: readonly string[],
): Promise<Versions> {
  const readable: OpenedArticle[] = [];
  let problem: Problem | null = null;
  for (const file of versions) {
    try {
      readable.push(await articles.open(file));
    } catch (error) {
      problem ??= problemOf(error);
    }
  }
  return { readable, problem };
}

/** Drafts of the journal, as they stand to a library. */
export interface Beyond {
  readonly recovered: readonly Recovered[];
  readonly unreadable: Recovery['unreadable'];
  /** Drafts that a file of the library has already. */
  readonly covered: readonly { readonly id: string; readonly record: FoundRecord }[];
}

/** What journals hold beyond the files of their library; changes nothing. Throws only what listing the library throws. */
export async function beyondSaved(
  journals: readonly { readonly id: string; readonly records: readonly FoundRecord[] }[],
  library: Pick<Library, 'id'>,
  articles: Pick<ArticleStore, 'filesOf' | 'open'>,
): Promise<Beyond> {
  const recovered: Recovered[] = [];
  const unreadable: { id: string; problem: Problem }[] = [];
  const covered: { id: string; record: FoundRecord }[] = [];
  const waiting = journals.filter(({ records }) => records.length > 0);
  for (const { id, records } of waiting) {
    const versions = await articles.filesOf(id);
    const { readable, problem } = await readVersions(articles, versions);
    for (const record of records) {
      const read = readDraft(record, id);
      if ('problem' in read) unreadable.push({ id, problem: read.problem });
      else if (read.library === library.id) {
        if (readable.some(({ article }) => sameContent(article, read.draft))) covered.push({ id, record });
        else recovered.push({ ...read, id, saved: readable[0] ?? null, problem });
      }
    }
  }
  return { recovered, unreadable, covered };
}

/**
 * What the journal holds beyond the library's files, of every session that is not `live`: for the start, and for a window
 * whose page died. A draft that a file already has is cut. Throws only what listing the library throws; the journal stays.
 */
export async function recoverDrafts(
  journal: Journal,
  library: Library,
  articles: Pick<ArticleStore, 'filesOf' | 'open'>,
  live: ReadonlySet<string> = new Set(),
): Promise<Recovery> {
  const { files, problems } = await journal.readAll();
  const waiting = files.map(({ id, records }) => ({
    id,
    records: records.filter(({ session }) => !live.has(session)),
  }));
  const { recovered, unreadable, covered } = await beyondSaved(waiting, library, articles);
  for (const { id, record } of covered)
    // What cannot be cut now is cut at the next start.
    await journal.cut(id, record).catch(() => undefined);
  const quarantined = files.map((file) => file.quarantined).filter((path) => path !== null);
  return { recovered, unreadable, quarantined, problems };
}

/** Reads the draft in a record of the article `id`; its problem if this Copydesk cannot. */
export function readDraft(found: FoundRecord, id: string) {
  try {
    const { session, edit, library, base, at, draft: json } = readRecord(found);
    const draft = parseArticle(json);
    if (draft.id !== id)
      return { problem: { code: 'damaged', message: `The draft is of “${draft.id}”` } } as const;
    return { session, edit, library, base, at, draft };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}
