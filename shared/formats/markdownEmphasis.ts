import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { defaultHandlers, toMarkdown, type Handle, type Options } from 'mdast-util-to-markdown';
import { parseMarkdown } from '../importing/markdown.ts';

const isAttention = (node: Nodes | undefined): boolean =>
  node?.type === 'emphasis' || node?.type === 'strong' || node?.type === 'delete';

// Emphasis right beside, or inside, other emphasis.
function touches(node: Nodes, isInside: boolean = false): boolean {
  if (!('children' in node)) return false;
  if (isInside && isAttention(node)) return true;
  const children: readonly Nodes[] = node.children;
  return children.some(
    (child, at) =>
      (isAttention(child) && isAttention(children[at + 1])) || touches(child, isInside || isAttention(node)),
  );
}

// The texts of Markdown, each with what is around it.
function reading(nodes: readonly Nodes[], around: readonly string[] = []): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    const name = node.type === 'link' ? `link ${node.url}` : node.type;
    if ('children' in node) return reading(node.children, [...around, name]);
    const value = 'value' in node ? node.value : node.type === 'image' ? `${node.url} ${node.alt ?? ''}` : '';
    return node.type === 'text'
      ? Array.from(value, (one) => `${around.join(' ')}: ${one}`)
      : [`${around.join(' ')}: ${name} ${value}`];
  });
}

const same = (one: string, other: string): boolean =>
  JSON.stringify(reading(parseMarkdown(one))) === JSON.stringify(reading(parseMarkdown(other)));

type Attention = (node: PhrasingContent, state: unknown) => { readonly markers: readonly string[] };

// The library's handlers say with which markers they may be written; the choice is made later, all around known.
const withMarkers = (handle: Handle, allows: (node: PhrasingContent) => boolean): Handle => {
  // Not in the types of the library.
  const { attention } = handle as Handle & { readonly attention?: Attention };
  if (attention === undefined) return handle;
  return Object.assign((...given: Parameters<Handle>) => handle(...given), handle, {
    attention: (node: PhrasingContent, state: unknown) => {
      const found = attention(node, state);
      return allows(node) ? found : { ...found, markers: found.markers.slice(0, 1) };
    },
  });
};

const withHandlers = (dialect: Options, allows: (node: PhrasingContent) => boolean): Options => ({
  ...dialect,
  handlers: {
    ...dialect.handlers,
    emphasis: withMarkers(defaultHandlers.emphasis, allows),
    strong: withMarkers(defaultHandlers.strong, allows),
  },
});

/**
 * A dialect that writes emphasis with `*` alone (`formats.md` M2). The library takes turns with `_` where emphasis
 * touches; here only in a block where `*` alone would be read otherwise.
 */
export function starred(dialect: Options, blocks: readonly RootContent[]): Options {
  const alone = withHandlers(dialect, () => false);
  const needing = new Set<Nodes>();
  const gather = (node: Nodes): void => {
    needing.add(node);
    if ('children' in node) for (const child of node.children) gather(child);
  };
  for (const block of blocks) {
    if (!touches(block)) continue;
    const root = { type: 'root' as const, children: [block] };
    if (!same(toMarkdown(root, alone), toMarkdown(root, dialect))) gather(block);
  }
  return withHandlers(dialect, (node) => needing.has(node));
}
