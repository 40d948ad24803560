import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { isBlank } from '../article/blank.ts';
import { textOf } from '../article/block.ts';
import { headerText } from '../article/text.ts';
import { readText, type TextReading } from '../importing/readText.ts';
import type { ReadBlock } from '../importing/textBlocks.ts';
import { cleanText } from './escape.ts';
import type { Loss } from './format.ts';
import { wireInline, type Say } from './wireBody.ts';
import { wireCopy, wireOrder, type Wire } from './wireCopy.ts';

/** What wire copy calls a block that it has signs or lines for: one of them, and several. */
const names: Readonly<Record<string, readonly [one: string, several: string]>> = {
  paragraph: ['paragraph', 'paragraphs'],
  heading: ['crosshead', 'crossheads'],
  bulletList: ['list', 'lists'],
  orderedList: ['numbered list', 'numbered lists'],
  relatedLink: ['related link', 'related links'],
  correction: ['correction', 'corrections'],
  editorsNote: ['editor’s note', 'editor’s notes'],
  figure: ['picture still to come', 'pictures still to come'],
  rule: ['rule', 'rules'],
};

// All other blocks are ordinary paragraphs, columns or lines: losses of their own.
const hasWireForm = (node: Node): boolean =>
  node.type.name in names && (node.type.name !== 'figure' || node.attrs['src'] === '');

const shown = (text: string, say: Say): string =>
  cleanText(say(text))
    .replaceAll(/[ \t]+/gu, ' ')
    .trim();

// What a reader could tell one block from another by, as a text to compare; type and links are losses of their own.
function outline(node: Node, say: Say): unknown {
  const { level: _, src: __, articleId: ___, ...attrs } = node.attrs;
  const said = Object.entries(attrs).map(([, value]) =>
    typeof value === 'string' ? shown(value, say) : value,
  );
  if (node.isTextblock) return [node.type.name, said, shown(wireInline(node), say)];
  return [
    node.type.name,
    said,
    node.children.filter((child) => !isBlank(child)).map((child) => outline(child, say)),
  ];
}

const isSame = (one: Node, other: Node, say: Say): boolean =>
  JSON.stringify(outline(one, say)) === JSON.stringify(outline(other, say));

const withArticle = (name: string): string => `${/^[aeiou]/u.test(name) ? 'an' : 'a'} ${name}`;

// What became of a block, given what was read from its lines; '' where it came back.
function fateOf(
  node: Node,
  reads: readonly ReadBlock[],
  isInside: (block: ReadBlock) => boolean,
  say: Say,
): string {
  const [first, ...others] = reads;
  if (first === undefined) return 'is taken for a line of the head, or a note for the desk';
  if (!reads.every(isInside)) return 'is read together with what stands beside it';
  const { name } = first.node.type;
  const [one, several] = names[name] ?? ['block', 'blocks'];
  if (others.length > 0)
    return `is read as several ${others.every((each) => each.node.type.name === name) ? several : 'blocks'}`;
  if (name !== node.type.name) return `is read as ${withArticle(one)}`;
  return isSame(node, first.node, say) ? '' : 'does not come back as it was';
}

function* ofHead(
  { body, slug, slugline, embargo }: Article,
  { head, envelope }: TextReading,
  say: Say,
): Generator<Loss> {
  const fields = { kicker: 'Kicker', headline: 'Headline', byline: 'Byline' } as const;
  const isOther = (text: string, read: string): boolean =>
    shown(text, say).replaceAll(/\s+/gu, ' ') !== shown(read, say).replaceAll(/\s+/gu, ' ');
  const instead = 'cannot be told from the other lines of the head';
  for (const name of ['kicker', 'headline', 'byline'] as const)
    if (isOther(headerText(body, name), head[name])) yield { what: fields[name], instead, count: 1 };
  if (isOther(headerText(body, 'dateline'), head.dateline))
    yield { what: 'Dateline', instead: 'cannot be told from the text of the first paragraph', count: 1 };
  // One line stands for both.
  const wanted = slugline ?? slug ?? '';
  if (isOther(wanted, textOf(envelope, 'slugline') || textOf(envelope, 'slug')))
    yield { what: 'Slug or slugline', instead, count: 1 };
  if ((embargo ?? '') !== (envelope.embargo ?? '')) yield { what: 'Embargo', instead, count: 1 };
}

/** What of an article's head and blocks a reader of its wire copy would take for something else: our own, as it reads them. */
export function misread(article: Article, wire: Wire): readonly Loss[] {
  const { text, places } = wireCopy(article, wire);
  const reading = readText(text);
  const counts = new Map<string, Loss>();
  const add = ({ what, instead, count }: Loss): void => {
    const key = `${what} ${instead}`;
    counts.set(key, { what, instead, count: count + (counts.get(key)?.count ?? 0) });
  };
  const readAt = new Map(
    reading.blocks.flatMap((block) => block.from.map(({ line }) => [line, block] as const)),
  );
  for (const loss of ofHead(article, reading, wire.say)) add(loss);
  for (const { node, index } of wireOrder(article.body)) {
    if (!hasWireForm(node)) continue;
    const { from, to } = places.get(index) ?? { from: 0, to: -1 };
    const reads = new Set<ReadBlock>();
    for (let line = from; line <= to; line += 1) {
      const block = readAt.get(line);
      if (block !== undefined) reads.add(block);
    }
    const isInside = (block: ReadBlock): boolean =>
      block.from.every(({ line }) => line >= from && line <= to);
    const instead = fateOf(node, [...reads], isInside, wire.say);
    const [name = ''] = names[node.type.name] ?? [];
    if (instead !== '') add({ what: `${name.charAt(0).toUpperCase()}${name.slice(1)}`, instead, count: 1 });
  }
  if (!reading.decisions.some((one) => one.class === 'wire'))
    add({ what: 'ENDS', instead: 'is read as a line of the text', count: 1 });
  return [...counts.values()];
}
