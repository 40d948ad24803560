import type { Article } from '../article/article.ts';
import type { Loss } from './format.ts';

/** What Markdown cannot carry of this article. */
export const markdownLosses = (_article: Article): readonly Loss[] => [];
