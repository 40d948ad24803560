import { parse, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../shared/formats/escape.ts';
import { html } from '../../../shared/formats/html.ts';
import { htmlLosses } from '../../../shared/formats/htmlLosses.ts';
import { hostileFields, hostileStrings } from '../../support/hostileStrings.ts';
import { goldenTheme } from '../../support/articleFixtures.ts';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** What a page is made of, its texts and the wrapping of scripts left out: elements, and the attributes that may do harm. */
function bones(node: Node): string {
  const children = 'childNodes' in node ? node.childNodes.map(bones).join('') : '';
  if (!('tagName' in node)) return node.nodeName === '#comment' ? '<!-- -->' : children;
  // What says its script is there or not as the text wants it.
  if (node.tagName === 'bdi' || (node.tagName === 'span' && node.attrs.some(({ name }) => name === 'lang')))
    return children;
  const kept = node.attrs.filter(
    ({ name }) => !['content', 'lang', 'dir', 'alt', 'aria-label'].includes(name),
  );
  return `<${node.tagName} ${kept.map(({ name, value }) => `${name}=${value}`).join(' ')}>${children}`;
}

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
const textsOf = (json: unknown): readonly string[] =>
  typeof json === 'object' && json !== null ? Object.values(json).flatMap(textsOf) : [String(json)];
const everything = (page: string): string => {
  const document = parse(page);
  const attributes: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeName === 'script') attributes.push(...textsOf(JSON.parse(textOf(node))));
    if ('attrs' in node) attributes.push(...node.attrs.map(({ value }) => value));
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  walk(document);
  return `${textOf(document)}\n${attributes.join('\n')}`;
};
const collapsed = (text: string): string =>
  cleanText(text)
    .replace(/[ \t\n]+/gu, ' ')
    .trim();

// What has no text on the page, and says so before it is written.
const unseen = (field: string): boolean =>
  ['slug', 'short headline', 'slugline', 'genre', 'note to editors'].includes(field);

describe.each(hostileFields)('in the field “$name”', ({ name, put, visible }) => {
  const calm = bones(parse(html.render(put('Calm words'), { theme: goldenTheme })));

  test.each(hostileStrings)('$name breaks out of nothing, and comes through', ({ text }) => {
    const article = put(text);
    const page = html.render(article, { theme: goldenTheme });
    // Nothing breaks out: the page has the elements, addresses and handlers that calm words give it.
    const shape = bones(parse(page));
    const descriptionLess = (one: string) =>
      one.replace(/<meta name=description>/u, '').replace(/<meta property=og:description>/u, '');
    expect(descriptionLess(shape)).toBe(descriptionLess(calm));
    // Nothing changes: the text is on the page, or the losses say that it is not.
    const all = everything(page).replace(/[ \t\n]+/gu, ' ');
    if (!unseen(name)) expect(all.includes(collapsed(text))).toBe(true);
    else if (name !== 'slug') expect(htmlLosses(article).length).toBeGreaterThan(0);
    // What is written is text: well-formed, NFC, LF, no control characters.
    expect(page.isWellFormed()).toBe(true);
    expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/u);
    expect(page.startsWith('<!DOCTYPE html>\n')).toBe(true);
    // And parses to the same once more.
    if (visible) expect(serialize(parse(serialize(parse(page))))).toBe(serialize(parse(page)));
  });
});
