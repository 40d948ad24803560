import { Document, isScalar, Scalar, visit } from 'yaml';
import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { blocks } from '../article/blocks/index.ts';
import { parseDateline } from '../article/dateline.ts';
import { headerText } from '../article/text.ts';
import { isBlank } from '../article/blank.ts';
import { readMoment, standardKeys } from '../importing/frontMatter.ts';
import { authorsOf } from './authors.ts';
import { cleanText } from './escape.ts';
import { inlineMarkdown } from './markdownBody.ts';
import type { MarkdownProfile } from './markdownProfiles.ts';
import { isWithheld, laterOf } from './release.ts';

type Entries = Readonly<Record<string, unknown>>;
type FrontMatterProfile = Pick<MarkdownProfile, 'keys' | 'waitsForDate'>;

// Hugo reads `publishDate` and the like as dates only when they stand bare.
const dateKeys = ['date', 'publishDate', 'lastmod', 'expiryDate', 'created', 'published'];

const present = (entries: Entries): Entries =>
  Object.fromEntries(
    Object.entries(entries).filter(
      ([, value]) =>
        value !== undefined &&
        value !== '' &&
        !(typeof value === 'object' && value !== null && Object.keys(value).length === 0),
    ),
  );

/** What the front matter remembers of the blocks, by the name each block gives it. */
export function rememberedOf(body: Node): Readonly<Record<string, readonly Entries[]>> {
  const found: Record<string, Entries[]> = {};
  body.descendants((node) => {
    if (isBlank(node)) return false;
    const remember = blocks.find(({ name }) => name === node.type.name)?.remember;
    const entry = remember?.of(node) ?? null;
    if (remember !== undefined && entry !== null) (found[remember.as] ??= []).push(entry);
    return !node.isTextblock;
  });
  return found;
}

/** A header field as Markdown where it holds marks, else ''. */
function marked(body: Node, name: string): string {
  const field = body.children.find((node) => node.type.name === name);
  const hasMarks = field?.children.some((node) => node.marks.length > 0) === true;
  return field !== undefined && hasMarks ? inlineMarkdown(field) : '';
}

function datelineEntry(body: Node): Entries {
  const text = headerText(body, 'dateline');
  const parsed = text === '' ? null : parseDateline(text);
  return present({
    text,
    places: parsed?.places.map(({ place, region }) => present({ place, region: region ?? undefined })),
    date: parsed?.date ?? undefined,
    source: parsed?.source ?? undefined,
  });
}

const unknownKeys = (article: Article): Entries => {
  const kept = article['frontMatter'];
  // Put there by our importer: the keys of somebody else's front matter.
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as Entries) : {};
};

// Full dates with their offset and seconds, as YAML 1.1 and Hugo read them.
const dateText = (moment: string | undefined): string | undefined =>
  moment?.replace(/(T\d{2}:\d{2})(?=Z|[+-])/u, '$1:00');

/**
 * The front matter of an article: the keys that site generators know at the top, then those of the profile, then somebody
 * else's as they were; the rest under `params.copydesk`, where `added` names what our importer must leave out.
 */
export function frontMatterOf(article: Article, profile: FrontMatterProfile): Entries {
  const { body, embargo, published } = article;
  const { params, ...kept } = unknownKeys(article);
  const others = Object.entries(kept).filter(([key]) => !standardKeys.includes(key));
  const keys = Object.entries(profile.keys(article)).filter(([key]) => !Object.hasOwn(kept, key));
  const movesDate = profile.waitsForDate && embargo !== undefined;
  const copydesk = present({
    id: article.id,
    kicker: headerText(body, 'kicker'),
    byline: headerText(body, 'byline'),
    marked: present({ standfirst: marked(body, 'standfirst'), byline: marked(body, 'byline') }),
    dateline: datelineEntry(body),
    headlines: article.headlines,
    slugline: article.slugline,
    genre: article.genre,
    status: article.status,
    created: dateText(article.created),
    published: movesDate ? dateText(published) : undefined,
    direction: article.direction,
    canonical: article.canonical,
    rights: article.rights,
    targetLength: article.targetLength,
    added: [...keys.map(([key]) => key), ...(movesDate ? ['date'] : [])],
    ...rememberedOf(body),
  });
  return {
    ...present({
      title: headerText(body, 'headline'),
      description: headerText(body, 'standfirst'),
      slug: article.slug,
      date: dateText(movesDate ? laterOf(embargo, published) : published),
      publishDate: dateText(embargo),
      lastmod: dateText(article.modified),
      expiryDate: dateText(article.expires),
      draft: isWithheld(article) ? true : undefined,
      tags: article.keywords,
      categories: article.section === undefined ? undefined : [article.section],
      authors: authorsOf(headerText(body, 'byline')),
      lang: article.language,
    }),
    ...Object.fromEntries([...keys, ...others]),
    params: { ...(typeof params === 'object' ? params : {}), copydesk },
  };
}

const clean = (value: unknown): unknown => {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
  return value;
};

// Keys that every YAML reads as text without quotes: no `on`, no `12:30`.
const plainKey = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z_][\w-]*$/iu;

/** Front matter as YAML that every generator reads alike: strings double-quoted, dates bare (`formats.md` finding 2, M9). */
export function frontMatterText(entries: Entries): string {
  const document = new Document(clean(entries));
  const bare = (path: readonly string[]): void => {
    const scalar = document.getIn(path, true);
    if (isScalar(scalar) && typeof scalar.value === 'string') scalar.type = Scalar.PLAIN;
  };
  for (const key of dateKeys) {
    bare([key]);
    bare(['params', 'copydesk', key]);
  }
  // Somebody else's dates: our importer read them as text.
  for (const [key, value] of Object.entries(entries))
    if (typeof value === 'string' && !standardKeys.includes(key) && readMoment(value) !== null) bare([key]);
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key)) key.type = plainKey.test(String(key.value)) ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
    },
  });
  const text = document.toString({ defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 });
  // YAML 1.1 takes these for line breaks, even between quotes; every string stands between quotes.
  const safe = text.replace(
    /[\u0085\u2028\u2029\ufeff]/gu,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `---\n${safe}---\n`;
}
