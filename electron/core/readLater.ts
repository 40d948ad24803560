import type { Mark, Node } from 'prosemirror-model';
import {
  articleToJson,
  emptyBody,
  newArticle,
  parseArticle,
  type Article,
} from '../../shared/article/article.ts';
import { headerFields } from '../../shared/article/header.ts';
import { schemaVersion } from '../../shared/article/migrations.ts';
import { schema } from '../../shared/article/schema.ts';
import { CopydeskError } from '../../shared/error.ts';
import { parseJson, readArticle, type Problem, type Reading } from './readArticle.ts';

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

// As deep as `readArticle` goes.
const deepest = 256;

/** The problem codes of a whole article that only a later Copydesk understands whole. */
export const isOfLater = ({ code }: Pick<Problem, 'code'>): boolean =>
  code === 'newer' || code === 'unknown-content';

/**
 * Reads an article, and for looking also one that a later Copydesk wrote: the texts and blocks that are known, an unknown
 * block as the text in it, with the reason why it must never be saved over the file. Throws what `readArticle` throws
 * where no article can be made out.
 */
export function readToShow(bytes: Uint8Array): Reading {
  try {
    return readArticle(bytes);
  } catch (error) {
    if (!(error instanceof CopydeskError) || !isOfLater(error)) throw error;
    const article = attempt(() => madeOut(bytes));
    if (article === null) throw error;
    const message =
      `${error.message.replace(/\.$/, '')}. It opens read-only: what this Copydesk does not know is not shown, and nothing ` +
      'of it is lost. To go on writing, open it in the newer Copydesk.';
    return { article, version: schemaVersion, readOnly: { code: error.code, message } };
  }
}

function madeOut(bytes: Uint8Array): Article {
  const json = parseJson(bytes);
  if (!isJson(json)) throw new CopydeskError('damaged', 'The file holds no article');
  const { id, created, language } = json;
  const plain = newArticle({
    id: typeof id === 'string' ? id : '',
    created: typeof created === 'string' ? created : '1970-01-01T00:00:00.000Z',
    language: typeof language === 'string' ? language : 'en',
    body: bodyOf(json['body']),
  });
  let article = parseArticle(articleToJson(plain));
  for (const [name, value] of Object.entries(json)) {
    if (name in plain && name !== 'rev') continue;
    if (name === 'sha256' || name === 'minReader') continue;
    // A field whose meaning has changed is not shown.
    article = attempt(() => parseArticle({ ...articleToJson(article), [name]: value })) ?? article;
  }
  return article;
}

function attempt<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}

function bodyOf(json: unknown): Node {
  const parts = isJson(json) ? listOf(json['content']) : [];
  const fields = headerFields.map(({ name }) => {
    const field = parts.find(({ type }) => type === name);
    const known = field === undefined ? null : knownNode(field, 1);
    return known ?? schema.node(name, null, textNodes(field === undefined ? '' : textIn(field, 1)));
  });
  const names: readonly unknown[] = headerFields.map(({ name }) => name);
  const blocks = parts.filter(({ type }) => !names.includes(type)).flatMap((part) => blocksOf(part, 1));
  if (blocks.length === 0 && parts.every((part) => textIn(part, 1) === ''))
    throw new CopydeskError('damaged', 'No text is found');
  const body = attempt(() => {
    const made = schema.node('doc', null, [...fields, ...blocks]);
    made.check();
    return made;
  });
  if (body !== null) return body;
  const text = parts.flatMap((part) => paragraphs(part, 1));
  return (
    attempt(() => schema.node('doc', null, [...emptyBody().children.slice(0, fields.length), ...text])) ??
    emptyBody()
  );
}

/** A node that the schema knows, without the attributes and marks that it does not; null where it does not fit. */
function knownNode(json: Json, depth: number): Node | null {
  const name = String(json['type']);
  const type = Object.hasOwn(schema.nodes, name) ? schema.nodes[name] : undefined;
  if (type === undefined || depth > deepest) return null;
  const marks = listOf(json['marks']).flatMap(knownMark);
  if (type.isText)
    return typeof json['text'] === 'string' && json['text'] !== '' ? schema.text(json['text'], marks) : null;
  const children = listOf(json['content']).flatMap((child) => inside(child, type.inlineContent, depth + 1));
  return attempt(() => {
    const node = type.create(pick(json['attrs'], type.spec.attrs), children, marks);
    node.check();
    return node;
  });
}

function knownMark(json: Json): readonly Mark[] {
  const name = String(json['type']);
  const type = Object.hasOwn(schema.marks, name) ? schema.marks[name] : undefined;
  const mark = attempt(() => type?.create(pick(json['attrs'], type.spec.attrs)));
  return mark === null || mark === undefined ? [] : [mark];
}

function inside(json: Json, inline: boolean, depth: number): readonly Node[] {
  if (!inline) return blocksOf(json, depth);
  const known = knownNode(json, depth);
  return known === null ? textNodes(textIn(json, depth)) : [known];
}

function blocksOf(json: Json, depth: number): readonly Node[] {
  const known = knownNode(json, depth);
  if (known !== null) return [known];
  const isText = listOf(json['content']).some(({ type }) => type === 'text');
  if (isText || depth > deepest) return paragraphs(json, depth);
  return listOf(json['content']).flatMap((child) => blocksOf(child, depth + 1));
}

const paragraphs = (json: Json, depth: number): readonly Node[] => {
  const text = textIn(json, depth);
  return text === '' ? [] : [schema.node('paragraph', null, textNodes(text))];
};

const textNodes = (text: string): readonly Node[] => (text === '' ? [] : [schema.text(text)]);

function textIn(json: Json, depth: number): string {
  if (depth > deepest) return '';
  if (typeof json['text'] === 'string') return json['text'];
  return listOf(json['content'])
    .map((child) => textIn(child, depth + 1))
    .join('');
}

function pick(attrs: unknown, known: object | null | undefined): Json {
  if (!isJson(attrs)) return {};
  return Object.fromEntries(Object.entries(attrs).filter(([name]) => Object.hasOwn(known ?? {}, name)));
}
