import type { Address } from '../receipt.ts';

/** What lines are read from: a child of an element (DOM's `nodeType` 1 or 3; others are passed over). */
export interface LineNode {
  readonly nodeType: number;
  readonly textContent: string | null;
}

/** An element whose text is read as lines: of a document, or of a parser's tree. */
export interface LineElement extends LineNode {
  readonly localName: string;
  readonly textContent: string;
  readonly childNodes: Iterable<LineNode>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
}

/** A line of a page's text, as a reader would copy it, and whether no reader sees it; '' where only links and pictures stand. */
export interface PageLine {
  readonly text: string;
  readonly unseen: boolean;
  /** The links and pictures of the line, in their order. */
  readonly addresses: readonly Address[];
}

/** Text of these is code, or stands in for what is shown anyway. */
const code = ['script', 'style', 'noscript', 'template', 'head', 'iframe', 'canvas'];
const blocks =
  /^(?:address|article|aside|blockquote|body|button|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|label|legend|li|main|nav|ol|option|p|pre|section|select|summary|table|tbody|td|tfoot|th|thead|time|tr|ul)$/u;
/** Text of these is drawn: the labels of a chart, a formula; the name of an icon says nothing. */
const drawings = ['svg', 'math'];
const counts = /[\p{Nd}"“”„«»]/u;

const hiding = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;

const isElement = (node: LineNode): node is LineElement => node.nodeType === 1;

const isHidden = (element: LineElement): boolean =>
  element.hasAttribute('hidden') ||
  hiding.test(element.getAttribute('style') ?? '') ||
  /^(?:button|select|dialog|option)$/u.test(element.localName);

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

// Anchors of the page and what only runs lead nowhere; a picture of which nothing is said shapes the page.
function addressOf(element: LineElement): Address | null {
  const address = (name: string): string => (element.getAttribute(name) ?? '').trim();
  if (element.localName === 'a' && !/^(?:#|javascript:|$)/iu.test(address('href')))
    return { kind: 'link', text: flat(element.textContent), address: address('href') };
  if (element.localName !== 'img') return null;
  const alt = flat(element.getAttribute('alt') ?? '');
  return alt === '' ? null : { kind: 'picture', text: alt, address: address('src') };
}

/** The lines of an element's text, in order: one for each block of it. */
export function pageLines(root: LineElement): readonly PageLine[] {
  const lines: { text: string; unseen: boolean; addresses: Address[] }[] = [];
  let text = '';
  let unseen = false;
  let addresses: Address[] = [];
  const close = (): void => {
    const line = flat(text);
    if (line !== '' || addresses.length > 0) lines.push({ text: line, unseen, addresses });
    text = '';
    addresses = [];
  };
  // A link around whole blocks is the last one's.
  const leave = (element: LineElement): void => {
    const found = addressOf(element);
    if (found === null) return;
    const last = text.trim() === '' && found.kind === 'link' ? lines.at(-1)?.addresses : undefined;
    (last ?? addresses).push(found);
  };
  const visit = (element: LineElement): void => {
    const before = unseen;
    const isBlock = blocks.test(element.localName) || element.localName === 'br';
    if (isBlock) close();
    unseen ||= isHidden(element);
    for (const node of element.childNodes) {
      if (node.nodeType === 3) text += node.textContent ?? '';
      else if (!isElement(node) || code.includes(node.localName)) continue;
      else if (!drawings.includes(node.localName)) visit(node);
      else if (counts.test(node.textContent)) text += ` ${node.textContent} `;
    }
    leave(element);
    if (isBlock) close();
    unseen = before;
  };
  visit(root);
  close();
  return lines;
}
