import type { PageDocument, PageElement, PageNode } from '../html/dom.ts';
import type { Decision } from '../receipt.ts';
import type { OfficeSheet } from './css.ts';
import type { PasteSource } from './source.ts';

/** A paste while it is being cleaned: every step changes `body` in place and notes what a person should know. */
export interface Pasting {
  readonly page: PageDocument;
  readonly body: PageElement;
  readonly sheet: OfficeSheet;
  readonly source: PasteSource;
  readonly note: (kind: Decision['kind'], what: string, text: string) => void;
  /** Signs of the source that the article says by structure instead: the bullets and numbers of Word's lists. */
  readonly replaced: string[];
}

const blockNames = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table caption thead tbody tfoot tr td th ul option'
  ).split(' '),
);

/** Whether an element stands on lines of its own. */
export const isBlock = ({ localName }: PageElement): boolean => blockNames.has(localName);

/** Whether a node is an element (DOM's `nodeType` 1). */
export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;

/** Whether an element holds blocks, and not only a run of text. */
export const holdsBlocks = (element: PageElement): boolean =>
  [...element.querySelectorAll('*')].some(isBlock);

/** An element's classes as they are written; '' without any (linkedom has no null for them). */
export const classOf = (element: PageElement): string => String(element.getAttribute('class') ?? '');

/** What a live list of nodes holds now, whatever is moved meanwhile. */
export const snapshot = <Item>(nodes: Iterable<Item>): readonly Item[] => [...nodes];

/** Puts an element's content in its place. */
export const unwrap = (element: PageElement): void => element.replaceWith(...element.childNodes);

/** An element's content in an element of another name; attributes are not taken along. */
export function renamed(page: PageDocument, element: PageElement, name: string): PageElement {
  const made = page.createElement(name);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

/** Puts a new element of this name around an element's whole content. */
export function wrapContent(page: PageDocument, element: PageElement, name: string): void {
  const made = page.createElement(name);
  made.append(...element.childNodes);
  element.append(made);
}

/** A text without the spaces of its markup. */
export const flat = (text: string): string => text.replace(/[\s\u00a0]+/gu, ' ').trim();

/** Whether nothing of an element is seen: no text, no picture, no rule. */
export const isEmpty = (element: PageElement): boolean =>
  flat(element.textContent) === '' && element.querySelector('img, hr, table') === null;

/** The text of an element as a reader would copy it: blocks, cells and line breaks on lines of their own. */
export function visibleText(element: PageElement): string {
  const parts: string[] = [];
  const walk = (node: PageNode): void => {
    if (!isElement(node)) {
      if (node.nodeType === 3) parts.push((node.textContent ?? '').replace(/[\t\n\r\f ]+/gu, ' '));
    } else if (node.localName === 'br') parts.push('\n');
    else {
      const block = isBlock(node);
      if (block) parts.push('\n');
      for (const child of node.childNodes) walk(child);
      if (block) parts.push('\n');
    }
  };
  walk(element);
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/^ +| +$/gu, ''))
    .filter((line) => line !== '')
    .join('\n');
}
