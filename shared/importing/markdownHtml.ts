import type { PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Mark } from 'prosemirror-model';
import { isSafeUrl } from '../article/address.ts';
import { schema } from '../article/schema.ts';

const markNames: Readonly<Record<string, string>> = {
  strong: 'strong',
  b: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  del: 'strike',
  s: 'strike',
  strike: 'strike',
  sub: 'subscript',
  sup: 'superscript',
};

const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/gu;

// Markdown knows the very references that HTML knows.
function meant(written: string): string {
  const [paragraph] = fromMarkdown(written).children;
  const [text] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  return text?.type === 'text' ? text.value : written;
}

/** A text with its character references read: `&nbsp;`, `&#8217;`. */
export function withReferences(text: string): string {
  const known = new Map<string, string>();
  return text.replace(reference, (written) => {
    const value = known.get(written) ?? meant(written);
    known.set(written, value);
    return value;
  });
}

const addressPattern = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/iu;

/** The name of the tag that an HTML node of Markdown is, in lower case; '' for a comment and its like. */
export const tagOf = (value: string): string =>
  /^<\/?([a-z][a-z\d-]*)/iu.exec(value)?.[1]?.toLowerCase() ?? '';

// What only looks or links, no reader reads.
const wordless =
  /\s(?:href|target|rel|class|id|style|dir|lang)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?(?=[\s/>])/giu;

/** Whether an opening tag says more than the mark that it stands for: a title, a date. */
export const saysMore = (value: string): boolean => /\s[^\s/>]/u.test(value.replace(wordless, ''));

/** The mark that an opening tag stands for: bold, italic, struck, raised, lowered, or a link to a safe address; else null. */
export function markOfTag(value: string): Mark | null {
  const tag = value.startsWith('</') ? '' : tagOf(value);
  const name = Object.hasOwn(markNames, tag) ? markNames[tag] : undefined;
  if (name !== undefined) return schema.mark(name);
  if (tag !== 'a') return null;
  const [, double, single, bare] = addressPattern.exec(value) ?? [];
  const href = withReferences(double ?? single ?? bare ?? '').trim();
  return href !== '' && isSafeUrl(href) ? schema.mark('link', { href }) : null;
}

const breaking =
  /^(?:p|div|section|article|header|footer|aside|main|nav|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|figure|figcaption|pre|hr|table|thead|tbody|tfoot|tr|td|th|form|fieldset|iframe|video|audio|details|summary|center)$/u;

// A tag, a comment and its like, or what no reader sees with its content.
const pieces =
  /<(script|style)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)|<[?!][^<>]*>|<\/?[a-z][a-z\d-]*(?:\s[^<>]*)?\/?>/giu;

/** What a block of HTML in Markdown says, as paragraphs of text with the tags that Copydesk knows within a line. */
export function paragraphsOfHtml(value: string): readonly (readonly PhrasingContent[])[] {
  const paragraphs: PhrasingContent[][] = [[]];
  let at = 0;
  const text = (until: number): void => {
    const said = withReferences(value.slice(at, until)).replace(/[ \t\r\n\f]+/gu, ' ');
    if (said !== '') paragraphs.at(-1)?.push({ type: 'text', value: said });
  };
  for (const { index, 0: piece } of value.matchAll(pieces)) {
    text(index);
    at = index + piece.length;
    const tag = tagOf(piece);
    if (breaking.test(tag)) paragraphs.push([]);
    else if (tag === 'br' || tag === 'a' || Object.hasOwn(markNames, tag))
      paragraphs.at(-1)?.push({ type: 'html', value: piece });
  }
  text(value.length);
  return paragraphs.filter((parts) => parts.some((part) => part.type === 'text' && part.value.trim() !== ''));
}
