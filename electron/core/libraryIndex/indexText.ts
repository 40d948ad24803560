import { join } from 'node:path';
import { blockTexts, headerText } from '../../../shared/article/text.ts';
import type { Article } from '../../../shared/article/article.ts';
import { CopydeskError } from '../../../shared/error.ts';
import { fold } from '../../../shared/search/fold.ts';
import type { searchedFields } from '../../../shared/search/fts.ts';
import { lookInto, unreadEntry, type Entry } from '../describe.ts';
import { articleLimit, notAFile } from '../listing.ts';
import type { FileStat, Ports } from '../ports.ts';
import { codeOf, systemError } from '../systemError.ts';

/** The text of an article by the fields that words are looked for in. */
export type FieldTexts = Readonly<Record<(typeof searchedFields)[number], string>>;

/** One file as the index takes it. */
export interface Indexed {
  readonly entry: Entry;
  readonly texts: FieldTexts;
  /** The file's stamp when it was read. */
  readonly stamp: string;
}

const nothing: FieldTexts = {
  headline: '',
  standfirst: '',
  body: '',
  byline: '',
  slugline: '',
  keywords: '',
};

/** The fields of an article as text. */
export const textsOf = (article: Article): FieldTexts => ({
  headline: headerText(article.body, 'headline'),
  standfirst: [headerText(article.body, 'kicker'), headerText(article.body, 'standfirst')]
    .filter((text) => text !== '')
    .join('\n'),
  byline: headerText(article.body, 'byline'),
  body: [headerText(article.body, 'dateline'), ...blockTexts(article.body)]
    .filter((text) => text !== '')
    .join('\n'),
  slugline: article.slugline ?? '',
  keywords: (article.keywords ?? []).join(', '),
});

/**
 * Reads a file of the library for the index; one that cannot be read is found by its name, with its problem. Null if it is
 * gone. Waits for the disk; never throws.
 */
export function readIndexed(
  { blocking }: Pick<Ports, 'blocking'>,
  root: string,
  file: string,
): Indexed | null {
  const path = join(root, file);
  try {
    const { bytes, stat } = blocking.read(path, articleLimit);
    const { entry, article } = lookInto(file, bytes, stat);
    const texts = article === null ? { ...nothing, headline: entry.title } : textsOf(article);
    return { entry, texts, stamp: stat.stamp };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    return unread({ blocking }, path, file, error);
  }
}

function unread({ blocking }: Pick<Ports, 'blocking'>, path: string, file: string, error: unknown): Indexed {
  let stat: FileStat | null = null;
  try {
    stat = blocking.stat(path);
  } catch {
    // Told by the first error.
  }
  const why = stat !== null && stat.kind !== 'file' ? notAFile(file, stat) : systemError(error, 'read', path);
  const entry = unreadEntry(file, stat?.modified ?? 0, why);
  // What the disk refused it may give the next time: without a stamp the file is looked at again.
  const stamp = error instanceof CopydeskError ? (stat?.stamp ?? '') : '';
  return { entry, texts: { ...nothing, headline: file }, stamp };
}

/** What entries are sorted by when they are sorted by title. */
export const sortKey = (title: string): string => fold(title).slice(0, 60);
