import { isSafeUrl } from '../../article/address.ts';
import type { PageDocument } from './dom.ts';

/** What a page tells machines about its article: schema.org's JSON-LD first, then Open Graph, then plain meta. */
export interface PageData {
  /** Candidates for the headline, the surest first; none is '' . */
  readonly titles: readonly string[];
  readonly description: string;
  readonly authors: readonly string[];
  readonly published: string | undefined;
  readonly modified: string | undefined;
  readonly expires: string | undefined;
  readonly language: string | undefined;
  readonly direction: 'ltr' | 'rtl' | undefined;
  readonly canonical: string | undefined;
  readonly section: string | undefined;
  readonly keywords: readonly string[];
  readonly site: string;
  /** The address of the picture that the page tells others about; '' if there is none. */
  readonly picture: string;
  /** Dates that do not say in which time zone they are: never guessed. */
  readonly undated: readonly string[];
}

/** An object's own properties; nothing of its prototype is ever read. */
export const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : '';

const articleTypes =
  /^(?:(?:Opinion|Analysis|Background|Reportage|Review|AskPublic)?NewsArticle|ReportageNewsArticle|Article|BlogPosting|LiveBlogPosting|Report)$/u;

const isArticle = (data: Readonly<Record<string, unknown>>): boolean =>
  listOf(data['@type']).some((type) => articleTypes.test(textOf(type)));

/** Every object that a page's JSON-LD blocks hold at their top or in a graph; a block that does not parse is left out. */
export function jsonLdOf(page: PageDocument): readonly Readonly<Record<string, unknown>>[] {
  return [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap(({ textContent }) => {
    let parsed: unknown;
    try {
      parsed = JSON.parse(textContent.replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$/gu, ''));
    } catch {
      return [];
    }
    const tops = listOf(parsed).map(recordOf);
    return tops.flatMap((top) => [top, ...listOf(top['@graph']).map(recordOf)]);
  });
}

const metaOf = (page: PageDocument): ((...names: readonly string[]) => string) => {
  const metas = [...page.querySelectorAll('meta')].flatMap((meta) =>
    ['property', 'name', 'itemprop'].map((key) => [meta.getAttribute(key), meta] as const),
  );
  return (...names) => {
    for (const name of names) {
      const found = metas.find(([key]) => key === name)?.[1];
      const text = textOf(found?.getAttribute('content'));
      if (text !== '') return text;
    }
    return '';
  };
};

const namesOf = (value: unknown): readonly string[] =>
  listOf(value)
    .map((one) => (typeof one === 'string' ? one : recordOf(one)['name']))
    .map(textOf)
    .filter((name) => name !== '' && !/^https?:/u.test(name));

// RFC 3339 with an offset, or nothing: a time without one is not known.
const momentOf = (...texts: readonly string[]): string | undefined => {
  for (const text of texts) {
    const [, day, time, zone] =
      /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})$/u.exec(text) ?? [];
    if (day === undefined || time === undefined || zone === undefined) continue;
    const moment = `${day}T${time.length === 5 ? `${time}:00` : time}${zone.replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2')}`;
    if (!Number.isNaN(Date.parse(moment))) return moment;
  }
  return undefined;
};

const languageOf = (...tags: readonly (string | null)[]): string | undefined =>
  tags
    .map((tag) => (tag ?? '').trim().replaceAll('_', '-'))
    .find((tag) => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/u.test(tag));

// "A headline - Example News", "A headline | Section | Example News": without what stands after the last bars.
function withoutSite(title: string, site: string): string {
  const parts = title.split(/\s+[|–—·»-]\s+/u);
  const [first = ''] = parts;
  if (parts.length < 2) return title;
  const last = parts.at(-1)?.toLowerCase() ?? '';
  if (site !== '' && (last.includes(site.toLowerCase()) || site.toLowerCase().includes(last)))
    return title.slice(0, title.toLowerCase().lastIndexOf(last)).replace(/\s+[|–—·»-]\s+$/u, '');
  return title.includes(' | ') && first.split(' ').length >= 4 ? first : title;
}

/** Reads what a page says about its article; addresses that an article may not carry are left out. */
export function readPageData(page: PageDocument): PageData {
  const meta = metaOf(page);
  const all = jsonLdOf(page);
  const data = all.find(isArticle) ?? {};
  const site = meta('og:site_name') || textOf(recordOf(data['publisher'])['name']);
  const canonical =
    page.querySelector('link[rel="canonical"]')?.getAttribute('href')?.trim() ||
    meta('og:url') ||
    textOf(data['url']);
  const keywords = listOf(data['keywords'] ?? meta('news_keywords', 'keywords'))
    .flatMap((one) => textOf(one).split(/\s*[,;]\s*/u))
    .filter((one) => one !== '' && one.length <= 60);
  const titles = [
    textOf(data['headline']),
    meta('og:title'),
    meta('twitter:title'),
    textOf(data['name']),
    textOf(page.title),
  ].map((title) => withoutSite(title, site));
  const direction = (page.documentElement.getAttribute('dir') ?? '').toLowerCase();
  const [image] = listOf(data['image']);
  const times = [...page.querySelectorAll('time[datetime]')].map((one) => one.getAttribute('datetime') ?? '');
  const published = [textOf(data['datePublished']), meta('article:published_time', 'datePublished')];
  const modified = [textOf(data['dateModified']), meta('article:modified_time', 'dateModified')];
  const told = [...published, ...modified];
  const authors = namesOf(data['author']);
  const named = meta('author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator');
  return {
    titles: titles.filter((title) => title !== ''),
    description: meta('og:description', 'description', 'twitter:description') || textOf(data['description']),
    authors: authors.length > 0 || /^https?:/u.test(named) || named === '' ? authors : [named],
    published: momentOf(...published),
    modified: momentOf(...modified),
    expires: momentOf(textOf(data['expires'])),
    language: languageOf(
      page.documentElement.getAttribute('lang'),
      textOf(data['inLanguage']),
      meta('og:locale'),
    ),
    direction: direction === 'rtl' || direction === 'ltr' ? direction : undefined,
    canonical: /^https?:/iu.test(canonical) && isSafeUrl(canonical) ? canonical : undefined,
    section: namesOf(data['articleSection'])[0] ?? (meta('article:section') || undefined),
    keywords: [...new Set(keywords)].slice(0, 20),
    site,
    picture: meta('og:image') || textOf(image) || textOf(recordOf(image)['url']),
    undated: [
      ...new Set(told.some((text) => momentOf(text) !== undefined) ? [] : [...told, ...times]),
    ].filter((text) => text !== '' && momentOf(text) === undefined),
  };
}
