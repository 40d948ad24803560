import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { isBlank } from '../article/blank.ts';
import { labelRuns } from '../article/labelRuns.ts';
import { datesOf } from './dates.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { renderAs, renderInline, renderNode } from './renderBody.ts';

/**
 * One child element of the page's `<article>`: what the live preview patches, and what a click is mapped by. The
 * page's `article.children[n]` is the n-th unit; before, between and after units stands one line feed.
 */
export interface Unit {
  /**
   * The indexes, among the document's children, of the nodes in it, the main one first: a block's own; the lead's and
   * then the dateline's (its `span.dateline`); one per `li` of an end list, in order; none for the dates.
   */
  readonly indexes: readonly number[];
  /** What it is made of: nodes and strings. Equal parts (`===`, one by one) mean equal HTML. */
  readonly parts: readonly unknown[];
  /** The HTML of its one element. */
  readonly render: () => string;
}

interface Placed {
  readonly node: Node;
  readonly index: number;
}

/** Whether two units have the same HTML, told by the identity of what they are made of. */
export const sameUnit = (one: Unit, other: Unit): boolean =>
  one.parts.length === other.parts.length && one.parts.every((part, at) => part === other.parts[at]);

/** The page's units in order: header fields, dates, blocks, end lists; blank nodes have none. Cheap: nothing is rendered yet. */
export function unitsOf(article: Article): readonly Unit[] {
  const header: Placed[] = [];
  const blocks: Placed[] = [];
  let dateline: Placed | undefined;
  article.body.forEach((node, _, index) => {
    if (isBlank(node)) return;
    if (node.type.isInGroup('block')) blocks.push({ node, index });
    else if (node.type.name === 'dateline') dateline = { node, index };
    else header.push({ node, index });
  });
  const dates = datesOf(article);
  return [
    ...header.map(unitOf),
    ...(dates === '' ? [] : [{ indexes: [], parts: ['dates', dates], render: () => dates }]),
    ...bodyUnits(blocks, dateline),
  ];
}

const unitOf = ({ node, index }: Placed): Unit => ({
  indexes: [index],
  parts: [node],
  render: () => renderNode(node),
});

function bodyUnits(blocks: readonly Placed[], dateline: Placed | undefined): readonly Unit[] {
  let end = blocks.length;
  while (blocks[end - 1]?.node.type.spec.endList !== undefined) end -= 1;
  const units = [...blocks.slice(0, end).map(unitOf), ...endLists(blocks.slice(end))];
  if (dateline === undefined) return units;
  const [lead] = blocks;
  if (lead?.node.type.name !== 'paragraph') return [unitOf(dateline), ...units];
  return [leadUnit(dateline, lead), ...units.slice(1)];
}

const leadUnit = (dateline: Placed, lead: Placed): Unit => ({
  indexes: [lead.index, dateline.index],
  parts: [dateline.node, lead.node],
  render: () =>
    `<p>${renderAs(dateline.node, ['span', { class: 'dateline' }, 0])} ${renderInline(lead.node.content)}</p>`,
});

// The trailing run of related links, split where the label changes.
function endLists(links: readonly Placed[]): readonly Unit[] {
  const lists = labelRuns(links, ({ node }) => node.type.spec.endList?.label(node) ?? '');
  return lists.map((list) => ({
    indexes: list.items.map(({ index }) => index),
    // Marked: the same one link between blocks is another element.
    parts: ['end list', ...list.items.map(({ node }) => node)],
    render: () => renderEndList(list.label, list.items),
  }));
}

function renderEndList(label: string, links: readonly Placed[]): string {
  const items = links.map(({ node }) => renderAs(node, node.type.spec.endList?.item(node) ?? ['li', 0]));
  return [
    `<nav class="related" aria-label="${escapeAttribute(label)}">`,
    `<h2>${escapeText(label)}</h2>`,
    '<ul>',
    ...items,
    '</ul>',
    '</nav>',
  ].join('\n');
}
