import { createHash } from 'node:crypto';
import { articleToJson, type Article } from '../../shared/article/article.ts';

// The order of the file: what identifies it, then what a person looks for, then the text.
const order = (
  'schemaVersion minReader id rev sha256 language direction slug slugline section genre keywords headlines status ' +
  'embargo created published modified expires rights edNote canonical targetLength'
).split(' ');

type Json = Readonly<Record<string, unknown>>; // what is an object and no array, in JSON

/** The oldest reader, by schema version, that reads what this Copydesk writes. */
export const minReader = 1;

/** The SHA-256 of bytes or text, as hex: what tells two versions of a file apart. */
export const hashOf = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');

/** The SHA-256 of a body's or an envelope's JSON, whatever the order of its keys and its white space. */
export const hashOfBody = (body: unknown): string => hashOf(JSON.stringify(sorted(body)));

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value).toSorted()) {
    const part = sorted((value as Json)[key]);
    // Set as on an object of our own, it would be no key.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: part, enumerable: true });
    else copy[key] = part;
  }
  return copy;
}

const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);

/** An article as the bytes of its file: pretty-printed JSON in a stable order, unknown fields by name, the body last. */
export function articleToBytes(article: Article): Uint8Array {
  const { body, ...envelope } = articleToJson(article);
  const all = { ...envelope, minReader, sha256: hashOfBody(body) };
  const entries = Object.entries(all).toSorted(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
  const json = Object.fromEntries([...entries, ['body', body]]);
  return new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`);
}
