import { join } from 'node:path';
import { idPattern, type Article } from '../../shared/article/article.ts';
import { wordsOf } from '../../shared/article/text.ts';
import { problemOf } from './describe.ts';
import { isArticleName, timeInName } from './fileNames.ts';
import type { Finding, GoodVersion } from './finding.ts';
import { lookAtAllJournals } from './journalLook.ts';
import { folders } from './library.ts';
import { articleLimit } from './listing.ts';
import type { OpenLibrary } from './openLibrary.ts';
import type { Ports } from './ports.ts';
import { readArticle } from './readArticle.ts';
import { isOfLater } from './readLater.ts';
import { readDraft } from './recovery.ts';

/** What lies beside the articles' own files: what is damaged of it, and what is whole, by the article's id. */
export interface VersionCheck {
  readonly findings: readonly Finding[];
  readonly good: ReadonlyMap<string, readonly GoodVersion[]>;
  readonly read: number;
}

const inLibrary = (...parts: readonly string[]): string => join(...parts).replaceAll('\\', '/');

/** A sound article as a good version. */
export const goodVersion = (
  where: GoodVersion['where'],
  path: string,
  at: number,
  article: Article,
): GoodVersion => ({ where, path, at, words: wordsOf(article.body) });

// A version of a later Copydesk is whole: that one reads it.
const toFinding = (file: string, error: unknown): Finding => {
  const { code, message } = problemOf(error);
  return { file, kind: code, message, damage: !isOfLater({ code }), good: [] };
};

/** Reads every version of every article; of each article the newest whole one is good. */
export async function checkHistory(
  { files }: Ports,
  { library, history }: OpenLibrary,
  progress: (file: string) => void,
): Promise<VersionCheck> {
  const findings: Finding[] = [];
  const good = new Map<string, readonly GoodVersion[]>();
  let read = 0;
  const ids = await files.list(join(library.root, folders.history)).catch((): readonly string[] => []);
  for (const id of ids.filter((name) => idPattern.test(name))) {
    const versions = await history.list(id).catch((error: unknown) => {
      findings.push(toFinding(inLibrary(folders.history, id), error));
      return [];
    });
    for (const { name, at } of versions) {
      const file = inLibrary(folders.history, id, name);
      progress(file);
      read += 1;
      try {
        const { article, problem } = await history.read(id, name);
        if (problem !== null) findings.push({ file, kind: problem.code, ...problem, damage: true, good: [] });
        else if (!good.has(id)) good.set(id, [goodVersion('history', file, at, article)]);
      } catch (error) {
        findings.push(toFinding(file, error));
      }
    }
  }
  return { findings, good, read };
}

/** Reads every article in the trash. */
export async function checkTrash({ files }: Ports, root: string): Promise<VersionCheck> {
  const findings: Finding[] = [];
  const good = new Map<string, readonly GoodVersion[]>();
  const names = await files.list(join(root, folders.trash)).catch((): readonly string[] => []);
  const articles = names.filter(isArticleName);
  for (const name of articles) {
    const file = inLibrary(folders.trash, name);
    try {
      const { article, readOnly } = readArticle(
        await files.read(join(root, folders.trash, name), articleLimit),
      );
      if (readOnly !== null)
        findings.push({ file, kind: readOnly.code, ...readOnly, damage: true, good: [] });
      const version = goodVersion('trash', file, timeInName(name) ?? 0, article);
      if (readOnly === null) good.set(article.id, [...(good.get(article.id) ?? []), version]);
    } catch (error) {
      findings.push(toFinding(file, error));
    }
  }
  return { findings, good, read: articles.length };
}

/** The drafts in this computer's recovery journals, by article; of the library with this identity, or of all if it is ''. */
export async function goodDrafts(
  ports: Ports,
  userData: string,
  library: string,
): Promise<VersionCheck['good']> {
  const good = new Map<string, readonly GoodVersion[]>();
  for (const { id, records, path } of (await lookAtAllJournals(ports, userData)).journals)
    for (const record of records) {
      const read = readDraft(record, id);
      if ('problem' in read || (library !== '' && read.library !== library)) continue;
      good.set(id, [...(good.get(id) ?? []), goodVersion('journal', path, read.at, read.draft)]);
    }
  return good;
}
