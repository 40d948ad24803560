import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import type { ElementLike } from '../../article/block.ts';

/** What the importers use of a DOM element: `shared` knows no DOM, so no host's own is asked for. */
export interface PageElement extends ElementLike, PageNode {
  readonly localName: string;
  readonly parentElement: PageElement | null;
  readonly children: Iterable<PageElement> & { readonly length: number };
  readonly childNodes: Iterable<PageNode>;
  readonly firstElementChild: PageElement | null;
  readonly textContent: string;
  innerHTML: string;
  readonly outerHTML: string;
  className: string;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  hasAttribute(name: string): boolean;
  before(...nodes: readonly (PageNode | string)[]): void;
  after(...nodes: readonly (PageNode | string)[]): void;
  append(...nodes: readonly (PageNode | string)[]): void;
  prepend(...nodes: readonly (PageNode | string)[]): void;
  replaceWith(...nodes: readonly (PageNode | string)[]): void;
  remove(): void;
  cloneNode(deep: boolean): PageElement;
}

/** A child of an element: another element, a text or a comment (DOM's `nodeType` 1, 3, 8). */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
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

/**
 * A page's HTML as a document in which no script runs and nothing is fetched. parse5 reads it as a browser would
 * (WHATWG HTML §13), so that no markup means one thing here and another in the window.
 */
export function documentOf(html: string): PageDocument {
  // linkedom is the DOM of the importers in every process; its types are those of a browser's window.
  const { document } = parseHTML(serialize(parse(html))) as unknown as { readonly document: PageDocument };
  return document;
}
