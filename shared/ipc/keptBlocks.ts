import { Fragment, type Node } from 'prosemirror-model';
import { articleToJson, type Article, type ArticleJson } from '../article/article.ts';
import { CopydeskError } from '../error.ts';

/** The blocks of a document that stay as they were at an edit which main has: so many at its start and at its end. */
export interface KeptBlocks {
  readonly edit: number;
  readonly start: number;
  readonly end: number;
}

/** A document that main has, and at which edit of its session. */
export interface TakenBody {
  readonly edit: number;
  readonly body: Node;
}

/** An article on its way to main; with `kept`, its body holds the blocks between those that stayed, and no others. */
export interface SentArticle {
  readonly article: ArticleJson;
  readonly kept: KeptBlocks | null;
}

/** An article to send: whole if main has nothing of it, else what differs by the identity of nodes, which never change. */
export function articleToSend(article: Article, taken: TakenBody | null): SentArticle {
  if (taken === null) return { article: articleToJson(article), kept: null };
  const [before, after] = [taken.body.children, article.body.children];
  const room = Math.min(before.length, after.length);
  let start = 0;
  while (start < room && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < room - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const between = article.body.copy(Fragment.from(after.slice(start, after.length - end)));
  return { article: articleToJson({ ...article, body: between }), kept: { edit: taken.edit, start, end } };
}

/** The blocks of a document's JSON; none of what is no document. */
export function blocksOf(body: unknown): readonly unknown[] {
  const has = typeof body === 'object' && body !== null && 'content' in body;
  return has && Array.isArray(body.content) ? body.content : [];
}

/** The whole document of one that was sent without the blocks that stayed. Throws `bad-input` if they are not so many. */
export function wholeBody(body: unknown, kept: KeptBlocks, before: readonly unknown[]): unknown {
  const { start, end } = kept;
  if (start + end > before.length)
    throw new CopydeskError('bad-input', `Of ${before.length} blocks, ${start + end} cannot have stayed`);
  const content = [...before.slice(0, start), ...blocksOf(body), ...before.slice(before.length - end)];
  return typeof body === 'object' && body !== null ? { ...body, content } : body;
}
