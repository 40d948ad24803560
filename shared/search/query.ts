import { statuses } from '../article/article.ts';
import { foldedWords } from './fold.ts';

/** One thing looked for: words that follow each other. */
export interface Term {
  /** Folded (`fold`), at least one. */
  readonly words: readonly string[];
  /** The last word may go on: asked for with `*`. */
  readonly prefix: boolean;
  /** The last word may go on because the person may still be typing it; whole words count for more. */
  readonly unfinished: boolean;
}

/** What a person asked for; everything must hold. */
export interface Query {
  readonly terms: readonly Term[];
  /** Stored workflow states, one of which must be the article's; empty for any. */
  readonly status: readonly string[];
  readonly section: readonly Term[];
  readonly by: readonly Term[];
  /** Milliseconds since 1970: last changed from here on; null for any. */
  readonly after: number | null;
  /** Last changed before this. */
  readonly before: number | null;
  /** What was typed and could not be understood, such as `before:soon`; it was left out. */
  readonly unclear: readonly string[];
}

/** A query that everything answers. */
export const emptyQuery: Query = {
  terms: [],
  status: [],
  section: [],
  by: [],
  after: null,
  before: null,
  unclear: [],
};

// More than a person asks; a pasted page must not become a query of a thousand parts.
const mostTerms = 24;
const mostWords = 48;
const longest = 2000;

// A field without a value; a field's or no field's phrase (closed or not) or word.
const part =
  /((?:status|section|by|before|after):(?=\s|$))|(?:(status|section|by|before|after):)?(?:["“”„«]([^"“”„«»]*)(?:["“”»](\*?)|$)|([^\s"“”„«»]+))/giu;

/**
 * Reads what a person typed: words, "phrases", beginnings*, and `status:` `section:` `by:` `before:` `after:`. Never
 * throws. With `typing`, the last word may go on. `me` is the person's own byline, which `by:me` means; '' if they gave none.
 */
export function parseQuery(typed: string, typing = false, me = ''): Query {
  const text = typed.slice(0, longest);
  const parts = [...text.matchAll(part)].slice(0, mostTerms);
  let query = emptyQuery;
  for (const [index, found] of parts.entries()) {
    const [source, , name, phrase, star, bare] = found;
    const value = phrase ?? bare ?? '';
    const prefix = star === '*' || (bare?.endsWith('*') ?? false);
    const last = index === parts.length - 1 && found.index + source.length === text.length;
    query = withPart(
      query,
      { name: name?.toLowerCase() ?? '', value, prefix, source },
      typing && last && phrase === undefined,
      me,
    );
  }
  return query;
}

interface Part {
  readonly name: string;
  readonly value: string;
  readonly prefix: boolean;
  readonly source: string;
}

function withPart(
  query: Query,
  { name, value, prefix, source }: Part,
  unfinished: boolean,
  me: string,
): Query {
  const unclear = { ...query, unclear: [...query.unclear, source] };
  const term = termOf(value, prefix, unfinished);
  if (name === 'before' || name === 'after') {
    const time = timeOf(value);
    return time === null ? unclear : { ...query, [name]: time };
  }
  if (term === null) return name === '' && !source.endsWith(':') ? query : unclear;
  if (name === 'by' && /^me$/iu.test(value)) {
    const own = termOf(me, false, false);
    return own === null ? unclear : { ...query, by: [...query.by, own] };
  }
  // A value typed half is as good as a whole one here: nobody writes a byline to its end.
  if (name === 'by') return { ...query, by: [...query.by, { ...term, prefix: true }] };
  if (name === 'section') return { ...query, section: [...query.section, { ...term, prefix: true }] };
  if (name === 'status') {
    const status = statusesOf(value);
    return status.length === 0 ? unclear : { ...query, status: [...query.status, ...status] };
  }
  return { ...query, terms: [...query.terms, term] };
}

function termOf(value: string, prefix: boolean, unfinished: boolean): Term | null {
  const words = foldedWords(value).slice(0, mostWords);
  return words.length === 0 ? null : { words, prefix, unfinished: unfinished && !prefix };
}

/** The workflow states by the names that newsrooms use besides the stored ones. */
const spoken: Readonly<Record<string, (typeof statuses)[number]>> = {
  filed: 'done',
  readyforcheck: 'needs_proofreading',
  scheduled: 'withheld',
  published: 'usable',
  killed: 'canceled',
};

const bare = (text: string): string => foldedWords(text.replaceAll('_', ' ')).join('');

/** The stored workflow states that a typed name (or its beginning) means: `status:ready`, `status:needs_proofreading`. */
export function statusesOf(typed: string): readonly string[] {
  const wanted = bare(typed);
  if (wanted === '') return [];
  const names: readonly (readonly [string, string])[] = [
    ...statuses.map((status) => [bare(status), status] as const),
    ...Object.entries(spoken),
  ];
  const exact = names.filter(([name]) => name === wanted);
  const found = exact.length > 0 ? exact : names.filter(([name]) => name.startsWith(wanted));
  return [...new Set(found.map(([, status]) => status))];
}

const day = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u;

/** The first moment of a year, month or day (`2026`, `2026-05`, `2026-05-04`) where the person is; null for no date. */
export function timeOf(text: string): number | null {
  const found = day.exec(text);
  if (found === null) return null;
  const [year, month, date] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)];
  const time = new Date(year, month - 1, date);
  const exists = time.getFullYear() === year && time.getMonth() === month - 1 && time.getDate() === date;
  return exists ? time.getTime() : null;
}
