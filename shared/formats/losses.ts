import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { isBlank } from '../article/blank.ts';
import type { Loss } from './format.ts';

/** How one kind of loss is found: how often it occurs in the metadata, or in one node of the document. */
export interface LossRule {
  readonly what: string;
  readonly instead: string;
  readonly inArticle?: (article: Article) => boolean;
  /** The node, its parent, and its place among its siblings. */
  readonly inNode?: (node: Node, parent: Node | null, index: number) => number;
}

/** What the rules find in an article, each kind once with its count; blank blocks lose nothing. */
export function lossesBy(rules: readonly LossRule[], article: Article): readonly Loss[] {
  const counts: number[] = rules.map((rule) => (rule.inArticle?.(article) === true ? 1 : 0));
  article.body.descendants((node, _, parent, index) => {
    if (isBlank(node)) return false;
    for (const [at, rule] of rules.entries())
      counts[at] = (counts[at] ?? 0) + (rule.inNode?.(node, parent, index) ?? 0);
    return true;
  });
  return rules.flatMap(({ what, instead }, at) => {
    const count = counts[at] ?? 0;
    return count === 0 ? [] : [{ what, instead, count }];
  });
}
