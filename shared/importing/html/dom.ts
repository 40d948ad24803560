import { parseHTML } from 'linkedom';
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { ElementLike } from '../../article/block.ts';
import { parsePage, type PageTree } from './pageTree.ts';

/** What the importers use of a DOM element: `shared` knows no DOM, so no host's own is asked for. */
export interface PageElement extends ElementLike, PageNode {
  readonly localName: string;
  readonly parentElement: PageElement | null;
  readonly children: Iterable<PageElement> & { readonly length: number };
  readonly childNodes: Iterable<PageNode>;
  readonly firstElementChild: PageElement | null;
  readonly nextElementSibling: PageElement | null;
  readonly previousElementSibling: PageElement | null;
  textContent: string;
  innerHTML: string;
  readonly outerHTML: string;
  className: string;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  getAttributeNames(): readonly string[];
  hasAttribute(name: string): boolean;
  before(...nodes: readonly (PageNode | string)[]): void;
  after(...nodes: readonly (PageNode | string)[]): void;
  append(...nodes: readonly (PageNode | string)[]): void;
  prepend(...nodes: readonly (PageNode | string)[]): void;
  replaceWith(...nodes: readonly (PageNode | string)[]): void;
  remove(): void;
  replaceChildren(...nodes: readonly (PageNode | string)[]): void;
  cloneNode(deep: boolean): PageElement;
}

/** A child of an element: another element, a text or a comment (DOM's `nodeType` 1, 3, 8). */
export interface PageNode {
  readonly nodeType: number;
  textContent: string | null;
  readonly nextSibling: PageNode | null;
  remove(): void;
}

/** A page that nothing runs in. */
export interface PageDocument {
  readonly documentElement: PageElement;
  readonly head: PageElement;
  readonly body: PageElement;
  readonly title: string;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  createElement(name: string): PageElement;
}

const svg = 'http://www.w3.org/2000/svg';

// What of linkedom's document makes nodes; its types are those of a browser's window.
interface Maker extends PageDocument {
  createElementNS(namespace: string, name: string): PageElement;
  createComment(text: string): PageNode;
}

type TreeNode = DefaultTreeAdapterTypes.ChildNode;
const isElementNode = (node: TreeNode): node is DefaultTreeAdapterTypes.Element => 'tagName' in node;

/** No name, class or style that means anything is longer, in UTF-16 units. */
const longestName = 5000;
const isIdle = (name: string, value: string): boolean =>
  value.length > longestName && ['class', 'id', 'style', 'role'].includes(name);

// No deeper than `pageLimits` lets a page be.
function copyInto(page: Maker, parent: PageElement, nodes: readonly TreeNode[]): void {
  for (const node of nodes) {
    if (isElementNode(node)) {
      const made =
        node.namespaceURI === svg
          ? page.createElementNS(svg, node.tagName)
          : page.createElement(node.tagName);
      for (const { prefix, name, value } of node.attrs)
        if (!isIdle(name, value))
          made.setAttribute(prefix === undefined || prefix === '' ? name : `${prefix}:${name}`, value);
      parent.append(made);
      copyInto(page, made, 'content' in node ? node.content.childNodes : node.childNodes);
    } else if ('value' in node) parent.append(node.value);
    else if ('data' in node) parent.append(page.createComment(node.data));
  }
}

/** A parsed page as a document: what linkedom made of its markup would be another reading, and dear. */
export function documentOfTree({ root }: Pick<PageTree, 'root'>): PageDocument {
  // linkedom is the DOM of the importers in every process; its types are those of a browser's window.
  const { document } = parseHTML('<html></html>') as unknown as { readonly document: Maker };
  const made = document.documentElement;
  made.replaceChildren();
  for (const node of root.childNodes) {
    if (!isElementNode(node)) continue;
    for (const { name, value } of node.attrs) made.setAttribute(name, value);
    copyInto(document, made, node.childNodes);
  }
  return document;
}

/**
 * A page's HTML as a document in which no script runs and nothing is fetched. parse5 reads it as a browser would
 * (WHATWG HTML §13), so that no markup means one thing here and another in the window. Throws as `parsePage` does.
 */
export const documentOf = (html: string): PageDocument => documentOfTree(parsePage(html));
