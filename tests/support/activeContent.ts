import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Node } from 'prosemirror-model';
import { isImageSource, isSafeUrl } from '../../shared/article/address.ts';

const addressAttributes = [
  'href',
  'src',
  'srcset',
  'action',
  'formaction',
  'data',
  'poster',
  'background',
  'ping',
  'cite',
  'xlink:href',
];
const mayFetch = ['img', 'a', 'link', 'video', 'audio', 'source'];

const forbidden = (
  'iframe frame frameset object embed applet form input button select textarea base template svg math ' +
  'noscript noembed noframes xmp plaintext portal marquee dialog'
).split(' ');

type Part = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

function inElement(element: Element): readonly string[] {
  const { tagName, attrs } = element;
  const found: string[] = [];
  const value = (name: string): string => attrs.find((one) => one.name === name)?.value ?? '';
  if (forbidden.includes(tagName)) found.push(`<${tagName}>`);
  if (tagName === 'script' && value('type') !== 'application/ld+json') found.push('a script that runs');
  if (tagName === 'meta' && /refresh|set-cookie/iu.test(value('http-equiv'))) found.push('a page that moves');
  if (tagName === 'link' && !/^(?:canonical|license)$/iu.test(value('rel')))
    found.push(`a link ${value('rel')}`);
  for (const { name, value: text } of attrs) {
    if (/^on/iu.test(name)) found.push(`the handler ${name}`);
    if (name === 'srcdoc' || (name === 'style' && /url|@|expression|\\/iu.test(text)))
      found.push(`${name}=${text}`);
    if (addressAttributes.includes(name) && text !== '' && !(mayFetch.includes(tagName) && isSafeUrl(text)))
      // A place on the page itself is no address.
      if (!/^#[\w-]*$/u.test(text)) found.push(`${name}=${text}`);
  }
  return found;
}

/** What of a page could run, fetch, or lead elsewhere than a link may, read as a browser reads it; nothing for a safe page. */
export function activeInPage(page: string): readonly string[] {
  const found: string[] = [];
  let scripts = 0;
  const walk = (part: Part): void => {
    if ('tagName' in part) {
      found.push(...inElement(part));
      if (part.tagName === 'script') scripts += 1;
    }
    if ('childNodes' in part) for (const child of part.childNodes) walk(child);
  };
  walk(parse(page));
  return scripts > 1 ? [...found, `${String(scripts)} scripts`] : found;
}

/** The addresses in an article's body that no article may carry: links, and sources of pictures. */
export function unsafeInBody(body: Node): readonly string[] {
  const found: string[] = [];
  const look = (owner: string, attrs: Readonly<Record<string, unknown>>): void => {
    for (const [name, value] of Object.entries(attrs)) {
      if (typeof value !== 'string' || value === '') continue;
      if (name === 'href' && !isSafeUrl(value)) found.push(`${owner} ${name}=${value}`);
      if (name === 'src' && !isImageSource(value)) found.push(`${owner} ${name}=${value}`);
    }
  };
  body.descendants((node) => {
    look(node.type.name, node.attrs);
    for (const mark of node.marks) look(mark.type.name, mark.attrs);
  });
  return found;
}

/** Whether every object has the prototype that it should have: what pollution leaves is seen on a new one. */
export function isUnpolluted(): boolean {
  const fresh: object = {};
  return !('polluted' in fresh) && Object.keys(Object.prototype).length === 0 && !('polluted' in []);
}
