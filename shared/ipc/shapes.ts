import { idPattern } from '../article/article.ts';
import { mediaPattern } from '../article/address.ts';
import { templateSchema } from '../formats/theme.ts';
import { z } from '../zod.ts';
import { isJson } from './json.ts';

/** An article's id. */
export const id = z.string().regex(idPattern);
/** No value. */
export const nothing = z.null();
/** An article, or one file of several that hold versions of it; in the trash, by its name there. */
export const which = z.union([z.strictObject({ id }), z.strictObject({ file: z.string().min(1).max(255) })]);
/** An article as JSON; the door (`parseArticle`) is main's store, which names the file in its errors. */
export const articleJson = z
  .looseObject({ id, schemaVersion: z.int() })
  .refine((json) => isJson(json), 'is not JSON, or nested more than 256 levels deep');
/** The blocks that the body of an article leaves out, as main has them (`keptBlocks.ts`); null if it is whole. */
export const kept = z
  .strictObject({ edit: z.int().min(0), start: z.int().min(0), end: z.int().min(0) })
  .nullable()
  .default(null);
/** Why an article that is held leaves all the same, in the person's words; null as long as nobody decided that. */
export const overrideReason = z.string().max(2000).nullable().default(null);
/** What is wrong with a file: a code to act on, a message to show. */
export const problem = z.strictObject({ code: z.string(), message: z.string() });

/** One line of the library's list. */
export const entry = z.strictObject({
  /** Null for a file that has no readable id. */
  id: id.nullable(),
  /** The name inside the library folder. */
  file: z.string(),
  title: z.string(),
  slugline: z.string(),
  section: z.string(),
  status: z.string(),
  language: z.string(),
  canonical: z.string(),
  words: z.int(),
  /** Milliseconds since 1970. */
  modified: z.number(),
  /** Why it opens read-only or not at all. */
  problem: problem.nullable(),
});

/** How far a draft has come: a session is one article open in one window; it counts its edits. */
export const mark = {
  session: z.string().regex(/^[0-9a-z]{1,64}$/),
  edit: z.int().min(0).max(999_999_999_999),
};
/** A session's draft of an article, as the recovery journal holds it. */
export const drafted = z.strictObject({ id, session: mark.session });

/** A draft that the journal holds and no file of the library does. */
export const recovered = z.strictObject({
  id,
  ...mark,
  title: z.string(),
  words: z.int(),
  /** When it was typed, in milliseconds since 1970. */
  at: z.number(),
  /** What the library has of the article; null if there is nothing that can be read. */
  saved: z.strictObject({ words: z.int(), at: z.number() }).nullable(),
  /** Why the library's file cannot be read or written. */
  problem: problem.nullable(),
  /** This very window typed it before its page died, and nobody has saved the article since. */
  here: z.boolean(),
});

/** A save that is on the disk. */
export const saved = z.strictObject({
  rev: z.int(),
  hash: z.string(),
  savedAt: z.number(),
  file: z.string(),
  /** Why a version that was due is not in the history. */
  unkept: problem.nullable(),
});

/** An article as a window opens it. */
export const opened = z.strictObject({
  article: articleJson,
  hash: z.string(),
  file: z.string(),
  readOnly: problem.nullable(),
  /** How many other windows show this article. */
  elsewhere: z.int(),
});

/** The name of an article's file inside the library folder. */
export const fileName = z
  .string()
  .max(255)
  // oxlint-disable-next-line no-control-regex -- no name has a NUL
  .regex(/^[^./\\\0][^/\\\0]*\.copydesk$/i);
/** How the library stands to a window's text: `Standing` in `electron/core/standing.ts`. */
export const standing = z.strictObject({
  disk: z.enum(['same', 'changed', 'gone']),
  file: z.string(),
  hash: z.string(),
  ours: z.boolean(),
  problem: problem.nullable(),
  beside: z.array(z.strictObject({ file: z.string(), hash: z.string(), maker: z.string() })),
});

/** A file in the library's trash. */
export const trashed = z.strictObject({
  name: z.string(),
  file: z.string(),
  id: id.nullable(),
  title: z.string(),
  /** Milliseconds since 1970. */
  deleted: z.number(),
});

/** A version's file in the article's history. */
export const versionFile = z.string().min(1).max(255);
/** One version in an article's history. */
export const version = z.strictObject({
  name: versionFile,
  rev: z.int(),
  /** When it was kept, in milliseconds since 1970. */
  at: z.number(),
  /** Why it was kept: one of `reasons` (`electron/core/versionName.ts`). */
  reason: z.string(),
});

/** One time that a held article left for a reason: `OverrideRecord` in `electron/core/overrides.ts`. */
export const overrideRecord = z.strictObject({
  at: z.number(),
  who: z.string(),
  route: z.string(),
  format: z.string(),
  held: z.string(),
  reason: z.string(),
});

/** A picture in the library's media, with its size in pixels. */
export const picture = z.strictObject({
  src: z.string().regex(mediaPattern),
  width: z.int(),
  height: z.int(),
});
/** One line of the choice of page themes. */
export const themeEntry = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** Whether it lies in the library. */
  own: z.boolean(),
  /** Why it cannot be used; '' if it can. */
  problem: z.string(),
});
/** A page theme to write a page with, and why it is not the one asked for; '' if it is. */
export const themeRead = z.strictObject({
  theme: z.strictObject({ id: z.string(), css: z.string(), template: templateSchema.exactOptional() }),
  problem: z.string(),
});

/** What a window is told about the application that it belongs to. */
export const appInfo = z.strictObject({
  version: z.string(),
  platform: z.string(),
  runtime: z.string(),
  locale: z.string(),
  /** The article that this window opens with: the last one of the last window, or what it was made for. */
  show: id.nullable(),
  /** What the person should know about the start (damaged settings), '' if all is well. */
  notice: z.string(),
});
