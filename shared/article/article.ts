import type { Node } from 'prosemirror-model';
import { z } from '../zod.ts';
import { CopydeskError, messageOf } from '../error.ts';
import { isSafeUrl } from './address.ts';
import { migrate, schemaVersion } from './migrations.ts';
import { schema } from './schema.ts';

/** The workflow states of `newsroom.md` §3, by their stored names. */
export const statuses = [
  'draft',
  'done',
  'needs_proofreading',
  'approved',
  'withheld',
  'usable',
  'corrected',
  'unpublished',
  'canceled',
] as const;

/** An article's id: the 32 lower-case hex digits of a UUID (older libraries may hold 16 to 32 of `[0-9a-z]`). */
export const idPattern = /^[0-9a-z]{16,32}$/;

const moment = z.iso.datetime({ offset: true });
const text = z.string();

const envelopeSchema = z.looseObject({
  schemaVersion: z.literal(schemaVersion),
  id: z.string().regex(idPattern),
  rev: z.int().min(0),
  language: z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/),
  direction: z.enum(['ltr', 'rtl']).exactOptional(),
  slug: text.exactOptional(),
  slugline: text.exactOptional(),
  section: text.exactOptional(),
  genre: text.exactOptional(),
  keywords: z.array(text).readonly().exactOptional(),
  headlines: z
    .looseObject({ seo: text.exactOptional(), social: text.exactOptional(), short: text.exactOptional() })
    .readonly()
    .exactOptional(),
  status: z.enum(statuses).exactOptional(),
  embargo: moment.exactOptional(),
  created: moment,
  published: moment.exactOptional(),
  modified: moment.exactOptional(),
  expires: moment.exactOptional(),
  rights: z
    .looseObject({ holder: text.exactOptional(), notice: text.exactOptional() })
    .readonly()
    .exactOptional(),
  edNote: text.exactOptional(),
  canonical: z
    .string()
    .refine((address) => /^https?:/i.test(address) && isSafeUrl(address))
    .exactOptional(),
  targetLength: z.int().positive().exactOptional(),
});

/** The names of the metadata fields that this version knows. */
export const envelopeFields: readonly string[] = Object.keys(envelopeSchema.shape);

/** An article's metadata. Fields that Copydesk does not know are kept as they are. */
export type Envelope = Readonly<z.infer<typeof envelopeSchema>>;

/** An article: its metadata, and in `body` one ProseMirror document with every text that a reader sees. */
export type Article = Envelope & { readonly body: Node };

/** An article as JSON, as it is stored and sent between the processes. */
export type ArticleJson = Envelope & { readonly body: unknown };

const issueText = (error: z.ZodError): string =>
  error.issues.map((issue) => `${issue.path.join('.') || 'article'}: ${issue.message}`).join('; ');

/** Reads a document's JSON; throws `unknown-content` for a node or mark this version does not know, `damaged` otherwise. */
export function parseBody(json: unknown): Node {
  let body: Node;
  try {
    body = schema.nodeFromJSON(json);
    body.check();
  } catch (error) {
    const message = messageOf(error);
    const unknown = /unknown node type|no mark type|unknown mark/i.test(message);
    throw new CopydeskError(unknown ? 'unknown-content' : 'damaged', `The text cannot be read: ${message}`, {
      cause: error,
    });
  }
  if (body.type !== schema.topNodeType)
    throw new CopydeskError('damaged', `The text starts with “${body.type.name}”, not with a document`);
  return body;
}

/** Reads an article of any version up to ours. Throws `foreign`, `newer`, `unknown-content` or `damaged`; never repairs. */
export function parseArticle(json: unknown): Article {
  const current = migrate(json);
  const envelope = envelopeSchema.safeParse(current);
  if (!envelope.success) throw new CopydeskError('damaged', issueText(envelope.error));
  return { ...envelope.data, body: parseBody(current['body']) };
}

/** The article as plain JSON; `parseArticle` of it gives the same article. */
export const articleToJson = (article: Article): ArticleJson => ({
  ...article,
  body: article.body.toJSON() as unknown,
});

/** A document with five empty header fields and one empty paragraph. */
export const emptyBody = (): Node => {
  const body = schema.topNodeType.createAndFill();
  if (body === null) throw new CopydeskError('unexpected', 'The schema cannot fill an empty article');
  return body;
};

/** A new article: the caller gives the id (32 hex digits), the time (RFC 3339) and the language (BCP 47). */
export const newArticle = (given: {
  readonly id: string;
  readonly created: string;
  readonly language: string;
  readonly body?: Node;
}): Article => ({
  schemaVersion,
  id: given.id,
  rev: 0,
  language: given.language,
  ...(isRightToLeft(given.language) ? { direction: 'rtl' as const } : {}),
  created: given.created,
  body: given.body ?? emptyBody(),
});

const rightToLeft = ['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'];

/** Whether a language (BCP 47) is written from right to left. */
export const isRightToLeft = (language: string): boolean =>
  rightToLeft.includes(language.toLowerCase().split('-')[0] ?? '') ||
  /-(arab|hebr|thaa|nkoo|syrc)\b/i.test(language);

/** The article's direction: as set, else as its language is written. */
export const directionOf = (article: Envelope): 'ltr' | 'rtl' =>
  article.direction ?? (isRightToLeft(article.language) ? 'rtl' : 'ltr');
