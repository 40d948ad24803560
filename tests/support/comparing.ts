import type { Node } from 'prosemirror-model';
import type { Article } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';
import type { Comparison } from '../../shared/compare/compareArticles.ts';
import type { Span } from '../../shared/compare/spans.ts';
import { someArticle } from './someArticle.ts';

/** A paragraph of plain text. */
export const paragraph = (text: string): Node =>
  schema.node('paragraph', null, text === '' ? [] : [schema.text(text)]);
/** An article with these blocks. */
export const withBlocks = (...blocks: readonly Node[]): Article => ({
  ...someArticle(),
  body: schema.node('doc', null, [...someArticle().body.children.slice(0, 5), ...blocks]),
});
/** An article of plain paragraphs. */
export const withTexts = (...texts: readonly string[]): Article => withBlocks(...texts.map(paragraph));

const signs = { same: ['', ''], added: ['{+', '+}'], removed: ['{-', '-}'], marked: ['{~', '~}'] } as const;

/** Spans as a reader might note them: `{-removed-}`, `{+added+}`, `{~marked~}`. */
export const noted = (spans: readonly Span[]): string =>
  spans.map(({ kind, text }) => `${signs[kind][0]}${text}${signs[kind][1]}`).join('');

/** What became of each block of the body, in one line. */
export const bodyOf = ({ blocks }: Comparison) =>
  blocks.slice(5).map(({ kind, spans }) => (kind === 'same' ? 'same' : `${kind}: ${noted(spans)}`));
