import type { Node } from 'prosemirror-model';
import type { Envelope } from '../../article/article.ts';
import { isSafeUrl } from '../../article/address.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { parseWhole } from './parseWhole.ts';

type Metadata = Partial<Omit<Envelope, 'id' | 'rev' | 'schemaVersion'>>;

/** The article of a page that Copydesk exported; null for anybody else's page. */
export const ownArticle = (page: PageDocument): PageElement | null => {
  const isOurs = page.querySelector('meta[name="generator"]')?.getAttribute('content') === 'Copydesk';
  return isOurs ? page.querySelector('main > article') : null;
};

/** Reads the body of a page that Copydesk exported back, as `formats.md` §1 defines the round trip. */
export function readOwnBody(article: PageElement, page: PageDocument): Node {
  article.querySelector('p.dates')?.remove();
  const dateline = article.querySelector('span.dateline');
  if (dateline !== null && article.querySelector('p.dateline') === null) {
    const field = page.createElement('p');
    field.className = 'dateline';
    field.append(...dateline.childNodes);
    article.prepend(field);
    dateline.remove();
  }
  return parseWhole(page, article);
}

/** The metadata in the head of a page that Copydesk exported: what `formats.md` §4 puts there, read back. */
export function readOwnHead(page: PageDocument, headline: string): Metadata {
  const meta = (name: string): string | undefined =>
    page.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ??
    undefined;
  const data = jsonOf(page);
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' && value !== '' ? value : undefined;
  const seo = text(data['alternativeHeadline']);
  const social = meta('og:title') === headline ? undefined : meta('og:title');
  const { lang, dir } = {
    lang: page.documentElement.getAttribute('lang'),
    dir: page.documentElement.getAttribute('dir'),
  };
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  const keywords = Array.isArray(data['keywords'])
    ? data['keywords'].filter((one) => typeof one === 'string')
    : [];
  const holder = text(recordOf(data['copyrightHolder'])['name']);
  const notice = text(data['copyrightNotice']);
  const metadata = present({
    language: text(lang),
    direction: dir === 'rtl' || dir === 'ltr' ? dir : undefined,
    canonical: isSafeUrl(canonical) && canonical !== '' ? canonical : undefined,
    headlines: present({ seo, social }),
    section: text(data['articleSection']),
    keywords: keywords.length > 0 ? keywords : undefined,
    published: meta('article:published_time'),
    modified: meta('article:modified_time'),
    expires: text(data['expires']),
    rights: present({ holder, notice }),
  });
  return metadata ?? {};
}

// What a page says to machines: its one JSON-LD block; nothing where it cannot be read.
function jsonOf(page: PageDocument): Readonly<Record<string, unknown>> {
  const text = page.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return {};
  }
}

// An object's own properties; nothing of its prototype is ever read.
const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};

type Present<T> = { readonly [Name in keyof T]?: Exclude<T[Name], undefined> };

// Without the properties that have no value; an object of none has none either.
function present<T extends object>(given: T): Present<T> | undefined {
  const kept = Object.entries(given).filter(([, value]) => value !== undefined);
  // The entries are those of `given`.
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as Present<T>);
}
