import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { isBlank } from '../article/blank.ts';
import { labelRuns } from '../article/labelRuns.ts';
import { datesOf } from './dates.ts';
import { escapeAttribute } from './escape.ts';
import { headingLevels } from './headingLevels.ts';
import { pageRenderer, type PageRenderer } from './pageBody.ts';
import { renderInline } from './renderBody.ts';
import { headParts, type HeadPart } from './theme.ts';

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
  one === other ||
  (one.parts.length === other.parts.length && one.parts.every((part, at) => part === other.parts[at]));

/** The units of nodes that were units before: for who asks for them at every change, where one node is new. */
export type UnitMemory = WeakMap<Node, Unit>;

/**
 * The page's units in order: header fields and dates as `order` has them, blocks, end lists; blank nodes have none. Cheap:
 * nothing is rendered yet. With a memory, a unit that would say the same is the very one of before.
 */
export function unitsOf(
  article: Article,
  order: readonly HeadPart[] = headParts,
  memory: UnitMemory | null = null,
): readonly Unit[] {
  const head = new Map<string, Unit>();
  const blocks: Placed[] = [];
  let dateline: Placed | undefined;
  const page = pageRenderer(article);
  article.body.forEach((node, _, index) => {
    // What was a unit is not blank: nodes never change.
    if (memory?.has(node) !== true && isBlank(node)) return;
    if (node.type.isInGroup('block')) blocks.push({ node, index });
    else if (node.type.name === 'dateline') dateline = { node, index };
    else head.set(node.type.name, unitOf({ page, memory }, { node, index }));
  });
  const dates = datesOf(article);
  if (dates !== '') head.set('dates', { indexes: [], parts: ['dates', dates], render: () => dates });
  const levels = headingLevels(article.body);
  return [
    ...order.flatMap((part) => head.get(part) ?? []),
    ...bodyUnits({ page, memory }, { blocks, dateline, levels }),
  ];
}

interface Making {
  readonly page: PageRenderer;
  readonly memory: UnitMemory | null;
}

/** A node's unit, the very one of before where it would say the same: a long article has a thousand, and one is new. */
function unitOf({ page, memory }: Making, { node, index }: Placed, level?: number): Unit {
  const before = memory?.get(node);
  const isSame = before?.indexes[0] === index && before.parts[0] === page.name && before.parts[1] === level;
  if (before !== undefined && isSame) return before;
  const unit: Unit = {
    indexes: [index],
    // A heading's level is one of them: another heading above may change it.
    parts: [page.name, level, node],
    render: () => (level === undefined ? page.node(node) : page.as(node, [`h${level}`, 0])),
  };
  // What is rendered once is better not remembered: that costs as much as to render it.
  memory?.set(node, unit);
  return unit;
}

interface Body {
  readonly blocks: readonly Placed[];
  readonly dateline: Placed | undefined;
  readonly levels: ReadonlyMap<number, number>;
}

function bodyUnits(making: Making, { blocks, dateline, levels }: Body): readonly Unit[] {
  const { page } = making;
  let end = blocks.length;
  while (blocks[end - 1]?.node.type.spec.endList !== undefined) end -= 1;
  const units = [
    ...blocks.slice(0, end).map((placed) => unitOf(making, placed, levels.get(placed.index))),
    ...endLists(page, blocks.slice(end)),
  ];
  if (dateline === undefined) return units;
  const [lead] = blocks;
  if (lead?.node.type.name !== 'paragraph') return [unitOf(making, dateline), ...units];
  return [leadUnit(page, dateline, lead), ...units.slice(1)];
}

const leadUnit = (page: PageRenderer, dateline: Placed, lead: Placed): Unit => ({
  indexes: [lead.index, dateline.index],
  parts: [page.name, dateline.node, lead.node],
  render: () => {
    const foreign = page.foreign(`${dateline.node.textContent} ${lead.node.textContent}`);
    if (foreign !== null)
      return `<p${foreign}><span class="dateline">${renderInline(dateline.node.content)}</span> ${renderInline(lead.node.content)}</p>`;
    const place = page.as(dateline.node, ['span', { class: 'dateline' }, 0]);
    return `<p>${place} ${page.inline(lead.node.content)}</p>`;
  },
});

// The trailing run of related links, split where the label changes.
function endLists(page: PageRenderer, links: readonly Placed[]): readonly Unit[] {
  const lists = labelRuns(links, ({ node }) => node.type.spec.endList?.label(node) ?? '');
  return lists.map((list) => ({
    indexes: list.items.map(({ index }) => index),
    // Marked: the same one link between blocks is another element.
    parts: ['end list', page.name, ...list.items.map(({ node }) => node)],
    render: () => renderEndList(page, list.label, list.items),
  }));
}

function renderEndList(page: PageRenderer, label: string, links: readonly Placed[]): string {
  const items = links.map(({ node }) => page.as(node, node.type.spec.endList?.item(node) ?? ['li', 0]));
  return [
    `<nav class="related" aria-label="${escapeAttribute(label)}">`,
    `<h2>${page.text(label)}</h2>`,
    '<ul>',
    ...items,
    '</ul>',
    '</nav>',
  ].join('\n');
}
