import type { Node } from 'prosemirror-model';
import { isBlank } from '../../shared/article/blank.ts';
import { cleanText } from '../../shared/formats/escape.ts';

/** A node as a reader would tell it from another: white space collapsed, blank nodes left out (`formats.md` §1, round trip). */
export type Canonical = readonly [
  name: string,
  attrs: Readonly<Record<string, unknown>>,
  content: readonly (Canonical | string)[],
];

/** What a format is known not to carry, as changes to a node's attributes or its inline content. */
export interface Less {
  readonly attrs?: (
    node: Node,
    attrs: Readonly<Record<string, unknown>>,
  ) => Readonly<Record<string, unknown>>;
  /** Nodes whose hard breaks become spaces. */
  readonly oneLine?: (node: Node) => boolean;
  /** Replaces a node before it is compared. */
  readonly replace?: (node: Node) => Node;
}

/** The canonical form of a node, less what is known to be lost. */
export function canonical(given: Node, less: Less = {}): Canonical {
  const node = less.replace?.(given) ?? given;
  const attrs = collapsed(less.attrs?.(node, node.attrs) ?? node.attrs);
  if (node.isTextblock) return [node.type.name, attrs, inline(node, less.oneLine?.(node) === true)];
  const children = node.children.filter((child) => !isBlank(child)).map((child) => canonical(child, less));
  return [node.type.name, attrs, children];
}

const collapsed = (attrs: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(attrs).map(([name, value]) => [
      name,
      typeof value === 'string' ? cleanText(value).replace(/\s+/gu, ' ').trim() : value,
    ]),
  );

const marksOf = (node: Node): string => JSON.stringify(node.marks.map((mark) => mark.toJSON() as unknown));

// Runs of text with equal marks; a space has no marks, a break none either, and neither stands at an edge.
function inline(node: Node, oneLine: boolean): readonly string[] {
  let text = '';
  const marks: string[] = [];
  for (const child of node.children) {
    const value = child.isText ? cleanText(child.text ?? '').replace(/[ \t\n]/gu, ' ') : oneLine ? ' ' : '\n';
    const own = marksOf(child);
    for (let at = 0; at < value.length; at += 1) marks.push(own);
    text += value;
  }
  const kept: { readonly value: string; readonly marks: string }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const value = text.charAt(at);
    const last = kept.at(-1);
    if (value === ' ' && (last === undefined || last.value === ' ' || last.value === '\n')) continue;
    if (value === '\n' && last?.value === ' ') kept.pop();
    if (value === '\n' && kept.length === 0) continue;
    kept.push({ value, marks: value === ' ' || value === '\n' ? '' : (marks[at] ?? '') });
  }
  // A no-break space at the edge of a field is white space, too; `escaping.test.ts` sees to paragraphs.
  while (kept.length > 0 && kept.at(-1)?.value.trim() === '') kept.pop();
  while (kept.length > 0 && kept[0]?.value.trim() === '') kept.shift();
  const runs: string[] = [];
  let before: string | undefined;
  for (const one of kept) {
    const key = one.marks === '' ? (before ?? '[]') : one.marks;
    // White space takes the marks before it, so that it never splits a run by itself.
    if (key === before) runs[runs.length - 1] += one.value;
    else runs.push(`${key} ${one.value}`);
    before = key;
  }
  return runs.map((run) => run.trimEnd());
}
