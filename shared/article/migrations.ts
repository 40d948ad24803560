import { z } from '../zod.ts';
import { CopydeskError } from '../error.ts';

/** The version of the stored article that this Copydesk writes. */
export const schemaVersion = 1;

type Json = Readonly<Record<string, unknown>>;

/** One step per version: `steps[0]` turns version 1 into version 2, and so on. Each is pure and loses nothing. */
const steps: readonly ((article: Json) => Json)[] = [];

const versioned = z.looseObject({ schemaVersion: z.int().min(1), minReader: z.int().optional() });

/** Lifts stored JSON to the current version; throws `foreign` for what is no article, `newer` for one from a later Copydesk. */
export function migrate(json: unknown): Json {
  const found = versioned.safeParse(json);
  if (!found.success)
    throw new CopydeskError('foreign', 'This is not a Copydesk article: it has no schemaVersion');
  const { schemaVersion: version, minReader } = found.data;
  if (version > schemaVersion) {
    const wanted = minReader ?? version;
    throw new CopydeskError(
      'newer',
      `Written by a newer Copydesk (format ${version}, needs a reader of format ${wanted}; this one reads up to ${schemaVersion})`,
    );
  }
  return steps.slice(version - 1).reduce((article, step) => step(article), found.data as Json);
}
