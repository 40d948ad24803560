import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { isBlank } from '../article/blank.ts';
import { labelRuns } from '../article/labelRuns.ts';
import { bodyBlocks, headerText } from '../article/text.ts';
import { escapeText } from './escape.ts';
import { isSpeakerOnly } from './fragmentLosses.ts';
import { renderInline, type Element, type Renderer } from './renderBody.ts';

// What a content management system takes as it is (`formats.md` H9), and what only groups it there.
const allowed =
  'p h2 h3 h4 ul ol li blockquote figure figcaption img hr br a strong em s sub sup table caption thead tbody tr th td'.split(
    ' ',
  );

const isElement = (part: unknown): part is Element => Array.isArray(part) && typeof part[0] === 'string';

/** A page's element without class, id and style; elements that a fragment must not hold are their children alone. */
export function plainElement([tag, ...parts]: Element): Element {
  const plain = parts.map((part) => {
    if (isElement(part)) return plainElement(part);
    if (typeof part !== 'object' || part === null) return part;
    return allowed.includes(tag)
      ? Object.fromEntries(Object.entries(part).filter(([name]) => !['class', 'id', 'style'].includes(name)))
      : {};
  });
  return [allowed.includes(tag) ? tag : '', ...plain];
}

/** A node as a fragment writes it; labels, credits and titles are told from their text by punctuation and bold. */
export function fragmentElement(node: Node, own: Element, parent: Node | null): Element {
  if (isSpeakerOnly(node)) return ['', 0];
  if (node.type.name === 'attribution' && parent !== null && isSpeakerOnly(parent)) return ['p', 0];
  if (node.type.name === 'credit') return ['', '(Photo: ', 0, ')'];
  if (node.type.name === 'factBoxTitle') return ['p', ['strong', 0]];
  return plainElement(own);
}

/** What a profile writes around the pieces that belong to no single node. */
export interface FragmentParts {
  readonly renderer: Renderer;
  /** A paragraph that begins with the dateline; its text is HTML. */
  readonly lead: (inner: string) => string;
  /** The list of related links at the end. */
  readonly endList: (label: string, items: readonly string[]) => string;
}

/**
 * The body of an article for a CMS that has fields of its own for headline, byline and the like: the lead with its
 * dateline, the blocks, the related links at the end. One block per line.
 */
export function fragmentOf(article: Article, { renderer, lead, endList }: FragmentParts): string {
  const dateline = escapeText(headerText(article.body, 'dateline'));
  const blocks = bodyBlocks(article.body)
    .map(({ node }) => node)
    .filter((node) => !isBlank(node));
  let end = blocks.length;
  while (blocks[end - 1]?.type.spec.endList !== undefined) end -= 1;
  const [first, ...rest] = blocks.slice(0, end);
  const pieces: string[] = [];
  if (dateline === '') pieces.push(...(first === undefined ? [] : [renderer.node(first)]));
  else if (first?.type.name === 'paragraph') pieces.push(lead(`${dateline} ${renderInline(first.content)}`));
  else pieces.push(lead(dateline), ...(first === undefined ? [] : [renderer.node(first)]));
  pieces.push(...rest.map((node) => renderer.node(node)));
  const labelOf = (link: Node): string => link.type.spec.endList?.label(link) ?? '';
  const itemOf = (link: Node): Element => link.type.spec.endList?.item(link) ?? ['li', 0];
  for (const { label, items } of labelRuns(blocks.slice(end), labelOf))
    pieces.push(
      endList(
        label,
        items.map((link) => renderer.as(link, plainElement(itemOf(link)))),
      ),
    );
  return pieces.map((piece) => `${piece.trim()}\n`).join('');
}
