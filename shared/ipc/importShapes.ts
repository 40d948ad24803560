import { z } from '../zod.ts';
import { articleJson, id } from './shapes.ts';

const tracked = z.enum(['accept', 'reject']).exactOptional();

/** What a document's tracked changes are (`shared/importing/tracked.ts`). */
export const trackedChanges = z.strictObject({
  insertions: z.int(),
  deletions: z.int(),
  moves: z.int(),
  authors: z.array(z.string()),
});

/** A file to import: one of those that the person chose in the dialog, or the bytes of one that was dropped; and how its tracked changes come in. */
export const importSource = z.union([
  z.strictObject({ chosen: z.int().min(0).max(100_000), tracked }),
  z.strictObject({ name: z.string().min(1).max(1000), bytes: z.instanceof(Uint8Array), tracked }),
]);

const address = z.strictObject({
  kind: z.enum(['link', 'picture']),
  text: z.string(),
  address: z.string(),
});

const decision = z.strictObject({
  kind: z.enum(['lifted', 'typed', 'removed', 'doubted']),
  what: z.string(),
  text: z.string(),
  line: z.int().exactOptional(),
  class: z.string().exactOptional(),
  at: z.int().exactOptional(),
  addresses: z.array(address).readonly().exactOptional(),
});

const counts = z.strictObject({
  words: z.int(),
  digits: z.int(),
  quotes: z.int(),
  listItems: z.int(),
  links: z.int(),
  footnotes: z.int(),
  images: z.int(),
});

/** What an import did (`shared/importing/receipt.ts`). */
export const receipt = z.strictObject({
  source: z.string(),
  decisions: z.array(decision),
  wordsBefore: z.int(),
  wordsAfter: z.int(),
  counts: z.strictObject({ before: counts, after: counts }).exactOptional(),
  plain: z.string().exactOptional(),
});

/** A file as an article that is in no library yet; `told` names the metadata fields that the file has. */
export const imported = z.strictObject({ article: articleJson, told: z.array(z.string()), receipt });

/** A file as an article that is in the library now. */
export const keptImport = z.strictObject({ id, title: z.string(), doubts: z.int(), decisions: z.int() });
