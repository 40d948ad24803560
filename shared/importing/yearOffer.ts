import type { Node } from 'prosemirror-model';
import { nearestYear, parseDateline } from '../article/dateline.ts';
import { readDate } from '../article/dateline/dates.ts';
import { bodyBlocks, headerText, plainText } from '../article/text.ts';
import { dateWithYear } from './doubts.ts';
import type { Decision } from './receipt.ts';

/** When an article was published, if its file says so, and when it came here (RFC 3339). */
export interface ArticleDates {
  readonly published?: string;
  readonly created: string;
}

interface Offer {
  readonly year: string;
  readonly why: string;
}

const yearOf = (date: string): string => date.slice(0, 4);

// The file's own date is surer than a date in its text, and that surer than the day of the import.
function offer(body: Node, date: string, { published, created }: ArticleDates): Offer {
  if (published !== undefined)
    return {
      year: yearOf(nearestYear(date, published)),
      why: `the article is dated ${published.slice(0, 10)}`,
    };
  const texts = bodyBlocks(body).map(({ node }) => plainText(node));
  const said = dateWithYear(texts, date);
  if (said === null) return { year: yearOf(nearestYear(date, created)), why: 'the nearest to today' };
  const written = readDate(said, 0)?.date ?? '';
  const near = /^\d{4}-/u.test(written) ? written : `${said.slice(-4)}${date.slice(1)}`;
  return { year: yearOf(nearestYear(date, near)), why: `the text says ${said}` };
}

const opening = 'dateline has no year';

/**
 * What was decided about an import, with the likely year of a dateline that has none: offered in the receipt, never
 * written into the article (`formats.md` §6).
 */
export function withYearOffered(
  decisions: readonly Decision[],
  body: Node,
  dates: ArticleDates,
): readonly Decision[] {
  const text = headerText(body, 'dateline');
  const date = parseDateline(text)?.date ?? null;
  if (date === null || !date.startsWith('--')) return decisions;
  const { year, why } = offer(body, date, dates);
  const offered: Decision = { kind: 'doubted', what: `${opening}: ${year} is likely (${why})`, text };
  const at = decisions.findIndex(({ kind, what }) => kind === 'doubted' && what.startsWith(opening));
  return at === -1 ? [...decisions, offered] : decisions.with(at, { ...decisions[at], ...offered });
}
