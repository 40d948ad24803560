import { searchedFields } from '../search/fts.ts';
import { sorts } from '../search/sort.ts';
import { z } from '../zod.ts';
import { entry } from './shapes.ts';

/** A part of the library's list that is asked for. */
export const pageQuestion = z.strictObject({
  /** The query as the person typed it (`parseQuery`); '' for every article. */
  typed: z.string().max(2000),
  /** They may still be typing its last word. */
  typing: z.boolean(),
  sort: z.enum(sorts),
  offset: z.int().min(0).max(100_000_000),
  limit: z.int().min(1).max(200),
  /** What the answer is for: questions for one purpose end each other. */
  purpose: z.enum(['list', 'choice', 'count']).default('list'),
});

/** The same, for the names of the files only. */
export const filesQuestion = z.strictObject({
  ...pageQuestion.shape,
  limit: z.int().min(1).max(200_000),
});

const marked = {
  text: z.string(),
  /** What a query found in the text, in UTF-16 units, in order and apart. */
  marks: z.array(z.strictObject({ from: z.int(), to: z.int() })).readonly(),
};

/** How far the index is with files that it has to read; `of` is 0 while it still counts them. */
export const indexProgress = z.strictObject({ done: z.int(), of: z.int() });

/** A part of the library's list. */
export const libraryPage = z.strictObject({
  /** How many articles the whole list has. */
  count: z.int(),
  rows: z
    .array(
      z.strictObject({
        entry,
        title: z.strictObject(marked),
        /** The words around the first match outside the headline; null if there is none to show. */
        snippet: z.strictObject({ ...marked, field: z.enum(searchedFields) }).nullable(),
      }),
    )
    .readonly(),
  /** What was typed and not understood, such as `before:soon`: it was left out. */
  unclear: z.array(z.string()).readonly(),
  /** The index is still being filled: there may be more. Null once it is whole. */
  progress: indexProgress.nullable(),
});

export type PageQuestion = z.output<typeof pageQuestion>;
export type LibraryPage = z.output<typeof libraryPage>;
export type LibraryRow = LibraryPage['rows'][number];
export type IndexProgress = z.output<typeof indexProgress>;
