import type { Envelope } from '../article/article.ts';
import { escapeAttribute, escapeText } from './escape.ts';

// "Updated", in the languages that Copydesk's pages speak; English elsewhere.
const updated: Readonly<Record<string, string>> = {
  ar: 'آخر تحديث',
  de: 'Aktualisiert',
  en: 'Updated',
  es: 'Actualizado',
  fr: 'Mis à jour',
  hi: 'अपडेट',
};

/** A moment (RFC 3339) as readers see it, in its own offset: "3 November 2026, 09:30". */
export function momentText(moment: string, language: string): string {
  const [, day = '', time = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(moment) ?? [];
  // Calendar and digits are fixed, so that every machine writes the same.
  const date = new Intl.DateTimeFormat([language, 'en'], {
    dateStyle: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  }).format(Date.parse(`${day}T00:00:00Z`));
  return `${date}, ${time}`;
}

/** The line of dates under the headline: published and, when it differs, updated; '' for an article not yet published. */
export function datesOf(article: Envelope): string {
  const { published, modified, language } = article;
  if (published === undefined) return '';
  const time = (moment: string): string =>
    `<time datetime="${escapeAttribute(moment)}">${escapeText(momentText(moment, language))}</time>`;
  const changed = isUpdated(article) && modified !== undefined;
  const word = updated[language.split('-')[0] ?? ''] ?? 'Updated';
  return `<p class="dates">${time(published)}${changed ? ` <span class="updated">${word} ${time(modified)}</span>` : ''}</p>`;
}

/** Whether the article changed after it was published, to the minute. */
export const isUpdated = ({ published, modified }: Envelope): boolean =>
  published !== undefined &&
  modified !== undefined &&
  Math.floor(Date.parse(modified) / 60_000) > Math.floor(Date.parse(published) / 60_000);
