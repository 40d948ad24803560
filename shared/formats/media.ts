import { mediaPattern } from '../article/address.ts';
import type { Article } from '../article/article.ts';
import { textOf } from '../article/block.ts';

/** The library's pictures that an article uses, each once, in order: `media/<sha256>.<extension>`. Export copies them, preview shows them. */
export function mediaOf(article: Pick<Article, 'body'>): readonly string[] {
  const found = new Set<string>();
  article.body.descendants((node) => {
    const src = textOf(node.attrs, 'src');
    if (mediaPattern.test(src)) found.add(src);
    return !node.isTextblock;
  });
  return [...found];
}
