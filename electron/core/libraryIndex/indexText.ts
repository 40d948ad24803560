import { join } from 'node:path';
import { bodyBlocks, headerText, plainText } from '../../../shared/article/text.ts';
import type { Article } from '../../../shared/article/article.ts';
import { fold } from '../../../shared/search/fold.ts';
import type { searchedFields } from '../../../shared/search/fts.ts';
import { lookInto, unreadEntry, type Entry } from '../describe.ts';
import { articleLimit, notAFile } from '../listing.ts';
import type { FileStat, Ports } from '../ports.ts';
import { systemError } from '../systemError.ts';

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
  body: [headerText(article.body, 'dateline'), ...bodyBlocks(article.body).map(({ node }) => plainText(node))]
    .filter((text) => text !== '')
    .join('\n'),
  slugline: article.slugline ?? '',
  keywords: (article.keywords ?? []).join(', '),
});

/** Reads a file of the library for the index; one that cannot be read is found by its name, with its problem. Never rejects. */
export async function readIndexed(
  { files }: Pick<Ports, 'files'>,
  root: string,
  file: string,
  stat: FileStat,
): Promise<Indexed> {
  const path = join(root, file);
  const { stamp } = stat;
  try {
    if (stat.kind !== 'file') throw notAFile(file, stat);
    const { entry, article } = lookInto(file, await files.read(path, articleLimit), stat);
    return {
      entry,
      texts: article === null ? { ...nothing, headline: entry.title } : textsOf(article),
      stamp,
    };
  } catch (error) {
    const entry = unreadEntry(file, stat.modified, systemError(error, 'read', path));
    return { entry, texts: { ...nothing, headline: file }, stamp };
  }
}

/** What entries are sorted by when they are sorted by title. */
export const sortKey = (title: string): string => fold(title).slice(0, 60);
