import type { Attrs, Node } from 'prosemirror-model';
import { matching } from './matching.ts';

/** A difference that is no text: what a block became, an attribute (alt, level, href), a part that came or went. */
export type Detail =
  | { readonly kind: 'type'; readonly before: string; readonly after: string }
  | {
      readonly kind: 'attribute';
      /** The node's type, and the attribute of it. */
      readonly node: string;
      readonly name: string;
      /** Undefined where the node's type has no such attribute. */
      readonly before: unknown;
      readonly after: unknown;
    }
  | { readonly kind: 'added' | 'removed'; readonly node: string };

const mostParts = 1_000;

/** What differs between two blocks beside their text and its marks. */
export function compareDetails(a: Node, b: Node): readonly Detail[] {
  const details: Detail[] = [];
  const [before, after] = [a.type.name, b.type.name];
  if (before !== after) details.push({ kind: 'type', before, after });
  details.push(...compareAttributes(after, a.attrs, b.attrs));
  const [old, young] = [partsOf(a), partsOf(b)];
  const key = ({ depth, node }: Part) => `${depth} ${node.type.name}`;
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of [
    ...matching(old.map(key), young.map(key), mostParts),
    [old.length, young.length] as const,
  ]) {
    for (; x < nextX; x += 1) details.push(...detailOf('removed', old[x]));
    for (; y < nextY; y += 1) details.push(...detailOf('added', young[y]));
    const [one, other] = [old[x]?.node, young[y]?.node];
    if (one !== undefined && other !== undefined)
      details.push(...compareAttributes(other.type.name, one.attrs, other.attrs));
    [x, y] = [nextX + 1, nextY + 1];
  }
  return details;
}

interface Part {
  readonly node: Node;
  readonly depth: number;
}

const detailOf = (kind: 'added' | 'removed', part: Part | undefined): readonly Detail[] =>
  part === undefined ? [] : [{ kind, node: part.node.type.name }];

// In order and with their depth: together they tell the whole shape of a block.
function partsOf(block: Node): readonly Part[] {
  const parts: Part[] = [];
  const visit = (node: Node, depth: number): void => {
    if (!node.isText) parts.push({ node, depth });
    node.forEach((child) => visit(child, depth + 1));
  };
  block.forEach((child) => visit(child, 0));
  return parts;
}

function compareAttributes(node: string, a: Attrs, b: Attrs): readonly Detail[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.flatMap((name): readonly Detail[] => {
    const before: unknown = a[name];
    const after: unknown = b[name];
    const same = JSON.stringify(before) === JSON.stringify(after);
    return same ? [] : [{ kind: 'attribute', node, name, before, after }];
  });
}
