import type { Node } from 'prosemirror-model';

/** Whether a node says nothing: no text, and nothing that its spec's `blank` calls content. It is not exported. */
export function isBlank(node: Node): boolean {
  const { blank } = node.type.spec;
  if (blank !== undefined) return blank(node);
  if (node.isText) return node.text?.trim() === '';
  if (node.isLeaf) return node.isInline;
  return node.children.every(isBlank);
}
