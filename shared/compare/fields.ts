import type { Article } from '../article/article.ts';

/** A difference of the metadata, by the field's name (`section`, `headlines.seo`); undefined where there is no such field. */
export interface FieldChange {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

// What every save sets, what names the article, and what is compared as text.
const left = ['schemaVersion', 'id', 'rev', 'modified', 'body'];

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fieldsOf(article: Article): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(article)) {
    if (left.includes(name)) continue;
    if (!isGroup(value)) fields.set(name, value);
    else for (const [part, inner] of Object.entries(value)) fields.set(`${name}.${part}`, inner);
  }
  return fields;
}

/** The fields that differ, in the order of the later article; those that only the earlier one has come last. */
export function compareFields(a: Article, b: Article): readonly FieldChange[] {
  const [before, after] = [fieldsOf(a), fieldsOf(b)];
  const names = [...new Set([...after.keys(), ...before.keys()])];
  return names
    .map((name) => ({ name, before: before.get(name), after: after.get(name) }))
    .filter((field) => JSON.stringify(field.before) !== JSON.stringify(field.after));
}
