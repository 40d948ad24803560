import { z } from '../zod.ts';
import { batchAnswer, batchPlan, batchSummary, batchWish } from './batchShapes.ts';
import { imported, importSource, keptImport, trackedChanges } from './importShapes.ts';
import { filesQuestion, libraryPage, pageQuestion } from './searchShapes.ts';
import { settingsPatchSchema, settingsSchema } from './settings.ts';
import {
  appInfo,
  id,
  nothing,
  which,
  articleJson,
  kept,
  problem,
  entry,
  mark,
  drafted,
  overrideRecord,
  overrideReason,
  recovered,
  saved,
  opened,
  standing,
  fileName,
  themeEntry,
  themeRead,
  trashed,
  versionFile,
  version,
  picture,
} from './shapes.ts';

const call = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) => ({
  input,
  output,
});

/** Every call from a window to main: what goes in, what comes out. Cancelled dialogs answer null. */
export const calls = {
  'app:info': call(nothing, appInfo),
  'settings:get': call(nothing, settingsSchema),
  'settings:set': call(settingsPatchSchema, settingsSchema),
  /** The page themes to choose from: Copydesk's and the library's own. */
  'theme:list': call(nothing, z.array(themeEntry)),
  /** A page theme as its files have it; the standard one with a `problem` if it cannot be used. */
  'theme:read': call(z.strictObject({ theme: z.string() }), themeRead),
  /** How the library is, whatever its list shows. */
  'library:state': call(
    nothing,
    z.strictObject({
      root: z.string(),
      /** Its identity, whatever folder it lies in; '' if it cannot be used. */
      id: z.string(),
      problem: problem.nullable(),
      /** There is no article at all. */
      empty: z.boolean(),
      trashed: z.int(),
      /** So many articles are gone in this run that a person must say what it means. */
      vanished: z.strictObject({ gone: z.int(), of: z.int() }).nullable(),
    }),
  ),
  /** A part of the list: every article, or what a search finds. From the index, which may still be filled; a newer search of the same window ends an older one (`cancelled`). */
  'library:page': call(pageQuestion, libraryPage),
  /** The files of a part of the list, in its order: for a selection. */
  'library:files': call(filesQuestion, z.array(z.string())),
  /** What the list has of an article; null if it is not known. */
  'library:find': call(z.strictObject({ id }), entry.nullable()),
  /** A person says that the articles which are gone were removed on purpose. */
  'library:accept': call(nothing, nothing),
  /** Asks for a folder and makes it the library. */
  'library:choose': call(nothing, z.string().nullable()),
  /** What lies in the library's trash, newest first; `name` is the file that `article:restore` takes. */
  'library:trash': call(nothing, z.array(trashed)),
  'library:reveal': call(z.strictObject({ file: z.string().nullable() }), nothing),
  'article:create': call(z.strictObject({ article: articleJson.nullable() }), opened),
  'article:open': call(which, opened),
  /** `base` is the hash of what this window last loaded or saved. Fails with `conflict` when the file changed meanwhile, with `resend` when main has not the blocks that `kept` names. */
  'article:save': call(
    z.strictObject({
      article: articleJson,
      kept,
      base: z.string(),
      /** The file that the window loaded. */
      file: fileName.optional(),
      ...mark,
      /** Whether a person asked for it, the time did, or it brings a recovered draft back. */
      reason: z.enum(['manual', 'auto', 'recovered']),
      /** How much the person's own edits took out since the base, in positions of the document. */
      removed: z.int().min(0),
    }),
    saved,
  ),
  /** Whether the library still has what a window's text was made from (`base` as in `article:save`), and what else lies there. */
  'article:standing': call(z.strictObject({ id, base: z.string(), file: fileName }), standing),
  /**
   * A person's decision between a window's text and another version of the article, which is named by the hash of what
   * the person saw. What is not kept as the article becomes a version; answers what to go on with.
   */
  'article:settle': call(
    z.strictObject({
      article: articleJson,
      base: z.string(),
      file: fileName,
      theirs: z.strictObject({ file: fileName, hash: z.string() }),
      keep: z.enum(['mine', 'theirs', 'both']),
    }),
    opened,
  ),
  /** Resolves when the draft is on this computer's own disk: typed, not yet saved. `base` as in `article:save`. */
  'journal:write': call(z.strictObject({ article: articleJson, kept, base: z.string(), ...mark }), nothing),
  /** What the journal holds beyond the library's files; `own` is the session that this window types in now. */
  'recovery:list': call(
    z.strictObject({ own: mark.session.nullable() }),
    z.strictObject({
      recovered: z.array(recovered),
      /** Damaged journals and drafts that cannot be read: where they are, and what is safe. */
      notices: z.array(z.string()),
    }),
  ),
  /** The draft and what is saved, to be compared. */
  'recovery:read': call(drafted, z.strictObject({ draft: articleJson, saved: articleJson.nullable() })),
  /**
   * Gives a draft to this window, as an unsaved change over what is saved now: typing goes on in its session. Null mark:
   * the file cannot be written, so the draft was saved as an article of its own.
   */
  'recovery:take': call(drafted, z.strictObject({ opened, mark: z.strictObject(mark).nullable() })),
  /** Moves a draft to the discarded ones, kept for 90 days. */
  'recovery:discard': call(drafted, nothing),
  'article:duplicate': call(which, opened),
  'article:trash': call(which, nothing),
  'article:restore': call(which, nothing),
  /** Does one thing with several files of the library, or of its trash; answers where the articles are now, and what failed. */
  'article:several': call(
    z.strictObject({
      deed: z.enum(['open', 'duplicate', 'trash', 'restore']),
      files: z.array(z.string().min(1).max(255)).min(1).max(200_000),
    }),
    z.strictObject({
      /** The article's id, the copy's file, the name in the trash, the file that is back. */
      done: z.array(z.string()),
      failed: z.array(z.strictObject({ file: z.string(), message: z.string() })),
    }),
  ),
  /** Save As dialog for a copy outside the library, when the library cannot be written. */
  'article:saveCopy': call(
    z.strictObject({ article: articleJson }),
    z.strictObject({ path: z.string() }).nullable(),
  ),
  /** The versions of an article, newest first, whether or not its file is there and can be read. */
  'history:list': call(z.strictObject({ id }), z.array(version)),
  /** The times that a held article left for a reason, newest first (`overrides.ts`). */
  'history:overrides': call(z.strictObject({ id }), z.array(overrideRecord)),
  'history:read': call(
    z.strictObject({ id, name: versionFile }),
    z.strictObject({
      article: articleJson,
      /** Why its text may not be what was kept. */
      problem: problem.nullable(),
    }),
  ),
  /** Keeps what is saved as a version, because a person wants one or has imported it; what was asked for before is there already. */
  'history:keep': call(
    z.strictObject({ id, reason: z.enum(['manual', 'import']) }),
    z.strictObject({ kept: z.enum(['new', 'already']) }),
  ),
  /** Saves a version as the newest state; `replaced` is the version that takes it back, null if nothing was replaced. */
  'history:restore': call(
    z.strictObject({ id, name: versionFile }),
    z.strictObject({ hash: z.string(), file: z.string(), replaced: versionFile.nullable() }),
  ),
  /** This window now shows that article, or none: for the title, recents and the "open twice" warning. */
  'window:show': call(z.strictObject({ id: id.nullable(), title: z.string(), edited: z.boolean() }), nothing),
  'window:open': call(z.strictObject({ id: id.nullable() }), nothing),
  /** The answer to the event `window:flush`. */
  'window:flushed': call(z.strictObject({ request: z.int(), ok: z.boolean(), message: z.string() }), nothing),
  'media:add': call(z.strictObject({ name: z.string(), bytes: z.instanceof(Uint8Array) }), picture),
  'media:pick': call(nothing, picture.nullable()),
  'preview:load': call(z.strictObject({ html: z.string() }), z.strictObject({ path: z.string() })),
  'preview:print': call(z.strictObject({ article: articleJson, override: overrideReason }), nothing),
  /** Save As dialog, then the file and its media. Fails with `held` (`mayLeave.ts`), as do copy and print. */
  'export:save': call(
    z.strictObject({ article: articleJson, format: z.string(), override: overrideReason }),
    z
      .strictObject({ path: z.string(), media: z.array(z.string()), warnings: z.array(z.string()) })
      .nullable(),
  ),
  /** The body as a fragment on the clipboard, as HTML and as text; answers how many pictures of the library it only names. */
  'export:copy': call(
    z.strictObject({ article: articleJson, format: z.string(), override: overrideReason }),
    z.strictObject({ pictures: z.int() }),
  ),
  /** Folder dialog, then what an export of many would write there; nothing is written. Null if cancelled. */
  'export:plan': call(batchWish, batchPlan.nullable()),
  /** Writes what this window planned last; held articles stay unless there is an override. */
  'export:batch': call(batchAnswer, batchSummary),
  /** Ends this window's batch after the file in hand. */
  'export:stop': call(nothing, nothing),
  /** Shows a file that was exported in its folder. */
  'export:reveal': call(z.strictObject({ path: z.string() }), nothing),
  /** Asks for files to import, one or many; answers their names, and `import:read` and `import:keep` take them by number. */
  'import:choose': call(nothing, z.strictObject({ names: z.array(z.string()) }).nullable()),
  /** Looks what a person must decide about a file before it is read: its tracked changes; null if there is nothing. */
  'import:look': call(importSource, trackedChanges.nullable()),
  /** Reads a file as an article, in a worker, and keeps the pictures in it; the window puts the text on a sheet. */
  'import:read': call(importSource, imported),
  /** Reads a file as an article and saves it into the library. */
  'import:keep': call(importSource, keptImport),
  /** Ends the reading that is under way; what is in the library stays. */
  'import:stop': call(nothing, nothing),
  /** Pastes the clipboard's plain text where the caret is. */
  'edit:pastePlain': call(nothing, nothing),
  'link:open': call(z.strictObject({ href: z.string() }), nothing),
} as const;

export type CallName = keyof typeof calls;
/** What a window sends. */
export type CallInput<Name extends CallName> = z.input<(typeof calls)[Name]['input']>;
/** What main's handler takes: the input once it is checked. */
export type CallTaken<Name extends CallName> = z.output<(typeof calls)[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<(typeof calls)[Name]['output']>;
/** A file to import, as a window names it. */
export type ImportSource = z.output<typeof importSource>;
/** A draft that the journal holds and the library does not. */
export type RecoveredDraft = z.output<typeof recovered>;
/** A session's draft of an article. */
export type Drafted = z.output<typeof drafted>;
/** How far a draft has come. */
export interface Mark {
  readonly session: string;
  readonly edit: number;
}
/** One line of the library's list. */
export type LibraryEntry = z.output<typeof entry>;
/** One version of an article, as its history lists it. */
export type VersionEntry = z.output<typeof version>;
/** One time that a held article left for a reason. */
export type OverrideEntry = z.output<typeof overrideRecord>;
/** How the library stands to a window's text. */
export type Standing = z.output<typeof standing>;
/** One line of the choice of page themes. */
export type ThemeEntry = z.output<typeof themeEntry>;
export type OpenedArticle = z.output<typeof opened>;
export type Saved = z.output<typeof saved>;
export type Problem = z.output<typeof problem>;
