import type { Article } from '../article/article.ts';
import { textOf } from '../article/block.ts';
import { parseDateline } from '../article/dateline.ts';
import { bodyBlocks, headerText, plainText } from '../article/text.ts';
import { isBlank } from '../article/blank.ts';
import { authorsOf } from './authors.ts';
import { isUpdated } from './dates.ts';

/** A picture of the article with what the page says about it. */
export interface Picture {
  readonly src: string;
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
}

const count = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** The article's pictures in order; those still to come are left out. */
export const picturesOf = (article: Article): readonly Picture[] =>
  bodyBlocks(article.body)
    .filter(({ node }) => node.type.name === 'figure' && textOf(node.attrs, 'src') !== '')
    .map(({ node: { attrs } }) => ({
      src: textOf(attrs, 'src'),
      alt: attrs['decorative'] === true ? '' : textOf(attrs, 'alt'),
      width: count(attrs['width']),
      height: count(attrs['height']),
    }));

/** An address as the whole web knows it: itself if absolute, else seen from the canonical address; null if there is none. */
export function absolute(address: string, canonical: string | undefined): string | null {
  if (/^https?:/i.test(address)) return address;
  return canonical === undefined ? null : new URL(address, canonical).href;
}

/** No description is longer, in characters, unless a standfirst is. */
const longest = 200;

// Most texts have no white space to collapse: to look is quicker than to replace each space.
const oneLine = (text: string): string => (/\s\s|[^\S ]/u.test(text) ? text.replace(/\s+/gu, ' ') : text);

/** The page's description: the standfirst, else the first paragraph cut at a word within 200 characters; '' if there is no text. */
export function descriptionOf(article: Article): string {
  const standfirst = headerText(article.body, 'standfirst');
  if (standfirst !== '') return standfirst;
  const lead = bodyBlocks(article.body).find(({ node }) => node.type.name === 'paragraph' && !isBlank(node));
  if (lead === undefined) return '';
  const text = oneLine(plainText(lead.node));
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/\s+\S*$/u, '')}…`;
}

const uuid = (id: string): string =>
  /^[0-9a-f]{32}$/.test(id)
    ? `urn:uuid:${id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`
    : `urn:copydesk:${id}`;

// A property without a value is not written at all.
function present(entries: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(entries))
    if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
      found[name] = value;
  return found;
}

// The place of a dateline is where the article was made (`formats.md` finding 7).
function datelineProperties(text: string): Readonly<Record<string, unknown>> {
  const dateline = text === '' ? null : parseDateline(text);
  const places = dateline?.places.map(({ place, region }) => ({
    '@type': 'Place',
    name: region === null ? place : `${place}, ${region}`,
  }));
  return {
    dateline: text,
    locationCreated: places?.length === 1 ? places[0] : places,
    sourceOrganization:
      dateline?.source === undefined || dateline.source === null
        ? undefined
        : { '@type': 'Organization', name: dateline.source },
  };
}

/** The article as schema.org's NewsArticle; every value that the page shows is equal to what it shows (`formats.md` H4). */
export function newsArticle(article: Article): Readonly<Record<string, unknown>> {
  const { body, canonical, rights, headlines } = article;
  const corrections = bodyBlocks(body).filter(
    ({ node }) => node.type.name === 'correction' && !isBlank(node),
  );
  return present({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    identifier: uuid(article.id),
    url: canonical,
    headline: headerText(body, 'headline'),
    alternativeHeadline: headlines?.seo,
    description: headerText(body, 'standfirst'),
    inLanguage: article.language,
    datePublished: article.published,
    dateModified: isUpdated(article) ? article.modified : undefined,
    expires: article.expires,
    author: authorsOf(headerText(body, 'byline')).map((name) => ({ '@type': 'Person', name })),
    ...datelineProperties(headerText(body, 'dateline')),
    articleSection: article.section,
    keywords: article.keywords,
    image: picturesOf(article)
      .map(({ src }) => absolute(src, canonical))
      .filter((src) => src !== null),
    correction: corrections.map(({ node }) =>
      present({
        '@type': 'CorrectionComment',
        text: plainText(node),
        datePublished: textOf(node.attrs, 'date'),
      }),
    ),
    copyrightHolder:
      rights?.holder === undefined ? undefined : { '@type': 'Organization', name: rights.holder },
    copyrightNotice: rights?.notice,
  });
}
