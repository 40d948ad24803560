import { Fragment, type Node } from 'prosemirror-model';
import { textOf } from '../article/block.ts';
import { isKnownLabel } from '../article/blocks/relatedLink.ts';
import { withCreditOut } from '../article/blocks/figure.ts';
import { findDateline } from '../article/dateline.ts';
import { schema } from '../article/schema.ts';

const hrefOf = (node: Node): string =>
  textOf(node.marks.find(({ type }) => type.name === 'link')?.attrs ?? {}, 'href');

/** What follows a bold "Label:" at the start of a paragraph. */
function labelled(node: Node): { readonly label: string; readonly rest: readonly Node[] } | null {
  const [first, ...others] = node.type.name === 'paragraph' ? node.children : [];
  const [mark, ...marks] = first?.marks ?? [];
  const label = /^\s*(\S.*?)\s*:\s*$/su.exec(first?.text ?? '')?.[1];
  if (label === undefined || mark?.type.name !== 'strong' || marks.length > 0) return null;
  const [next, ...more] = others;
  if (next?.isText !== true) return { label, rest: others };
  const text = (next.text ?? '').trimStart();
  return { label, rest: text === '' ? more : [schema.text(text, next.marks), ...more] };
}

function relatedOf(label: string, content: readonly Node[]): Node | null {
  const [only, ...others] = content;
  if (only?.isText !== true || others.length > 0) return null;
  const href = hrefOf(only);
  if (only.marks.length > (href === '' ? 0 : 1) || !isKnownLabel(label, href)) return null;
  const title = (only.text ?? '').trim();
  return schema.node('relatedLink', { label, href }, title === href ? [] : [schema.text(title)]);
}

function blockOf(node: Node): Node {
  if (node.type.name === 'figure') return withCreditOut(node);
  const found = labelled(node);
  if (found === null) return node;
  const { label, rest } = found;
  if (/^editor[’']s note$/iu.test(label)) return schema.node('editorsNote', null, rest);
  const correction = /^correction(?: \((\d{4}-\d{2}-\d{2})\))?$/iu.exec(label);
  const date = correction?.[1] ?? '';
  if (correction !== null && !Number.isNaN(Date.parse(date || '2000-01-01')))
    return schema.node('correction', { date }, rest);
  return relatedOf(label, rest) ?? node;
}

// A heading that is a label, and under it nothing but titles.
function endListOf(heading: Node | undefined, list: Node | undefined): readonly Node[] | null {
  if (heading?.type.name !== 'heading' || list?.type.name !== 'bulletList') return null;
  const links = list.children.map((item) =>
    item.childCount === 1 ? relatedOf(heading.textContent.trim(), item.child(0).children) : null,
  );
  const found = links.filter((link) => link !== null);
  return found.length === links.length ? found : null;
}

/**
 * Blocks as they were before a fragment or a foreign page wrote them without classes: a paragraph that begins with a
 * bold "Read Also:", "Correction:" or "Editor’s note:", a credit in brackets, labels with titles at the end.
 */
export function withLabelledBlocks(nodes: readonly Node[]): readonly Node[] {
  const links: Node[] = [];
  let end = nodes.length;
  for (;;) {
    const found = endListOf(nodes[end - 2], nodes[end - 1]);
    if (found === null) break;
    links.unshift(...found);
    end -= 2;
  }
  return [...nodes.slice(0, end).map(blockOf), ...links];
}

/** The dateline that the first paragraph begins with, and the blocks without it; '' where the parser is not sure. */
export function withDatelineOut(nodes: readonly Node[]): {
  readonly dateline: string;
  readonly blocks: readonly Node[];
} {
  const [first, ...rest] = nodes;
  const found = first?.type.name === 'paragraph' ? findDateline(first.textContent) : null;
  if (first === undefined || found === null || found.byline !== undefined)
    return { dateline: '', blocks: nodes };
  const { text: dateline, prefix } = found;
  const left = first.cut(prefix.length);
  const isText = left.firstChild?.isText === true;
  const text = (left.firstChild?.text ?? '').trimStart();
  const content = isText
    ? Fragment.from(text === '' ? [] : schema.text(text, left.firstChild?.marks)).append(
        Fragment.from(left.children.slice(1)),
      )
    : left.content;
  const blocks = content.size === 0 ? rest : [first.copy(content), ...rest];
  return { dateline, blocks };
}
