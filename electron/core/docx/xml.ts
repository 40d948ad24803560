import { CopydeskError } from '../../../shared/error.ts';

/** No document nests its XML deeper; a file made to exhaust the memory does. */
const deepest = 256;

const refused = (text: string) => new CopydeskError('refused', text);

/**
 * The text of an XML part, once it is known to hold no document type (`reliability.md` T12) and no deep nesting (T13):
 * tags and text alone, without comments and instructions but the first.
 */
export function readXml(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refused('a part of it is not UTF-8 text');
  }
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw refused('it declares entities, as no document of Word does');
  let depth = 0;
  for (const tag of tagsOf(text)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>') && !tag.startsWith('<!')) depth += 1;
    if (depth > deepest) throw refused('it is nested too deeply to be read');
  }
  return text.replace(
    /<!--[\s\S]*?-->|(?!^)<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>/gu,
    (_, said: string = '') => said.replace(/[&<>]/gu, (sign) => `&#${sign.charCodeAt(0)};`),
  );
}

/** A tag of an XML text, from `start` up to `end`, which is no part of it. */
interface Tag {
  readonly start: number;
  readonly end: number;
}

// Comments, texts that need no escaping and instructions may hold any sign.
const noTags = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

// Each tag of an XML text, in one pass. One that is never closed, or holds a “<” (XML 1.0 §3.1), makes it no XML: what
// looks for a tag's end later may count on finding it at once.
function* placesOfTags(text: string): Generator<Tag> {
  const broken = () => refused('its XML is broken');
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const [sign = '<', ending] = noTags.find(([one]) => text.startsWith(one, at)) ?? [];
    let end = at + sign.length;
    if (ending !== undefined) end = text.indexOf(ending, end);
    for (let quote = ''; ending === undefined && end < text.length; end += 1) {
      const one = text.charAt(end);
      if (one === '<') throw broken();
      if (quote === '' && one === '>') break;
      if (quote === '' && (one === '"' || one === "'")) quote = one;
      else if (one === quote) quote = '';
    }
    if (end === -1 || end === text.length) throw broken();
    if (ending === undefined) yield { start: at, end: end + 1 };
    at = end;
  }
}

function* tagsOf(text: string): Generator<string> {
  for (const { start, end } of placesOfTags(text)) yield text.slice(start, end);
}

/** An element of an XML part; its attributes as they are written, its text with the references in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: string;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

/** The nodes of an XML part that `readXml` has read; `xmlOf` writes them as they were. */
export function nodesOf(xml: string): readonly XmlNode[] {
  const top: XmlNode[] = [];
  const open: XmlNode[][] = [top];
  let from = 0;
  for (const { start, end } of placesOfTags(xml)) {
    if (start > from) open.at(-1)?.push(xml.slice(from, start));
    from = end;
    const tag = xml.slice(start, end);
    if (tag.startsWith('</')) {
      if (open.length > 1) open.pop();
      continue;
    }
    const [, name, attributes = ''] = /^<([^\s/>?!]+)([\s\S]*?)\/?>$/u.exec(tag) ?? [];
    if (name === undefined) open.at(-1)?.push(tag);
    else {
      const children: XmlNode[] = [];
      open.at(-1)?.push({ name, attributes, children });
      if (!tag.endsWith('/>')) open.push(children);
    }
  }
  if (from < xml.length) open.at(-1)?.push(xml.slice(from));
  return top;
}

/** Nodes as XML. */
export const xmlOf = (nodes: readonly XmlNode[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const { name, attributes, children } = node;
      return children.length === 0
        ? `<${name}${attributes}/>`
        : `<${name}${attributes}>${xmlOf(children)}</${name}>`;
    })
    .join('');

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text of XML with its references read. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/giu, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return entities[name] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** The words of a WordprocessingML part: the text of `names`, a line for each paragraph. */
export function wordsOfXml(xml: string, names: readonly string[] = ['w:t']): string {
  const parts = xml.matchAll(
    /<(w:p|w:tab|w:br|w:cr)(?:\s[^>]*)?\/?>|<([a-z]+:[A-Za-z]+)(?:\s[^>]*)?>([^<]*)<\/\2>/gu,
  );
  let text = '';
  for (const [, break_, name = '', content = ''] of parts) {
    if (break_ !== undefined) text += break_ === 'w:tab' ? '\t' : '\n';
    else if (names.includes(name)) text += unescaped(content);
  }
  return text.replace(/\n{2,}/gu, '\n').trim();
}

/** What stands inside each outermost element of this name; empty elements have nothing. */
export function insideOf(
  xml: string,
  name: string,
): readonly { readonly attributes: string; readonly inside: string }[] {
  const found: { readonly attributes: string; readonly inside: string }[] = [];
  const open = new RegExp(`<${name}(\\s[^>]*?)?(/)?>`, 'gu');
  const close = `</${name}>`;
  for (let match = open.exec(xml); match !== null; match = open.exec(xml)) {
    if (match[2] === '/') continue;
    const end = xml.indexOf(close, open.lastIndex);
    if (end === -1) break;
    found.push({ attributes: match[1] ?? '', inside: xml.slice(open.lastIndex, end) });
    open.lastIndex = end;
  }
  return found;
}

/** The value of an attribute in the text of a start tag; '' if it has none. */
export const attributeIn = (attributes: string, name: string): string =>
  unescaped(new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(attributes)?.[1] ?? '');
