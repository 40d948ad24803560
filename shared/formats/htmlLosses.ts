import type { Article } from '../article/article.ts';
import type { Loss } from './format.ts';

/** What an HTML page cannot carry of this article. */
export const htmlLosses = (_article: Article): readonly Loss[] => [];
