import { parseArticle, type Article } from '../../shared/article/article.ts';
import { migrate } from '../../shared/article/migrations.ts';
import { schema } from '../../shared/article/schema.ts';
import { CopydeskError, messageOf, type ErrorCode } from '../../shared/error.ts';
import { hashOfBody } from './serialise.ts';

/** Why a file opens read-only or not at all. */
export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
}

/** What a file's bytes say: an article, and why it must not be saved over, if so. */
export interface Reading {
  readonly article: Article;
  /** The schema version that the file is written in: an older one than ours is lifted when it is read. */
  readonly version: number;
  readonly readOnly: Problem | null;
}

const damaged = (message: string, options?: ErrorOptions) => new CopydeskError('damaged', message, options);

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The text of a file: UTF-8, without its byte-order mark. Throws `damaged` with the reason. */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === undefined)
    throw damaged('The file is empty (0 bytes); a sync tool may not have fetched it yet');
  if (bytes.every((byte) => byte === 0))
    throw damaged('The file holds nothing but zero bytes, as a power cut leaves it');
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw damaged('The file is UTF-16 text; an article is UTF-8');
  try {
    return decoder.decode(bytes);
  } catch (error) {
    throw damaged('The file is not UTF-8 text', { cause: error });
  }
}

/** The JSON in a file's bytes. Throws `damaged` with the reason. */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const cut = text.trimStart().startsWith('{') && !text.trimEnd().endsWith('}');
    const zeros = text.includes('\0') ? '; it holds zero bytes' : '';
    const reason = cut
      ? `The file ends in the middle, after ${bytes.length} bytes${zeros}`
      : `The file is not JSON${zeros}: ${messageOf(error)}`;
    throw damaged(reason, { cause: error });
  }
}

/** Reads an article's bytes. Throws `damaged`, `foreign`, `newer` or `unknown-content`; never repairs. */
export function readArticle(bytes: Uint8Array): Reading {
  const { article, version, sha256, body } = parseBytes(bytes);
  return { article, version, readOnly: whyReadOnly(bytes, sha256, body) };
}

/** Reads bytes that `articleToBytes` has just made, as the next start will; throws as `readArticle` does. */
// Their checksum was made of the very JSON that they hold.
export const readBack = (bytes: Uint8Array): Article => parseBytes(bytes).article;

function parseBytes(bytes: Uint8Array) {
  const json = parseJson(bytes);
  const { sha256, minReader: _, ...article } = parseArticle(json);
  // `parseArticle` read an object with a body.
  const { body, schemaVersion: version } = json as { readonly body: unknown; readonly schemaVersion: number };
  const unknown = unknownContent(migrate(json)['body']);
  if (unknown !== null) throw new CopydeskError('unknown-content', `This Copydesk does not know ${unknown}`);
  return { article, version, sha256, body };
}

function whyReadOnly(bytes: Uint8Array, sha256: unknown, body: unknown): Problem | null {
  const advice = 'It opens read-only; duplicate it to go on writing.';
  if (bytes[0] === 0xef)
    return { code: 'damaged', message: `Another program saved this file (byte-order mark). ${advice}` };
  if (sha256 !== undefined && sha256 !== hashOfBody(body)) {
    const message = `The text is not the one that Copydesk saved (its checksum differs): another program changed it, or the disk did. ${advice}`;
    return { code: 'damaged', message };
  }
  return null;
}

// No story nests like this; a file made to exhaust the memory does.
const deepest = 256;
const parts = ['type', 'attrs', 'content', 'marks', 'text'];
type Json = Readonly<Record<string, unknown>>;

/**
 * What ProseMirror would drop without a word: an attribute or key that the schema does not have. `json` is a document
 * that the schema has read; null if all of it is known.
 */
export function unknownContent(json: unknown, depth = 0): string | null {
  if (depth > deepest) throw damaged(`The text is nested more than ${deepest} levels deep`);
  const node = json as Json; // the schema has read it
  const name = String(node['type']);
  const key = Object.keys(node).find((one) => !parts.includes(one));
  if (key !== undefined) return `“${key}” of ${name}`;
  const attribute = unknownAttribute(name, node['attrs'], schema.nodes[name]?.spec.attrs);
  if (attribute !== null) return attribute;
  for (const mark of listOf(node['marks'])) {
    const markName = typeof mark === 'string' ? mark : String(mark['type']);
    const attrs = typeof mark === 'string' ? undefined : mark['attrs'];
    const found = unknownAttribute(markName, attrs, schema.marks[markName]?.spec.attrs);
    if (found !== null) return found;
  }
  for (const child of listOf(node['content'])) {
    const found = unknownContent(child, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as Json[]) : []); // as above

function unknownAttribute(owner: string, given: unknown, known: object | null | undefined): string | null {
  if (typeof given !== 'object' || given === null) return null;
  const name = Object.keys(given).find((one) => !Object.hasOwn(known ?? {}, one));
  return name === undefined ? null : `the attribute “${name}” of ${owner}`;
}
