import type { Node } from 'prosemirror-model';
import type { Article } from '../../shared/article/article.ts';
import { isBlank } from '../../shared/article/blank.ts';
import { textOf } from '../../shared/article/block.ts';
import { relatedLabel } from '../../shared/article/blocks/relatedLink.ts';
import { labelRuns } from '../../shared/article/labelRuns.ts';
import { schema as s } from '../../shared/article/schema.ts';
import { bodyBlocks, headerText } from '../../shared/article/text.ts';
import { cleanText } from '../../shared/formats/escape.ts';
import type { Format } from '../../shared/formats/format.ts';
import { withLabelledBlocks } from '../../shared/importing/labelledBlocks.ts';

/** The blocks of an article that a format writes. */
export const shown = (article: Article): readonly Node[] =>
  bodyBlocks(article.body)
    .map(({ node }) => node)
    .filter((node) => !isBlank(node));

const paragraph = (...content: Node[]) =>
  s.node(
    'paragraph',
    null,
    content.filter((one) => one.text !== ''),
  );
const strong = (text: string) => s.text(text || ' ', [s.mark('strong')]);
const linked = (text: string, href: string) => {
  const words = text.trim() === '' ? href || ' ' : text;
  return href === '' ? s.text(words) : s.text(words, [s.mark('link', { href })]);
};

/** What a block becomes by a loss, given its name in the list; the block itself if that loss is not listed. */
function reduced(node: Node, lost: (what: string) => boolean): readonly Node[] {
  const href = textOf(node.attrs, 'href');
  if (node.type.name === 'factBox' && lost('Fact box')) {
    const [title, ...inside] = node.children;
    const name = title?.textContent.trim() ?? '';
    return [...(name === '' ? [] : [paragraph(strong(name))]), ...inside];
  }
  if (node.type.name === 'embed' && lost('Embed')) return [paragraph(linked(node.textContent, href))];
  if (node.type.name === 'pullQuote' && lost('Pull quote without words') && isBlank(node.child(0)))
    return [paragraph(s.text(node.child(1).textContent))];
  if (node.type.name === 'figure' && lost('Size of a picture'))
    return [s.node('figure', { ...node.attrs, width: null, height: null }, node.children)];
  return [node];
}

const known = (node: Node) =>
  relatedLabel(node) === 'Read Also' || (relatedLabel(node) === 'Mehr' && textOf(node.attrs, 'href') !== '');

/** Related links whose label is the writer's own, in place and at the end: an end list is read back from its tail. */
function withOwnLabels(blocks: readonly Node[]): readonly Node[] {
  let end = blocks.length;
  while (blocks[end - 1]?.type.name === 'relatedLink') end -= 1;
  const inPlace = blocks
    .slice(0, end)
    .map((node) =>
      node.type.name !== 'relatedLink' || known(node)
        ? node
        : paragraph(
            strong(`${relatedLabel(node)}:`),
            s.text(' '),
            linked(node.textContent, textOf(node.attrs, 'href')),
          ),
    );
  const runs = labelRuns(blocks.slice(end), relatedLabel);
  const last = runs.findLastIndex(({ items }) => !items.every(known));
  return [
    ...inPlace,
    ...runs.flatMap(({ label, items }, at) =>
      at > last
        ? items
        : [
            s.node('heading', { level: 2 }, [s.text(label)]),
            s.node(
              'bulletList',
              null,
              items.map((node) =>
                s.node('listItem', null, [paragraph(linked(node.textContent, textOf(node.attrs, 'href')))]),
              ),
            ),
          ],
    ),
  ];
}

/** An article's dateline and blocks less what the format says that it loses. */
export function lessFragment(format: Format, article: Article) {
  const names = format.losses(article).map(({ what }) => what);
  const lost = (what: string) => names.includes(what);
  const dateline = cleanText(headerText(article.body, 'dateline'));
  let blocks = shown(article);
  if (lost('Text that reads like a label or a credit')) {
    const end = blocks.findLastIndex(({ type }) => type.name !== 'relatedLink') + 1;
    blocks = [...withLabelledBlocks(blocks.slice(0, end)), ...blocks.slice(end)];
  }
  if (lost('Related link with a label of your own')) blocks = withOwnLabels(blocks);
  blocks = blocks.flatMap((node) => reduced(node, lost)).filter((node) => !isBlank(node));
  if (dateline === '' || !lost('Dateline')) return { dateline, blocks };
  const [first, ...rest] = blocks;
  return {
    dateline: '',
    blocks:
      shown(article)[0]?.type.name === 'paragraph' && first !== undefined
        ? [first.copy(first.content.addToStart(s.text(`${dateline} `))), ...rest]
        : [paragraph(s.text(dateline)), ...blocks],
  };
}
