import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import type { Node } from 'prosemirror-model';
import type { Block, MarkdownWriter } from '../article/block.ts';
import { blocks } from '../article/blocks/index.ts';
import { marks } from '../article/marks/index.ts';
import { mergeText } from '../article/mdast.ts';
import { isBlank } from '../article/blank.ts';
import { isMistakable, plainComment, type FrontMatterMemory } from '../importing/markdownBlocks.ts';
import { cleanText } from './escape.ts';
import { gfm } from './markdownDialects.ts';
import { starred } from './markdownEmphasis.ts';
import { unharmed } from './markdownText.ts';
import { apart, levelled } from './markdownTree.ts';

const blockOf = new Map<string, Block>(
  blocks.flatMap((block) => Object.keys(block.nodes).map((name) => [name, block] as const)),
);
const markOf = new Map(marks.map((mark) => [mark.name, mark]));

const writer: MarkdownWriter = {
  inline: (node) => nest(trimBreaks(node.children), 0),
  line: (node) => mergeText(nest(trimBreaks(node.children), 0).map(withoutBreaks)),
  // A block inside another is never a definition, and the schema lets no top-level block in.
  blocks: (node) =>
    nodesToMdast(node.children.filter(({ type }) => type.isInGroup('block'))) as BlockContent[],
};

/** Blocks as mdast; blank ones are left out. */
export const nodesToMdast = (nodes: readonly Node[]): readonly RootContent[] =>
  nodes
    .filter((node) => !isBlank(node))
    .flatMap((node) => blockOf.get(node.type.name)?.toMdast(node, writer) ?? []);

/** A body's blocks as mdast, its end list as one; `lead` is set before the first paragraph's text, or stands alone. */
export function bodyToMdast(
  nodes: readonly Node[],
  lead: readonly PhrasingContent[],
  memory: FrontMatterMemory,
): readonly RootContent[] {
  const written = nodes.filter((node) => !isBlank(node));
  const last = written.at(-1);
  const ending = last === undefined ? undefined : blockOf.get(last.type.name);
  let end = written.length;
  if (ending?.endToMdast !== undefined) while (written[end - 1]?.type === last?.type) end -= 1;
  let tree = ending?.endToMdast?.(written.slice(end), writer) ?? [];
  for (const node of written.slice(0, end).toReversed()) {
    const block = blockOf.get(node.type.name);
    const [first, ...rest] = block?.toMdast(node, writer) ?? [];
    if (block === undefined || first === undefined) continue;
    const isSafe = rest.length > 0 || !isMistakable(first, block, tree, memory);
    tree = [isSafe ? first : asPlain(first), ...rest, ...tree];
  }
  if (lead.length === 0) return tree;
  const [first] = tree;
  if (written[0]?.type.name !== 'paragraph' || first?.type !== 'paragraph')
    return [{ type: 'paragraph', children: [...lead] }, ...tree];
  const space = { type: 'text', value: ' ' } as const;
  return [{ ...first, children: [...lead, space, ...first.children] }, ...tree.slice(1)];
}

// An empty comment, which no reader sees, keeps a paragraph, heading or quote from being read as something else.
function asPlain(node: RootContent): RootContent {
  const comment = { type: 'html', value: plainComment } as const;
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'blockquote')
    return { ...node, children: [...node.children, comment] } as RootContent;
  return node;
}

/** A node's inline content as Markdown of one line. */
export const inlineMarkdown = (node: Node): string =>
  write([{ type: 'paragraph', children: writer.line(node) }]).trimEnd();

/** mdast as text. */
export function write(children: readonly RootContent[], dialect: Options = gfm): string {
  const tree = apart(levelled(children));
  // Once more, for what stands at the seam of two texts.
  return unharmed(toMarkdown({ type: 'root', children: tree }, starred(dialect, tree)));
}

const isBreak = (node: Node | undefined): boolean => node?.type.name === 'hardBreak';

// Markdown has no hard break at the edge of a block.
function trimBreaks(nodes: readonly Node[]): readonly Node[] {
  const from = nodes.findIndex((node) => !isBreak(node));
  const to = nodes.findLastIndex((node) => !isBreak(node));
  return from === -1 ? [] : nodes.slice(from, to + 1);
}

// Marks are kept in the schema's order: neighbours with the same mark at this depth are one run of it.
function nest(nodes: readonly Node[], depth: number): PhrasingContent[] {
  const written: PhrasingContent[] = [];
  for (let from = 0; from < nodes.length;) {
    const mark = nodes[from]?.marks[depth];
    let to = from + 1;
    while (to < nodes.length && mark !== undefined && nodes[to]?.marks[depth]?.eq(mark) === true) to += 1;
    const run = nodes.slice(from, to);
    if (mark === undefined) written.push(...run.map(leafToMdast));
    else {
      const { before, inner, after } = hoistEdges(nest(run, depth + 1));
      const wrapped = inner.length === 0 ? [] : markOf.get(mark.type.name)?.toMdast(inner, mark.attrs);
      written.push(...before, ...(wrapped ?? inner), ...after);
    }
    from = to;
  }
  return mergeText(joinEmphasis(written));
}

// `strongOf` puts emphasis outside of strong text: with more emphasis beside it, that is one stretch, and readers that
// see both ends of it agree on where it ends (CommonMark §6.2).
function joinEmphasis(children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (last?.type === 'emphasis' && child.type === 'emphasis')
      joined[joined.length - 1] = { ...last, children: [...last.children, ...child.children] };
    else joined.push(child);
  }
  return joined;
}

const leafToMdast = (node: Node): PhrasingContent =>
  node.isText ? { type: 'text', value: cleanText(node.text ?? '') } : { type: 'break' };

// `** bold**` is no bold in Markdown: spaces and breaks at the edges go outside.
function hoistEdges(children: readonly PhrasingContent[]) {
  const inner = [...children];
  const before: PhrasingContent[] = [];
  const after: PhrasingContent[] = [];
  for (let first = inner[0]; first !== undefined; first = inner[0]) {
    if (first.type === 'break') before.push(first);
    else if (first.type === 'text') {
      const value = first.value.replace(/^[ \t\n]+/u, '');
      const space = first.value.slice(0, first.value.length - value.length);
      if (space !== '') before.push({ type: 'text', value: space });
      if (value !== '') inner[0] = { type: 'text', value };
      if (value !== '') break;
    } else break;
    inner.shift();
  }
  for (let last = inner.at(-1); last !== undefined; last = inner.at(-1)) {
    if (last.type === 'break') after.unshift(last);
    else if (last.type === 'text') {
      const value = last.value.replace(/[ \t\n]+$/u, '');
      if (value !== last.value) after.unshift({ type: 'text', value: last.value.slice(value.length) });
      if (value !== '') inner[inner.length - 1] = { type: 'text', value };
      if (value !== '') break;
    } else break;
    inner.pop();
  }
  return { before, inner, after };
}

function withoutBreaks(child: PhrasingContent): PhrasingContent {
  if (child.type === 'break') return { type: 'text', value: ' ' };
  if ('children' in child) return { ...child, children: mergeText(child.children.map(withoutBreaks)) };
  return child;
}
