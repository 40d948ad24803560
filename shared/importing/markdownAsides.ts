import type { Nodes, RootContent } from 'mdast';
import { isImageSource } from '../article/address.ts';
import { mdastText } from '../article/mdast.ts';
import type { Decision } from './receipt.ts';

const lineOf = ({ position }: Nodes): { readonly line?: number } =>
  position === undefined ? {} : { line: position.start.line };

const identifiersIn = (
  nodes: readonly Nodes[],
  types: readonly Nodes['type'][],
  into = new Set<string>(),
): ReadonlySet<string> => {
  for (const node of nodes) {
    if (types.includes(node.type) && 'identifier' in node) into.add(node.identifier);
    if ('children' in node) identifiersIn(node.children, types, into);
  }
  return into;
};

/** A decision about what stands beside the text, and the text of the block that it stands in or after. */
export interface Aside {
  readonly decision: Decision;
  readonly after: string;
}

/**
 * What Markdown says beside its text and an article has no place for: comments, the titles of links and pictures,
 * addresses that nothing uses. Each is a line of the receipt.
 */
export function asidesOf(tree: readonly RootContent[]): readonly Aside[] {
  const used = identifiersIn(tree, ['linkReference', 'imageReference']);
  const pictured = identifiersIn(tree, ['imageReference']);
  const defined = new Set<string>();
  const asides: Aside[] = [];
  let after = '';
  const removed = (what: string, text: string, node: Nodes): void => {
    if (text.trim() !== '')
      asides.push({ decision: { kind: 'removed', what, text, ...lineOf(node) }, after });
  };
  const visit = (node: Nodes): void => {
    if (node.type === 'link') removed('Title of a link', node.title ?? '', node);
    else if (node.type === 'image') {
      removed('Title of a picture', node.title ?? '', node);
      if (!isImageSource(node.url))
        removed('Address of a picture that an article may not carry', node.url, node);
    } else if (node.type === 'definition') {
      const title = node.title ?? '';
      if (used.has(node.identifier) && !defined.has(node.identifier)) {
        defined.add(node.identifier);
        removed('Title of a link', title, node);
        if (pictured.has(node.identifier) && !isImageSource(node.url))
          removed('Address of a picture that an article may not carry', node.url, node);
      } else
        removed(
          'Address that nothing uses',
          `[${node.label ?? node.identifier}]: ${node.url}${title === '' ? '' : ` “${title}”`}`,
          node,
        );
    } else if (node.type === 'html') {
      const comment = /^\s*<!--(?!>)([\s\S]*)-->\s*$/u.exec(node.value)?.[1] ?? '';
      removed('Comment', comment.trim(), node);
    } else if (node.type === 'code' && node.lang !== null && node.lang !== undefined)
      removed('Kind of code', `${node.lang} ${node.meta ?? ''}`.trim(), node);
    if ('children' in node) node.children.forEach(visit);
  };
  for (const block of tree) {
    const text = block.type === 'html' || block.type === 'definition' ? '' : mdastText(block);
    if (text.trim() !== '') after = text;
    visit(block);
  }
  return asides;
}
