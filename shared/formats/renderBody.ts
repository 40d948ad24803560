import type { Fragment, Mark, Node } from 'prosemirror-model';
import { isBlank } from '../article/blank.ts';
import { CopydeskError } from '../error.ts';
import { escapeAttribute, escapeText } from './escape.ts';

/** A `toDOM` as text can be made of it: tag, attributes if any, children, 0 for the hole. */
export type Element = readonly [string, ...unknown[]];

/** What stands where a spec has its hole; `whole` replaces the element around the hole as well (thead and tbody). */
interface Hole {
  readonly html: string;
  readonly whole?: boolean;
}

/** How an element is written: whether nothing is around it, and its own texts as HTML. */
interface Writing {
  readonly isRoot: boolean;
  readonly literal: (text: string) => string;
}

/** How a profile writes what a page writes by `toDOM`; what it does not say stays as on the page. */
export interface Dialect {
  /** A node's element, given its own; the tag '' stands for its children alone. */
  readonly specOf?: (node: Node, own: Element, parent: Node | null) => Element;
  /** What stands between a node's children. */
  readonly joinerOf?: (parent: Node) => string | undefined;
  /** What stands around a node's HTML: a comment before and after. */
  readonly around?: (html: string, node: Node, parent: Node | null) => string;
  /** A text as HTML; `block` is the textblock that it stands in, null where that has no element of its own. */
  readonly text?: (text: string, block: Node | null) => string;
}

/** The renderer in one dialect. */
export interface Renderer {
  /** A node as HTML, '' if it is blank. */
  readonly node: (node: Node, parent?: Node | null) => string;
  /** A node as HTML by another spec than its own. */
  readonly as: (node: Node, spec: Element) => string;
  /** Inline content on its own. */
  readonly inline: (content: Fragment) => string;
}

const voidTags = ['br', 'hr', 'img'];

const isElement = (part: unknown): part is Element => Array.isArray(part) && typeof part[0] === 'string';

const isAttributes = (part: unknown): part is Readonly<Record<string, unknown>> =>
  typeof part === 'object' && part !== null && !Array.isArray(part);

/** The one renderer, in a profile's dialect: it selects and wraps, the elements come from the blocks' `toDOM`. */
export function rendererOf(dialect: Dialect): Renderer {
  const { specOf, joinerOf, around } = dialect;
  const textIn = (block: Node | null) => (text: string) => dialect.text?.(text, block) ?? escapeText(text);
  const literal = textIn(null);
  const render = (node: Node, parent: Node | null = null): string => {
    if (isBlank(node)) return '';
    const own = ownSpec(node);
    const html = renderElement(specOf?.(node, own, parent) ?? own, holeOf(node), { isRoot: true, literal });
    return around?.(html, node, parent) ?? html;
  };
  function holeOf(node: Node): Hole {
    const { spec } = node.type;
    if (node.isTextblock) {
      const html = renderInline(node.content, textIn(node));
      return { html: html.trim() === '' ? escapeText(spec.fallback?.(node) ?? html) : html };
    }
    const children = node.children.filter((child) => !isBlank(child));
    const [only] = children;
    if (spec.tight === true && children.length === 1 && only?.type.name === 'paragraph')
      return { html: renderInline(only.content, literal) };
    if (spec.sections === undefined) return { html: join(children, node) };
    let from = 0;
    const sections = spec.sections(node).map(({ tag, count }) => {
      const html = join(children.slice(from, from + count), node);
      from += count;
      return `<${tag}>${html}</${tag}>`;
    });
    return { html: `\n${sections.join('\n')}\n`, whole: true };
  }
  // One block per line, unless the parent's spec says what stands between its children.
  function join(children: readonly Node[], parent: Node): string {
    const joiner = joinerOf?.(parent) ?? parent.type.spec.joiner;
    const parts = children.map((child) => render(child, parent));
    if (joiner !== undefined || parts.length === 0) return parts.join(joiner);
    return `\n${parts.join('\n')}\n`;
  }
  return {
    node: render,
    as: (node, spec) => renderElement(spec, holeOf(node), { isRoot: true, literal }),
    inline: (content) => renderInline(content, literal),
  };
}

/** Inline content as HTML: marks nest in the schema's order, and neighbours share the marks they have in common. */
export function renderInline(content: Fragment, textOf: (text: string) => string = escapeText): string {
  const open: { readonly mark: Mark; readonly close: string }[] = [];
  let html = '';
  const closeDownTo = (depth: number): void => {
    while (open.length > depth) html += open.pop()?.close ?? '';
  };
  content.forEach((node) => {
    let shared = 0;
    for (const [depth, mark] of node.marks.entries()) {
      if (shared !== depth || open[depth]?.mark.eq(mark) !== true) break;
      shared += 1;
    }
    closeDownTo(shared);
    for (const mark of node.marks.slice(shared)) {
      const [tag, attributes] = markSpecOf(mark);
      html += openingTag(tag, attributes);
      open.push({ mark, close: `</${tag}>` });
    }
    html += node.isText
      ? textOf(node.text ?? '')
      : renderElement(ownSpec(node), { html: '' }, { isRoot: true, literal: textOf });
  });
  closeDownTo(0);
  return html;
}

// An element around an empty hole is not written, nor is one whose children were all left out.
function renderElement(element: Element, hole: Hole, how: Writing): string {
  const [tag, first] = element;
  const attributes = isAttributes(first) ? first : null;
  const from = attributes === null ? 1 : 2;
  if (element[from] === 0 && hole.whole === true) return hole.html;
  if (voidTags.includes(tag)) return openingTag(tag, attributes);
  let inner = '';
  for (let at = from; at < element.length; at += 1) inner += renderPart(element[at], hole, how.literal);
  if (tag === '') return inner;
  if (inner === '' && !how.isRoot) return '';
  return `${openingTag(tag, attributes)}${inner}</${tag}>`;
}

function renderPart(part: unknown, hole: Hole, literal: Writing['literal']): string {
  if (part === 0) return hole.html;
  if (typeof part === 'string') return literal(part);
  if (isElement(part)) return renderElement(part, hole, { isRoot: false, literal });
  throw new CopydeskError('unexpected', `A block's toDOM holds ${JSON.stringify(part)}`);
}

const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

function openingTag(tag: string, attributes: Readonly<Record<string, unknown>> | null): string {
  if (attributes === null) return `<${tag}>`;
  let written = '';
  for (const [name, value] of Object.entries(attributes))
    if (isGiven(value)) written += ` ${name}="${escapeAttribute(String(value))}"`;
  return `<${tag}${written}>`;
}

function ownSpec(node: Node): Element {
  const spec: unknown = node.type.spec.toDOM?.(node);
  if (isElement(spec)) return spec;
  throw new CopydeskError(
    'unexpected',
    `The block “${node.type.name}” has no toDOM that text can be made of`,
  );
}

function markSpecOf(mark: Mark): readonly [string, Readonly<Record<string, unknown>> | null] {
  const spec: unknown = mark.type.spec.toDOM?.(mark, true);
  if (!isElement(spec))
    throw new CopydeskError(
      'unexpected',
      `The mark “${mark.type.name}” has no toDOM that text can be made of`,
    );
  return [spec[0], isAttributes(spec[1]) ? spec[1] : null];
}
