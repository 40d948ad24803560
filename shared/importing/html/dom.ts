import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import { CopydeskError } from '../../error.ts';
import type { ElementLike } from '../../article/block.ts';

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

/** No page nests its elements deeper; one made to exhaust the memory does. */
const deepest = 256;

interface Nested {
  readonly nodeName: string;
  readonly childNodes?: readonly Nested[];
}

// Level by level, so that the check itself never runs deep.
function refuseDeep(page: Nested): void {
  let level: readonly Nested[] = [page];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw new CopydeskError('refused', 'it is nested too deeply to be read');
    level = level.flatMap(({ childNodes = [] }) => childNodes);
  }
}

/**
 * A page's HTML as a document in which no script runs and nothing is fetched. parse5 reads it as a browser would
 * (WHATWG HTML §13), so that no markup means one thing here and another in the window. Throws `refused` beyond 256 levels.
 */
export function documentOf(html: string): PageDocument {
  const tree = parse(html);
  refuseDeep(tree);
  // linkedom is the DOM of the importers in every process; its types are those of a browser's window.
  const { document } = parseHTML(serialize(tree)) as unknown as { readonly document: PageDocument };
  return document;
}
