import type { Node } from 'prosemirror-model';
import { bodyBlocks, headerText, plainText } from '../article/text.ts';
import { headerFields } from '../article/header.ts';
import { schema } from '../article/schema.ts';
import { isByline } from './byline.ts';
import { readHead, splitTitle } from './head.ts';
import { withDatelineOut, withLabelledBlocks } from './labelledBlocks.ts';
import type { Decision } from './receipt.ts';
import { readRelated } from './related.ts';

type Fields = Record<(typeof headerFields)[number]['name'], readonly Node[]>;

const inline = (text: string): readonly Node[] => (text === '' ? [] : [schema.text(text)]);

// A field holds text: what has a mark that means more than weight stays a paragraph.
const meaning = ['superscript', 'subscript', 'strike', 'link'];
const isLine = (node: Node): boolean =>
  (node.type.name === 'paragraph' || node.type.name === 'heading') &&
  node.children.every(({ marks }) => marks.every(({ type }) => !meaning.includes(type.name)));

const linkIn = (node: Node): string => {
  let found = '';
  node.descendants(({ marks }) => {
    const href: unknown = marks.find(({ type }) => type.name === 'link')?.attrs['href'];
    if (typeof href === 'string' && found === '') found = href;
  });
  return found;
};

/** Blocks with "Read Also: A title", without bold, as the related link that it is: as in plain text, a line of its own. */
export function withRelatedLines(nodes: readonly Node[]): readonly Node[] {
  return nodes.map((node) => {
    const related = node.type.name === 'paragraph' ? readRelated(plainText(node)) : null;
    if (related === null) return node;
    const href = related.href === '' ? linkIn(node) : related.href;
    return schema.node('relatedLink', { label: related.label, href }, inline(related.title));
  });
}

// Title, standfirst and byline of a document that has no styles for them, by the rules for plain text.
function liftTop(blocks: readonly Node[], fields: Fields, decisions: Decision[]): readonly Node[] {
  const [first, ...rest] = blocks;
  if (first === undefined || plainText(first) === '') return blocks;
  if (fields.headline.length > 0) {
    const text = plainText(first);
    if (fields.byline.length > 0 || !isLine(first) || !isByline(text)) return blocks;
    fields.byline = inline(text);
    decisions.push({ kind: 'lifted', what: 'Byline', text });
    return rest;
  }
  if (first.type.name === 'heading' && isLine(first)) {
    const { kicker, headline } = splitTitle(plainText(first));
    if (fields.kicker.length === 0) fields.kicker = inline(kicker);
    fields.headline = inline(headline);
    decisions.push({ kind: 'lifted', what: 'Headline', text: headline });
    return liftTop(rest, fields, decisions);
  }
  const head = readHead(
    blocks.map((node, at) => ({ text: plainText(node), line: at + 1, lines: 1, indent: 0, alone: true })),
  );
  const taken = blocks.length - head.rest.length;
  if (taken === 0 || !blocks.slice(0, taken).every(isLine)) return blocks;
  for (const name of ['kicker', 'headline', 'standfirst', 'byline'] as const)
    if (head[name] !== '' && fields[name].length === 0) fields[name] = inline(head[name]);
  decisions.push(...head.decisions.map(({ kind, what, text }) => ({ kind, what, text })));
  return blocks.slice(taken);
}

/**
 * A body with what stands at its top in the fields for it, and with labelled paragraphs as the blocks that they stand
 * for: headline, standfirst, byline and dateline where they are certain, "Read Also" where it is a line of its own.
 */
export function liftHead(body: Node): { readonly body: Node; readonly decisions: readonly Decision[] } {
  const decisions: Decision[] = [];
  const fields = { kicker: [], headline: [], standfirst: [], byline: [], dateline: [] } as Fields;
  for (const { name } of headerFields) {
    fields[name] = body.children.find(({ type }) => type.name === name)?.children ?? [];
    const text = headerText(body, name);
    const what = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    if (text !== '') decisions.push({ kind: 'lifted', what, text });
  }
  const top = liftTop(
    bodyBlocks(body).map(({ node }) => node),
    fields,
    decisions,
  );
  const { dateline, blocks } =
    fields.dateline.length > 0 ? { dateline: '', blocks: top } : withDatelineOut(top);
  if (dateline !== '') {
    fields.dateline = inline(dateline);
    decisions.push({ kind: 'lifted', what: 'Dateline', text: dateline });
  }
  const read = withRelatedLines(withLabelledBlocks(blocks));
  for (const node of read) {
    if (node.type.name === 'relatedLink' && !blocks.includes(node))
      decisions.push({ kind: 'typed', what: 'Related link', text: plainText(node) });
  }
  const made = schema.node('doc', null, [
    ...headerFields.map(({ name }) => schema.node(name, null, fields[name])),
    ...(read.length === 0 ? [schema.node('paragraph')] : read),
  ]);
  made.check();
  return { body: made, decisions };
}
