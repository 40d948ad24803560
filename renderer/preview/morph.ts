/** Two elements whose children are left alone: the one in the page and its stand-in in what is wanted. */
export interface Kept {
  readonly target: Element;
  readonly wanted: Element;
}

// No `instanceof`: the nodes belong to the frame's realm, not to this window's.
const isElement = (node: Node): node is Element => node.nodeType === 1;

const kindOf = (node: Node): string =>
  isElement(node) ? `${node.nodeName}.${node.getAttribute('class') ?? ''}` : node.nodeName;

function morphAttributes(target: Element, wanted: Element): void {
  for (const { name } of Array.from(target.attributes))
    if (!wanted.hasAttribute(name)) target.removeAttribute(name);
  for (const { name, value } of Array.from(wanted.attributes))
    if (target.getAttribute(name) !== value) target.setAttribute(name, value);
}

/** Makes two nodes of one name equal (`isEqualNode`), all but the children of `kept`. */
export function morph(target: Node, wanted: Node, kept?: Kept): void {
  if (!isElement(target) || !isElement(wanted)) {
    if (target.nodeValue !== wanted.nodeValue) target.nodeValue = wanted.nodeValue;
    return;
  }
  morphAttributes(target, wanted);
  if (target !== kept?.target) morphChildren(target, Array.from(wanted.childNodes), kept);
}

/** The first of the old nodes that can become `node`; whatever holds the kept element can only become its like. */
function findMatch(old: readonly ChildNode[], node: ChildNode, kept: Kept | undefined): number {
  const holds = kept !== undefined && node.contains(kept.wanted);
  for (const [index, candidate] of old.entries()) {
    if (kept !== undefined && candidate.contains(kept.target)) return holds ? index : -1;
    if (!holds && kindOf(candidate) === kindOf(node)) return index;
  }
  return -1;
}

/** Makes the children of `target` equal to a list of nodes; what is equal stays, what is of one kind changes in place. */
export function morphChildren(target: Element, wanted: readonly ChildNode[], kept?: Kept): void {
  const old = Array.from(target.childNodes);
  const room = Math.min(old.length, wanted.length);
  const equal = (a: ChildNode | undefined, b: ChildNode | undefined): boolean =>
    a !== undefined && b !== undefined && a.isEqualNode(b);
  let start = 0;
  while (start < room && equal(old[start], wanted[start])) start += 1;
  let end = 0;
  while (end < room - start && equal(old.at(-1 - end), wanted.at(-1 - end))) end += 1;

  const after = end === 0 ? null : (old.at(-end) ?? null);
  let stale = old.slice(start, old.length - end);
  for (const node of wanted.slice(start, wanted.length - end)) {
    const match = findMatch(stale, node, kept);
    const found = stale[match];
    if (found === undefined) {
      target.insertBefore(target.ownerDocument.importNode(node, true), stale[0] ?? after);
      continue;
    }
    for (const passed of stale.slice(0, match)) passed.remove();
    stale = stale.slice(match + 1);
    morph(found, node, kept);
  }
  for (const node of stale) node.remove();
}
