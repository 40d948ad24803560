import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { textOf } from '../article/block.ts';
import type { Loss } from './format.ts';
import { headingLevels } from './headingLevels.ts';
import { lossesBy, type LossRule } from './losses.ts';

const has = (value: string | undefined): boolean => value !== undefined && value !== '';

const known = new WeakMap<Node, ReadonlyMap<number, number>>();

// Asked for each heading of a body, and counted once, as nodes never change.
function levelsIn(body: Node): ReadonlyMap<number, number> {
  const levels = known.get(body) ?? headingLevels(body);
  known.set(body, levels);
  return levels;
}

const isRaised = (node: Node, parent: Node | null, index: number): boolean =>
  parent !== null && node.type.name === 'heading' && levelsIn(parent).get(index) !== node.attrs['level'];

const rules: readonly LossRule[] = [
  {
    what: 'Embargo',
    instead: 'the page does not say it: publish it after that time',
    inArticle: ({ embargo }) => embargo !== undefined,
  },
  {
    what: 'Note to editors',
    instead: 'is never published',
    inArticle: ({ edNote }) => has(edNote),
  },
  {
    what: 'Short headline',
    instead: 'is left out',
    inArticle: ({ headlines }) => has(headlines?.short),
  },
  {
    what: 'Slugline',
    instead: 'is left out',
    inArticle: ({ slugline }) => has(slugline),
  },
  {
    what: 'Genre',
    instead: 'is left out',
    inArticle: ({ genre }) => has(genre),
  },
  {
    what: 'Link to a story of the library',
    instead: 'is its title, without a link',
    inNode: ({ attrs }) => (typeof attrs['articleId'] === 'string' && textOf(attrs, 'href') === '' ? 1 : 0),
  },
  {
    what: 'Heading level',
    instead: 'is raised where one was skipped above it: pages go down step by step',
    inNode: (node, parent, index) => (isRaised(node, parent, index) ? 1 : 0),
  },
];

/** What an HTML page cannot carry of this article. */
export const htmlLosses = (article: Article): readonly Loss[] => lossesBy(rules, article);
