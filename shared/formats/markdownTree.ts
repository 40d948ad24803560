import type { BlockContent, Heading, Html, RootContent } from 'mdast';
import { plainComment } from '../importing/markdownBlocks.ts';

const comment: Html = { type: 'html', value: plainComment };

const isSame = (node: RootContent, before: RootContent | undefined): boolean =>
  (node.type === 'blockquote' && before?.type === 'blockquote') ||
  (node.type === 'list' && before?.type === 'list' && node.ordered === before.ordered);

// What a quote or a list holds are blocks again, and a comment is one.
const within = (nodes: readonly RootContent[]): BlockContent[] => apart(nodes) as BlockContent[];

function inside(node: RootContent): RootContent {
  if (node.type === 'blockquote') return { ...node, children: within(node.children) };
  if (node.type !== 'list') return node;
  return { ...node, children: node.children.map((item) => ({ ...item, children: within(item.children) })) };
}

/**
 * Blocks with an empty comment between two lists or two quotes in a row: without it some readers take them for one
 * (markdownlint MD028), and the second list would need another bullet (`formats.md` M2).
 */
export const apart = (nodes: readonly RootContent[]): RootContent[] =>
  nodes.flatMap((node, at) => (isSame(node, nodes[at - 1]) ? [comment, inside(node)] : [inside(node)]));

/** Blocks with the title of each fact box one level below the heading before it, so that no level is skipped. */
export function levelled(nodes: readonly RootContent[]): readonly RootContent[] {
  let level: Heading['depth'] = 1;
  return nodes.map((node) => {
    if (node.type === 'heading') level = node.depth;
    const [title, ...rest] = node.type === 'blockquote' ? node.children : [];
    if (node.type !== 'blockquote' || title?.type !== 'heading') return node;
    const depth = level === 1 ? 2 : level === 2 ? 3 : 4;
    return { ...node, children: [{ ...title, depth }, ...rest] };
  });
}
