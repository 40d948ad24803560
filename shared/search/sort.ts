/** The orders of a list of articles: `best` puts matches in headlines first, as long as not too many are found. */
export const sorts = ['best', 'newest', 'oldest', 'title', 'words'] as const;
export type Sort = (typeof sorts)[number];
