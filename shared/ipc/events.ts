import { commandIds } from '../commands.ts';
import { z } from '../zod.ts';
import { indexProgress } from './searchShapes.ts';
import { settingsSchema } from './settings.ts';
import { id } from './shapes.ts';

/** Every event from main to a window. */
export const events = {
  'command:run': z.strictObject({ id: z.enum(commandIds) }),
  'settings:changed': settingsSchema,
  'library:changed': z.strictObject({}),
  /** The index of the library has other rows than before: pages of it may be asked for again. */
  'index:changed': z.strictObject({}),
  /** How far the index is; null once it is whole. */
  'index:progress': indexProgress.nullable(),
  /** A page theme of the library was added, edited or taken away. */
  'theme:changed': z.strictObject({}),
  /** Another window saved this article, or trashed it (then the hash is ''). */
  'article:changed': z.strictObject({ id, hash: z.string() }),
  'article:show': z.strictObject({ id: id.nullable() }),
  /** Save everything now and answer with `window:flushed`: the window is about to close. */
  'window:flush': z.strictObject({ request: z.int() }),
  /** How many other windows show this window's article. */
  'window:elsewhere': z.strictObject({ count: z.int() }),
  'export:progress': z.strictObject({ done: z.int(), of: z.int(), file: z.string() }),
} as const;

export type EventName = keyof typeof events;
export type EventValue<Name extends EventName> = z.output<(typeof events)[Name]>;
