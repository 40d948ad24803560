import { z } from '../zod.ts';

/** An article of a batch that something is said about: its file in the library, its headline, the words. */
const told = z.strictObject({ about: z.string(), title: z.string(), message: z.string() });

/** What to export: files of the library, null for all of them; formats by id. */
export const batchWish = z.strictObject({
  files: z.array(z.string().min(1).max(255)).max(200_000).nullable(),
  formats: z.array(z.string().max(80)).min(1).max(50),
});

/** What a batch would write: `BatchPlan` in `electron/core/batch/planBatch.ts`, as a person is asked about it. */
export const batchPlan = z.strictObject({
  folder: z.string(),
  articles: z.int(),
  held: z.array(told),
  failed: z.array(told),
  existing: z.array(z.string()),
});

/** What becomes of files that are there, and why held articles leave all the same; null if they do not. */
export const batchAnswer = z.strictObject({
  existing: z.enum(['replace', 'both']),
  override: z.string().max(2000).nullable(),
});

/** What a batch did: `BatchSummary` in `electron/core/batch/runBatch.ts`. */
export const batchSummary = z.strictObject({
  folder: z.string(),
  files: z.int(),
  articles: z.int(),
  pictures: z.int(),
  left: z.int(),
  losses: z.array(
    z.strictObject({
      format: z.string(),
      losses: z.array(z.strictObject({ what: z.string(), instead: z.string(), count: z.int() })),
    }),
  ),
  held: z.array(told),
  failed: z.array(told),
  warnings: z.array(told),
});

export type BatchPlanned = z.output<typeof batchPlan>;
export type BatchDone = z.output<typeof batchSummary>;
export type BatchTold = z.output<typeof told>;
