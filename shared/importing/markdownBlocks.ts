import type { Definition, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Node } from 'prosemirror-model';
import type { Block, MarkdownReader, Remembered } from '../article/block.ts';
import { blocks } from '../article/blocks/index.ts';
import { isBlank } from '../article/blank.ts';
import { mdastText } from '../article/mdast.ts';
import { schema } from '../article/schema.ts';
import { paragraphsOfHtml } from './markdownHtml.ts';
import { inlineText, readInline } from './markdownInline.ts';

/** What a front matter tells the reading of the body; `isOurs` when Copydesk wrote it. */
export interface FrontMatterMemory {
  readonly isOurs: boolean;
  readonly remembered: Readonly<Record<string, readonly Remembered[]>>;
}

/** Something of the Markdown that an article cannot hold as it was. */
export interface Doubt {
  readonly what: string;
  readonly text: string;
  readonly line?: number;
}

/** A paragraph, quote or heading that ends in this comment is just that, whatever it looks like. */
export const plainComment = '<!-- -->';

const nestable = blocks.filter(({ name, nodes }) =>
  name === 'paragraph'
    ? true
    : Object.values(nodes).some((spec) => spec.group?.includes('nestable') === true),
);

/** Whether a block more special than its own would read this Markdown: then it must say that it is plain. */
export function isMistakable(
  node: RootContent,
  own: Block,
  following: readonly RootContent[],
  memory: FrontMatterMemory,
): boolean {
  const context = { definitionOf: () => undefined, doubt: () => undefined };
  return blocks.slice(blocks.indexOf(own) + 1).some((block) => {
    const entries = memory.remembered[block.remember?.as ?? ''] ?? [];
    const read: MarkdownReader = {
      schema,
      following,
      isOurs: memory.isOurs,
      inline: (inside, into) => readInline(inside, context, into),
      blocks: () => [schema.node('paragraph')],
      take: () => undefined,
      recall: (passes) => entries.find(passes) ?? null,
    };
    return block.fromMdast(node, read) !== null;
  });
}

/** How many blocks after the one at hand a block may see. */
const lookahead = 600;

/** Reads Markdown blocks as an article's; every doubt is told once. */
export function readBlocks(
  children: readonly RootContent[],
  memory: FrontMatterMemory,
  doubt: (doubt: Doubt) => void,
): readonly Node[] {
  // The first of two with one name holds (CommonMark, section 4.7).
  const definitions = new Map(
    definitionsIn(children)
      .toReversed()
      .map((one) => [one.identifier, one]),
  );
  const tell = (what: string, node: Nodes, text: string): void =>
    doubt({ what, text, ...(node.position === undefined ? {} : { line: node.position.start.line }) });
  const context = {
    definitionOf: (identifier: string) => definitions.get(identifier),
    doubt: (what: string, node: PhrasingContent) => tell(what, node, inlineText(node)),
  };
  const recalled = new Set<Remembered>();

  const offer = (
    node: RootContent,
    following: readonly RootContent[],
    candidates: readonly Block[],
  ): { readonly nodes: readonly Node[]; readonly taken: number } | null => {
    for (const block of isPlain(node) ? candidates : candidates.toReversed()) {
      let taken = 0;
      const had: Remembered[] = [];
      const read: MarkdownReader = {
        schema,
        following,
        isOurs: memory.isOurs,
        inline: (inside, into) => readInline(inside, context, into),
        blocks: (inside) => inside.flatMap((child) => nested(child)),
        take: (count) => (taken = count),
        recall: (passes) => {
          const entries = memory.remembered[block.remember?.as ?? ''] ?? [];
          const found = entries.find(
            (entry) => !recalled.has(entry) && !had.includes(entry) && passes(entry),
          );
          if (found !== undefined) had.push(found);
          return found ?? null;
        },
      };
      const nodes = block.fromMdast(node, read);
      if (nodes === null) continue;
      for (const entry of had) recalled.add(entry);
      return { nodes, taken };
    }
    return null;
  };

  const nested = (node: RootContent): readonly Node[] => {
    const found = offer(node, [], nestable);
    if (found !== null) return found.nodes;
    if (node.type === 'blockquote' || node.type === 'footnoteDefinition')
      return node.children.flatMap(nested);
    return asParagraphs(node);
  };

  const asParagraphs = (node: RootContent): readonly Node[] => {
    if (node.type === 'definition' || node.type === 'thematicBreak' || node.type === 'yaml') return [];
    if (node.type === 'html') {
      if (!/^<!--[\s\S]*-->$/u.test(node.value.trim())) tell('HTML', node, node.value);
      return paragraphsOfHtml(node.value).map(paragraph);
    }
    if (node.type === 'heading') return [paragraph(node.children)];
    if (node.type === 'table')
      return node.children.map((row) =>
        paragraph([{ type: 'text', value: row.children.map((cell) => mdastText(cell)).join(' · ') }]),
      );
    tell(node.type === 'code' ? 'Code' : 'Unknown block', node, mdastText(node));
    return mdastText(node) === '' ? [] : [paragraph([{ type: 'text', value: mdastText(node) }])];
  };
  const paragraph = (inside: readonly PhrasingContent[]): Node =>
    schema.node('paragraph', null, readInline(inside, context, 'paragraph'));

  const nodes: Node[] = [];
  const queue = children.flatMap((child) =>
    child.type === 'paragraph' ? pictureParts(child, context.definitionOf) : child,
  );
  // A window of what follows: to take the first of many costs as much as there are.
  let at = lookahead + 1;
  const window = queue.slice(0, at);
  for (let node = window.shift(); node !== undefined; node = window.shift()) {
    const found = offer(node, window, blocks);
    window.splice(0, found?.taken ?? 0);
    nodes.push(...(found?.nodes ?? (node.type === 'footnoteDefinition' ? nested(node) : asParagraphs(node))));
    const more = lookahead + 1 - window.length;
    window.push(...queue.slice(at, at + more));
    at += more;
  }
  return nodes.filter((node) => !isBlank(node));
}

const isPlain = (node: RootContent): boolean => {
  const last = 'children' in node ? node.children.at(-1) : undefined;
  return last?.type === 'html' && last.value === plainComment;
};

const definitionsIn = (nodes: readonly RootContent[]): readonly Definition[] =>
  nodes.flatMap((node) =>
    node.type === 'definition' ? [node] : 'children' in node ? definitionsIn(node.children) : [],
  );

// A picture stands alone, with its caption or without; one amid text is lifted out of it.
function pictureParts(
  paragraph: Paragraph,
  definitionOf: (identifier: string) => Definition | undefined,
): readonly RootContent[] {
  const children = paragraph.children
    .flatMap((child) => (child.type === 'link' && child.children.every(isPicture) ? child.children : [child]))
    .map((child): PhrasingContent => {
      const url = child.type === 'imageReference' ? definitionOf(child.identifier)?.url : undefined;
      return child.type === 'imageReference' && url !== undefined
        ? { type: 'image', url, alt: child.alt ?? '' }
        : child;
    });
  const rest = children.filter((child) => child.type !== 'image' && mdastText(child) !== '');
  const pictures = children.length - children.filter((child) => child.type !== 'image').length;
  const [caption] = rest;
  const isFigure =
    pictures === 1 && (rest.length === 0 || (rest.length === 1 && caption?.type === 'emphasis'));
  if (pictures === 0 || isFigure) return [{ ...paragraph, children }];
  const parts: Paragraph[] = [];
  for (const child of children) {
    const last = parts.at(-1);
    if (child.type === 'image' || last === undefined || last.children[0]?.type === 'image')
      parts.push({ ...paragraph, children: [child] });
    else last.children.push(child);
  }
  return parts.filter(
    ({ children: [first, ...others] }) =>
      first?.type === 'image' || mdastText(...(first ? [first, ...others] : [])) !== '',
  );
}

const isPicture = (node: PhrasingContent): boolean => node.type === 'image' || node.type === 'imageReference';
