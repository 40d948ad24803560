import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { isBlank } from '../article/blank.ts';
import { textOf } from '../article/block.ts';
import { isKnownLabel } from '../article/blocks/relatedLink.ts';
import { schema } from '../article/schema.ts';
import { bodyBlocks, headerText } from '../article/text.ts';
import { withDatelineOut, withLabelledBlocks } from '../importing/labelledBlocks.ts';
import { cleanText } from './escape.ts';
import type { Loss } from './format.ts';
import { lossesBy, type LossRule } from './losses.ts';

const ownField = 'is left out: a CMS has a field of its own for it';
const header = (name: string, what: string): LossRule => ({
  what,
  instead: ownField,
  inNode: (node) => (node.type.name === name ? 1 : 0),
});

const shownBlocks = ({ body }: Article): readonly Node[] =>
  bodyBlocks(body)
    .map(({ node }) => node)
    .filter((node) => !isBlank(node));

/** The first paragraph as it is written: after the dateline. */
function leadOf(article: Article): Node {
  const [first] = shownBlocks(article);
  const dateline = cleanText(headerText(article.body, 'dateline'));
  const text = first?.type.name === 'paragraph' ? first.content : undefined;
  const before = dateline === '' ? [] : [schema.text(`${dateline}${text === undefined ? '' : ' '}`)];
  return schema.node('paragraph', null, [...before, ...(text?.content ?? [])]);
}

const datelineLost = (article: Article): boolean =>
  withDatelineOut([leadOf(article)]).dateline !== cleanText(headerText(article.body, 'dateline'));

/** Whether a pull quote has only a speaker. */
export const isSpeakerOnly = (node: Node): boolean =>
  node.type.name === 'pullQuote' && node.firstChild !== null && isBlank(node.firstChild);

// What stands before the related links at the end, as it would be read back.
function readsLabelled(article: Article): boolean {
  const blocks = shownBlocks(article);
  const end = blocks.findLastIndex(({ type }) => type.name !== 'relatedLink') + 1;
  const read = withLabelledBlocks(blocks.slice(0, end));
  return read.length !== end || read.some((node, at) => node !== blocks[at]);
}

const rules: readonly LossRule[] = [
  header('kicker', 'Kicker'),
  header('headline', 'Headline'),
  header('standfirst', 'Standfirst'),
  header('byline', 'Byline'),
  {
    what: 'Embargo',
    instead: 'is not said: set it in the CMS',
    inArticle: ({ embargo }) => embargo !== undefined,
  },
  {
    what: 'Dates, section, keywords, note to editors and other metadata',
    instead: 'are left out',
    inArticle: (article) =>
      [
        article.slug,
        article.slugline,
        article.section,
        article.genre,
        article.keywords,
        article.headlines,
        article.published,
        article.modified,
        article.expires,
        article.rights,
        article.edNote,
        article.canonical,
      ].some((value) => value !== undefined),
  },
  {
    what: 'Dateline',
    instead: 'cannot be told from the text of the first paragraph',
    inArticle: datelineLost,
  },
  {
    what: 'Fact box',
    instead: 'is ordinary paragraphs under a bold title',
    inNode: (node) => (node.type.name === 'factBox' ? 1 : 0),
  },
  {
    what: 'Embed',
    instead: 'is a paragraph with its link',
    inNode: (node) => (node.type.name === 'embed' ? 1 : 0),
  },
  {
    what: 'Pull quote without words',
    instead: 'is a paragraph with the speaker',
    inNode: (node) => (isSpeakerOnly(node) ? 1 : 0),
  },
  {
    what: 'Related link with a label of your own',
    instead: 'is text with a link',
    inNode: ({ type, attrs }) =>
      type.name === 'relatedLink' &&
      !isKnownLabel(textOf(attrs, 'label').trim() || 'Read Also', textOf(attrs, 'href'))
        ? 1
        : 0,
  },
  {
    what: 'Link to a story of the library',
    instead: 'is its title, without a link',
    inNode: ({ attrs }) => (typeof attrs['articleId'] === 'string' && textOf(attrs, 'href') === '' ? 1 : 0),
  },
  {
    what: 'Text that reads like a label or a credit',
    instead: 'is taken for one when it is pasted back',
    inArticle: readsLabelled,
  },
];

const pieces = (item: Node): number => item.children.filter((child) => !isBlank(child)).length;

const wordPressRules: readonly LossRule[] = [
  ...rules,
  {
    what: 'Size of a picture',
    instead: 'is left to WordPress',
    inNode: ({ type, attrs }) =>
      type.name === 'figure' &&
      textOf(attrs, 'src') !== '' &&
      (attrs['width'] !== null || attrs['height'] !== null)
        ? 1
        : 0,
  },
  {
    what: 'Picture still to come',
    instead: 'is a paragraph with its caption',
    inNode: ({ type, attrs }) => (type.name === 'figure' && textOf(attrs, 'src') === '' ? 1 : 0),
  },
  {
    what: 'Paragraphs in a list item or a table cell',
    instead: 'are lines',
    inNode: (node) =>
      ['listItem', 'tableCell', 'tableHeader'].includes(node.type.name) &&
      pieces(node) > 1 &&
      node.children.filter((child) => child.type.name === 'paragraph' && !isBlank(child)).length > 0
        ? 1
        : 0,
  },
];

/** What an HTML fragment cannot carry of this article. */
export const fragmentLosses = (article: Article): readonly Loss[] => lossesBy(rules, article);

/** What blocks of WordPress cannot carry of this article. */
export const wordPressLosses = (article: Article): readonly Loss[] => lossesBy(wordPressRules, article);
