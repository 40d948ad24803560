import { charactersOf, isUnspaced } from './fold.ts';
import type { Query, Term } from './query.ts';

/** The fields of an article that words are looked for in; the index has a column of each name, the first of which costs least. */
export const searchedFields = ['body', 'headline', 'standfirst', 'byline', 'slugline', 'keywords'] as const;

/** What must hold of a term: as whole words, or with a last word that may go on. */
export type Reach = 'whole' | 'begun';

/** The query as an FTS5 expression over its words and fields; null if it says nothing but dates. */
export function ftsOf(query: Query, reach: Reach): string | null {
  const { terms, section, by, status } = query;
  const all = [
    ...terms.map((term) => `{${searchedFields.join(' ')} section} : ${phraseOf(term, reach)}`),
    ...by.map((term) => `byline : ${phraseOf(term, reach)}`),
    ...section.map((term) => `section : ${phraseOf(term, reach)}`),
    ...(status.length === 0
      ? []
      : [`status : (${status.map((one) => `"${statusToken(one)}"`).join(' OR ')})`]),
  ];
  return all.length === 0 ? null : all.map((one) => `(${one})`).join(' AND ');
}

/** The same, with every word in the headline. */
export function ftsInHeadline(query: Query, reach: Reach): string | null {
  const rest = ftsOf({ ...query, terms: [] }, reach);
  const headline = query.terms.map((term) => `(headline : ${phraseOf(term, reach)})`);
  return headline.length === 0 ? null : [...headline, ...(rest === null ? [] : [rest])].join(' AND ');
}

/** A workflow state as one word of the index. */
export const statusToken = (status: string): string => status.replaceAll('_', '');

function phraseOf({ words, prefix, unfinished }: Term, reach: Reach): string {
  const tokens: string[] = [];
  let open = prefix || (unfinished && reach === 'begun');
  for (const [index, word] of words.entries()) {
    const last = index === words.length - 1;
    if (!isUnspaced(word)) {
      tokens.push(word);
      continue;
    }
    const characters = charactersOf(word);
    const pairs = characters.map((one, at) => one + (characters[at + 1] ?? ''));
    // Inside a phrase the run ends where it ends; at its end it may go on, as nothing tells where a word does.
    if (!last) tokens.push(...pairs);
    else if (characters.length > 1) {
      tokens.push(...pairs.slice(0, -1));
      open = false;
    } else {
      tokens.push(...pairs);
      open = true;
    }
  }
  // Words hold letters, marks and digits only: no quote can end the phrase.
  return `"${tokens.join(' ')}"${open ? ' *' : ''}`;
}
