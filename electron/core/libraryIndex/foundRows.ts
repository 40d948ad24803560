import { join } from 'node:path';
import { markedText, marksIn, snippetOf, type Marked } from '../../../shared/search/highlight.ts';
import type { Query } from '../../../shared/search/query.ts';
import type { Entry } from '../describe.ts';
import { articleLimit } from '../listing.ts';
import type { Ports } from '../ports.ts';
import { readArticle } from '../readArticle.ts';
import { textsOf, type FieldTexts } from './indexText.ts';

/** An entry with what a query found in it. */
export interface FoundRow {
  readonly entry: Entry;
  readonly title: Marked;
  /** The words around the first match outside the headline, and the field they stand in; null if there is none to show. */
  readonly snippet: (Marked & { readonly field: keyof FieldTexts }) | null;
}

// Where a match tells most, first.
const shownFields = ['standfirst', 'body', 'byline', 'slugline', 'keywords'] as const;

/** The rows of a page: the files of these entries are read for their snippets, no others. Waits for the disk. */
export const foundRows = (
  { blocking }: Pick<Ports, 'blocking'>,
  root: string,
  entries: readonly Entry[],
  query: Query,
): readonly FoundRow[] =>
  entries.map((entry) => {
    const title = markedText(entry.title, query);
    if (query.terms.length === 0) return { entry, title, snippet: null };
    try {
      const { article } = readArticle(blocking.read(join(root, entry.file), articleLimit).bytes);
      return { entry, title, snippet: snippetIn(textsOf(article), query) };
    } catch {
      // It is listed with its problem, or is gone: the next look tells.
      return { entry, title, snippet: null };
    }
  });

function snippetIn(texts: FieldTexts, query: Query): FoundRow['snippet'] {
  const field = shownFields.find((name) => marksIn(texts[name], query.terms).length > 0);
  return field === undefined ? null : { ...snippetOf(texts[field], query), field };
}
