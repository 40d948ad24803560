import { z } from '../zod.ts';
import { CopydeskError } from '../error.ts';

type Json = Readonly<Record<string, unknown>>;

/** One step per version: `steps[0]` turns version 1 into version 2, and so on. Each is pure and loses nothing. */
const steps: readonly ((article: Json) => Json)[] = [];

/** The version of the stored article that this Copydesk writes: one step leads to each after the first. */
export const schemaVersion: number = steps.length + 1;

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
      `Written by a newer Copydesk (its format is ${wanted}, this one reads ${schemaVersion})`,
    );
  }
  const lifted = steps.slice(version - 1).reduce<Json>((article, step) => step(article), found.data);
  return { ...lifted, schemaVersion };
}
