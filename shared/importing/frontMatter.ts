import { z } from '../zod.ts';
import type { Envelope } from '../article/article.ts';
import { statuses } from '../article/article.ts';
import { isSafeUrl } from '../article/address.ts';
import type { Doubt, FrontMatterMemory } from './markdownBlocks.ts';
import { readYaml } from './readYaml.ts';

type Entries = Readonly<Record<string, unknown>>;

/** What a Markdown file says before its body. */
export interface FrontMatterRead {
  readonly envelope: Partial<Envelope>;
  readonly header: Readonly<Record<'kicker' | 'headline' | 'standfirst' | 'byline', string>>;
  /** The same fields as Markdown, where they hold marks. */
  readonly marked: Readonly<Record<string, string>>;
  /** The dateline as the front matter has it; the body's own wins. */
  readonly dateline: string;
  readonly memory: FrontMatterMemory;
  readonly doubts: readonly Doubt[];
}

const entriesOf = (value: unknown): Entries =>
  // A mapping of YAML: its keys are strings.
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Entries) : {};

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [])
    .map((one) => (typeof one === 'string' ? one : textOf(entriesOf(one)['name'])).trim())
    .filter((one) => one !== '');

const stringsOf = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(entriesOf(value)).flatMap(([key, one]) => (typeof one === 'string' ? [[key, one]] : [])),
  );

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

const moment = z.iso.datetime({ offset: true });

/** A date as generators write it, as RFC 3339 with an offset; UTC where none is given; null for what is no date. */
export function readMoment(value: unknown): string | null {
  const found =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2})(:\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      textOf(value),
    );
  if (found === null) return null;
  const [, day, minutes = '00:00', seconds = ':00', zone = 'Z'] = found;
  const text = `${day}T${minutes.padStart(5, '0')}${seconds}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`;
  return moment.safeParse(text).success ? text : null;
}

/** The keys that site generators know; all others are kept untouched. */
export const standardKeys: readonly string[] = [
  'title',
  'description',
  'slug',
  'date',
  'publishDate',
  'lastmod',
  'expiryDate',
  'draft',
  'tags',
  'categories',
  'authors',
  'author',
  'lang',
  'params',
];

/** Reads YAML front matter: the standard keys, ours under `params.copydesk`, and everything else for the way back. */
export function readFrontMatter(yaml: string): FrontMatterRead {
  const doubts: Doubt[] = [];
  const { value: whole, problems } = readYaml(yaml);
  for (const why of problems) doubts.push({ what: 'Front matter that cannot be read', text: why });
  // Nothing of it was read: it is in the receipt as it was.
  if (whole === null && problems.length > 0) doubts.push({ what: 'The front matter', text: yaml });
  const all = entriesOf(whole);
  const params = entriesOf(all['params']);
  const ours = entriesOf(params['copydesk']);
  const date = (from: Entries, key: string): string | undefined => {
    const read = readMoment(from[key]);
    if (read === null && textOf(from[key]) !== '')
      doubts.push({ what: `Date “${key}”`, text: textOf(from[key]) });
    return read ?? undefined;
  };
  const status =
    statuses.find((one) => one === ours['status']) ?? (all['draft'] === true ? 'draft' : undefined);
  const { copydesk: _, ...otherParams } = params;
  // The keys that our profile for one generator put there are no part of the article.
  const added = textsOf(ours['added']);
  const kept = Object.fromEntries(
    Object.entries(all).filter(([key]) => !standardKeys.includes(key) && !added.includes(key)),
  );
  const others = Object.keys(otherParams).length === 0 ? kept : { ...kept, params: otherParams };
  const language = textOf(all['lang']);
  const canonical = textOf(ours['canonical']);
  const targetLength = ours['targetLength'];
  const direction = ours['direction'];
  const id = textOf(ours['id']);
  const envelope = {
    id: /^[0-9a-z]{16,32}$/.test(id) ? id : undefined,
    language: /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language) ? language : undefined,
    direction: direction === 'ltr' || direction === 'rtl' ? direction : undefined,
    slug: textOf(all['slug']),
    slugline: textOf(ours['slugline']),
    section: textsOf(all['categories'])[0],
    genre: textOf(ours['genre']),
    keywords: textsOf(all['tags']),
    headlines: stringsOf(ours['headlines']),
    status,
    embargo: date(all, 'publishDate'),
    created: date(ours, 'created'),
    published: added.includes('date') ? date(ours, 'published') : date(all, 'date'),
    modified: date(all, 'lastmod'),
    expires: date(all, 'expiryDate'),
    rights: stringsOf(ours['rights']),
    canonical: /^https?:/i.test(canonical) && isSafeUrl(canonical) ? canonical : undefined,
    targetLength:
      Number.isInteger(targetLength) && Number(targetLength) > 0 ? Number(targetLength) : undefined,
    frontMatter: others,
  };
  const authors = textsOf(all['authors'] ?? all['author']);
  return {
    // Each value was checked above; what is left out is not there at all.
    envelope: Object.fromEntries(Object.entries(envelope).filter(([, value]) => !isEmpty(value))),
    header: {
      kicker: textOf(ours['kicker']),
      headline: textOf(all['title']),
      standfirst: textOf(all['description']),
      byline: textOf(ours['byline']) || authors.join(', '),
    },
    marked: stringsOf(ours['marked']),
    dateline: textOf(entriesOf(ours['dateline'])['text']),
    memory: {
      isOurs: 'copydesk' in params,
      remembered: Object.fromEntries(
        Object.entries(ours).flatMap(([key, value]) =>
          Array.isArray(value) ? [[key, value.map(entriesOf)]] : [],
        ),
      ),
    },
    doubts,
  };
}
