import type { Definition, PhrasingContent } from 'mdast';
import type { Mark, Node } from 'prosemirror-model';
import { isSafeUrl } from '../article/address.ts';
import { marks as articleMarks } from '../article/marks/index.ts';
import { mdastText } from '../article/mdast.ts';
import { schema } from '../article/schema.ts';
import { markOfTag, saysMore, tagOf } from './markdownHtml.ts';

/** What reading inline content needs: where reference links lead, and whom to tell what was not kept. */
export interface InlineContext {
  readonly definitionOf: (identifier: string) => Definition | undefined;
  readonly doubt: (what: string, node: PhrasingContent) => void;
}

/**
 * Inline Markdown as the content of a textblock, with the marks it may hold. Soft line breaks are spaces; code is plain
 * text; HTML is left out, but for line breaks, links and tags that stand for a mark.
 */
export function readInline(
  children: readonly PhrasingContent[],
  context: InlineContext,
  into: string,
): readonly Node[] {
  const type = schema.nodes[into];
  const isPlainText = type?.spec.content === 'text*';
  return readWith(children, [], context).map((node) => {
    const marks = type?.allowedMarks(node.marks) ?? node.marks;
    return isPlainText && !node.isText ? schema.text(' ', marks) : node.mark(marks);
  });
}

const isBlank = (character: string | undefined): boolean =>
  character === ' ' || character === '\t' || character === '\r';

// One pass: an expression that looks for the blanks before a line end tries each of a million spaces anew.
const onOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line, index, lines) => {
      let start = 0;
      let end = line.length;
      while (index > 0 && isBlank(line[start])) start += 1;
      while (index < lines.length - 1 && end > start && isBlank(line[end - 1])) end -= 1;
      return line.slice(start, end);
    })
    .join(' ');

const at = ({ position }: PhrasingContent): Pick<PhrasingContent, 'position'> =>
  position === undefined ? {} : { position };

const unsafe = 'Address that an article may not carry';

function readWith(
  children: readonly PhrasingContent[],
  outer: readonly Mark[],
  context: InlineContext,
): readonly Node[] {
  const nodes: Node[] = [];
  // Marks that inline HTML opened and has not closed yet, with their tag.
  const open: { readonly tag: string; readonly mark: Mark }[] = [];
  const text = (value: string, inside: readonly Mark[]): void => {
    const collapsed = onOneLine(value);
    if (collapsed !== '') nodes.push(schema.text(collapsed, inside));
  };
  for (const child of children) {
    const current = open.reduce<readonly Mark[]>((set, { mark }) => mark.addToSet(set), outer);
    const mark = markOf(child) ?? (child.type === 'html' ? markOfTag(child.value) : null);
    if (child.type === 'text') text(child.value, current);
    else if (child.type === 'break') nodes.push(schema.node('hardBreak', null, undefined, current));
    else if (child.type === 'html') {
      const name = tagOf(child.value);
      const isEnd = child.value.startsWith('</');
      if (mark !== null && saysMore(child.value)) context.doubt('HTML', child);
      if (mark !== null) open.push({ tag: name, mark });
      else if (isEnd && open.some((one) => one.tag === name)) {
        open.splice(
          open.findLastIndex((one) => one.tag === name),
          1,
        );
      } else if (name === 'br') nodes.push(schema.node('hardBreak', null, undefined, current));
      else if (!isEnd && !child.value.startsWith('<!--')) context.doubt('HTML', child);
    } else if (mark !== null && 'children' in child)
      nodes.push(...readWith(child.children, mark.addToSet(current), context));
    else if (child.type === 'inlineCode') text(child.value, current);
    else if (child.type === 'linkReference') {
      const url = context.definitionOf(child.identifier)?.url ?? '';
      if (url !== '' && !isSafeUrl(url)) context.doubt(unsafe, { ...child, type: 'link', url });
      const inside = isSafeUrl(url) ? schema.mark('link', { href: url }).addToSet(current) : current;
      nodes.push(...readWith(child.children, inside, context));
    } else if (child.type === 'footnoteReference') {
      context.doubt('Footnote', child);
      text(`[${child.label ?? child.identifier}]`, current);
    } else if (child.type === 'image' || child.type === 'imageReference') {
      const url = child.type === 'image' ? child.url : (context.definitionOf(child.identifier)?.url ?? '');
      context.doubt('Picture inside text', { type: 'image', url, alt: child.alt ?? '', ...at(child) });
      text(child.alt ?? '', current);
    } else if ('children' in child) {
      if (child.type === 'link') context.doubt(unsafe, child);
      nodes.push(...readWith(child.children, current, context));
    }
  }
  return nodes;
}

function markOf(node: PhrasingContent): Mark | null {
  for (const mark of articleMarks) {
    const attrs = mark.fromMdast(node);
    if (attrs !== null) return schema.mark(mark.name, attrs);
  }
  return null;
}

/** The text of inline Markdown, for a receipt; with the address, where that is not kept. */
export const inlineText = (node: PhrasingContent): string => {
  if (node.type === 'html') return node.value;
  if (node.type === 'image') return `${node.alt ?? ''} <${node.url}>`.trim();
  if (node.type === 'link') return `${mdastText(node)} <${node.url}>`.trim();
  return mdastText(node);
};
