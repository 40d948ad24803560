import type { Nodes, PhrasingContent, RootContent } from 'mdast';

/** The text of mdast nodes as a reader sees it, white space collapsed; no-break spaces stay. */
export const mdastText = (...nodes: readonly Nodes[]): string =>
  nodes
    .map(rawText)
    .join('')
    .replace(/[ \t\n]+/gu, ' ')
    .trim();

function rawText(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'html') return /^<br\b/iu.test(node.value) ? ' ' : '';
  if ('value' in node) return node.value;
  if ('children' in node) return node.children.map(rawText).join('');
  return '';
}

/** A text as remembered and as read back compare: white space collapsed. */
export const sameText = (one: unknown, other: string): boolean =>
  typeof one === 'string' && collapse(one) === collapse(other);

const collapse = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** A paragraph that begins with strong text ending in a colon: the label without it, and what follows; else null. */
export function labelled(
  node: RootContent,
): { readonly label: string; readonly rest: readonly PhrasingContent[] } | null {
  if (node.type !== 'paragraph') return null;
  const [first, second, ...others] = node.children;
  if (first?.type !== 'strong') return null;
  const label = /^(.+?)\s*:$/su.exec(mdastText(first))?.[1];
  if (label === undefined) return null;
  if (second?.type !== 'text') return { label, rest: second === undefined ? [] : [second, ...others] };
  const value = second.value.replace(/^[\s\u00a0]+/u, '');
  return { label, rest: value === '' ? others : [{ type: 'text', value }, ...others] };
}

/** A label and what it labels, as one paragraph. */
export const withLabel = (label: string, rest: readonly PhrasingContent[]): RootContent => ({
  type: 'paragraph',
  children: [
    { type: 'strong', children: [{ type: 'text', value: `${label}:` }] },
    { type: 'text', value: ' ' },
    ...rest,
  ],
});

/** Inline content with neighbouring texts made one and empty ones left out, as escaping looks at whole texts. */
export function mergeText(children: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  for (const child of children) {
    const last = merged.at(-1);
    if (child.type === 'text' && child.value === '') continue;
    if (last?.type === 'text' && child.type === 'text')
      merged[merged.length - 1] = { type: 'text', value: last.value + child.value };
    else merged.push(child);
  }
  return merged;
}

/** Strong text; all of it emphasised, too, it is written as `***` reads: with the emphasis outside. */
export function strongOf(children: readonly PhrasingContent[]): PhrasingContent {
  const [only, ...others] = children;
  if (only?.type === 'emphasis' && others.length === 0)
    return { ...only, children: [{ type: 'strong', children: only.children }] };
  return { type: 'strong', children: [...children] };
}

/** What is inside strong text as `strongOf` writes it; null for anything else. */
export function insideStrong(node: PhrasingContent | undefined): readonly PhrasingContent[] | null {
  if (node?.type === 'strong') return node.children;
  const [only, ...others] = node?.type === 'emphasis' ? node.children : [];
  if (node?.type !== 'emphasis' || only?.type !== 'strong' || others.length > 0) return null;
  return [{ ...node, children: only.children }];
}
