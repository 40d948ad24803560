import { idPattern, type Article } from '../../shared/article/article.ts';
import { titleOf, wordsOnce } from '../../shared/article/text.ts';
import { CopydeskError, messageOf } from '../../shared/error.ts';
import type { LibraryEntry } from '../../shared/ipc/contract.ts';
import { idInName } from './conflictOf.ts';
import type { FileStat } from './ports.ts';
import { parseJson, readArticle, type Problem } from './readArticle.ts';

/** One file of the library, as the list shows it; an unreadable one has a problem, and what could be made out of it. */
export interface Entry extends LibraryEntry {
  readonly rev: number;
  /** All files with this article's id, this one included: more than one are versions that want a person's decision. */
  readonly versions: readonly string[];
}

const unknown = (file: string, modified: number) => ({
  id: idInName(file),
  file,
  title: file,
  slugline: '',
  section: '',
  status: '',
  language: '',
  canonical: '',
  words: 0,
  modified,
  rev: 0,
  versions: [file],
});

/** An error as the problem of one file. */
export const problemOf = (error: unknown): Problem => ({
  code: error instanceof CopydeskError ? error.code : 'unexpected',
  message: messageOf(error),
});

/** The entry of a file that is not even read. */
export const unreadEntry = (file: string, modified: number, error: unknown): Entry => ({
  ...unknown(file, modified),
  problem: problemOf(error),
});

/** The entry of a file from its bytes, and the article if they hold one; never throws. */
export function lookInto(
  file: string,
  bytes: Uint8Array,
  stat: FileStat,
): { readonly entry: Entry; readonly article: Article | null } {
  try {
    const { article, readOnly } = readArticle(bytes);
    return {
      entry: { ...describeArticle(file, article), problem: readOnly ?? problemOfStat(stat) },
      article,
    };
  } catch (error) {
    return {
      entry: { ...unreadEntry(file, stat.modified, error), ...whatCanBeMadeOut(bytes) },
      article: null,
    };
  }
}

/** The entry of a file from its bytes; never throws. */
export const describeFile = (file: string, bytes: Uint8Array, stat: FileStat): Entry =>
  lookInto(file, bytes, stat).entry;

/** Why a sound article must not be saved over, going by the file that holds it. */
export function problemOfStat(stat: FileStat): Problem | null {
  if (stat.links > 1) {
    const message =
      'The file has a second name elsewhere (hard link): saving would part the two. It opens read-only.';
    return { code: 'refused', message };
  }
  if ((stat.mode & 0o200) === 0)
    return { code: 'read-only', message: 'The file is marked read-only on this computer.' };
  return null;
}

const describeArticle = (file: string, article: Article): Omit<Entry, 'problem'> => ({
  id: article.id,
  file,
  title: titleOf(article.body),
  slugline: article.slugline ?? '',
  section: article.section ?? '',
  status: article.status ?? '',
  language: article.language,
  canonical: article.canonical ?? '',
  words: wordsOnce(article.body),
  modified: Date.parse(article.modified ?? article.created),
  rev: article.rev,
  versions: [file],
});

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

// A newer or unknown article still has an id and a headline: enough to recognise it in the list.
function whatCanBeMadeOut(bytes: Uint8Array): { readonly id?: string; readonly title?: string } {
  try {
    const json = parseJson(bytes);
    if (!isJson(json) || typeof json['schemaVersion'] !== 'number') return {};
    const id = typeof json['id'] === 'string' && idPattern.test(json['id']) ? { id: json['id'] } : {};
    const body = isJson(json['body']) ? json['body']['content'] : null;
    const nodes: readonly unknown[] = Array.isArray(body) ? body : [];
    const headline = nodes.find((node) => isJson(node) && node['type'] === 'headline');
    const runs: readonly unknown[] =
      isJson(headline) && Array.isArray(headline['content']) ? headline['content'] : [];
    const title = runs
      .map((run) => (isJson(run) && typeof run['text'] === 'string' ? run['text'] : ''))
      .join('');
    return title === '' ? id : { ...id, title };
  } catch {
    return {};
  }
}
