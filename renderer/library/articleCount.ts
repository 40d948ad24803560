import type { Listed } from './list.ts';

/** A number of articles in words. */
export const articleCount = (number: number): string =>
  `${number.toLocaleString('en')} ${number === 1 ? 'article' : 'articles'}`;

/** How many lines a list has, by what it answers and not by what is being typed; while files are read, "so far". */
export const countOf = ({ typed, count, progress }: Pick<Listed, 'typed' | 'count' | 'progress'>): string => {
  const found = typed === '' ? '' : ' found';
  const soFar = progress === null || progress.of === 0 ? '' : ' so far';
  return `${articleCount(count)}${found}${soFar}`;
};
