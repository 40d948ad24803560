/** A number of articles in words. */
export const articleCount = (number: number): string =>
  `${number.toLocaleString('en')} ${number === 1 ? 'article' : 'articles'}`;
