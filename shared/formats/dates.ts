import type { Envelope } from '../article/article.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { momentText } from './moment.ts';
import { pageWords } from './pageWords.ts';

/** The line of dates under the headline: published and, when it differs, updated; '' for an article not yet published. */
export function datesOf(article: Envelope): string {
  const { published, modified, language } = article;
  if (published === undefined) return '';
  const time = (moment: string): string =>
    `<time datetime="${escapeAttribute(moment)}">${escapeText(momentText(moment, language))}</time>`;
  const changed = isUpdated(article) && modified !== undefined;
  const word = pageWords(language).updated;
  return `<p class="dates">${time(published)}${changed ? ` <span class="updated">${word} ${time(modified)}</span>` : ''}</p>`;
}

/** Whether the article changed after it was published, to the minute. */
export const isUpdated = ({ published, modified }: Envelope): boolean =>
  published !== undefined &&
  modified !== undefined &&
  Math.floor(Date.parse(modified) / 60_000) > Math.floor(Date.parse(published) / 60_000);
