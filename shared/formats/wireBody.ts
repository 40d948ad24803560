import type { Node } from 'prosemirror-model';
import { isBlank } from '../article/blank.ts';
import { textOf } from '../article/block.ts';
import { relatedLabel } from '../article/blocks/relatedLink.ts';
import { columnsOf, padded } from './columns.ts';

/** How the texts of an article are said: as they are, or in ASCII. */
export type Say = (text: string) => string;

/** As they are. */
export const asIs: Say = (text) => text;

/** A paragraph of a wire copy, as lines; aligned columns are never broken. */
export interface WireParagraph {
  readonly text: string;
  readonly isAligned: boolean;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
const lineOf = (node: Node, name: string): string => oneLine(textOf(node.attrs, name));

// Blocks that are more than their texts one after the other, as paragraphs.
const writers: Readonly<Record<string, (node: Node, say: Say) => readonly string[]>> = {
  bulletList: (node, say) => items(node, say, () => '- '),
  orderedList: (node, say) => items(node, say, (at) => `${Number(node.attrs['start']) + at}. `),
  pullQuote: (node) => {
    const [words = '', who = ''] = node.children.map(wireInline);
    return [[words === '' ? '' : `“${words}”`, who].filter((part) => part !== '').join(' — ')];
  },
  figure: (node) => {
    const [caption = '', credit = ''] = node.children.map(wireInline);
    const about = caption === '' && node.attrs['decorative'] !== true ? lineOf(node, 'alt') : caption;
    const told = [about, credit === '' ? '' : `(${credit})`].filter((part) => part !== '').join(' ');
    return [told === '' ? '[PHOTO]' : `[PHOTO: ${told}]`];
  },
  table: (node, say) => {
    const caption = lineOf(node, 'caption');
    return [[...(caption === '' ? [] : [caption]), ...rowsOf(node, say)].join('\n')];
  },
  relatedLink: (node) => [
    `${oneLine(relatedLabel(node))}: ${withAddress(wireInline(node), textOf(node.attrs, 'href'))}`,
  ],
  embed: (node) => [withAddress(wireInline(node), textOf(node.attrs, 'href'))],
  correction: (node) => {
    const date = textOf(node.attrs, 'date');
    return [`CORRECTION${date === '' ? '' : ` (${date})`}: ${wireInline(node)}`];
  },
  rule: () => ['* * *'],
};

const withAddress = (text: string, href: string): string =>
  href === '' ? text : text === '' || text === href ? `<${href}>` : `${text} <${href}>`;

// A textblock's words with those that its `toDOM` sets around them, such as a label.
function wordsOf(spec: unknown, node: Node): string {
  if (spec === 0) return wireInline(node);
  if (!Array.isArray(spec)) return typeof spec === 'string' ? spec : '';
  return spec
    .slice(1)
    .map((part) => wordsOf(part, node))
    .join('');
}

/** A textblock's words on one line, breaks as line feeds: a link's address follows the last of its words. */
export function wireInline(node: Node): string {
  const { children } = node;
  const hrefOf = (child: Node | undefined): string =>
    textOf(child?.marks.find((mark) => mark.type.name === 'link')?.attrs ?? {}, 'href');
  // Neighbours with the same address are one link.
  const parts = children.map((child, at) => {
    const text = child.isText ? (child.text ?? '').replace(/[ \t\n]+/gu, ' ') : '\n';
    const href = hrefOf(child);
    if (href === '' || href === hrefOf(children[at + 1]) || text.trim() === href) return text;
    return `${text.trimEnd()} <${href.replace(/^(?:mailto|tel):/u, '')}>${/\s*$/u.exec(text)?.[0] ?? ''}`;
  });
  return parts
    .join('')
    .replace(/[ \t]*\n[ \t]*/gu, '\n')
    .trim();
}

const items = (list: Node, say: Say, marker: (at: number) => string): readonly string[] => [
  list.children
    .filter((item) => !isBlank(item))
    .map((item, at) => {
      const mark = marker(at);
      const lines = item.children
        .flatMap((child) => textsOf(child, say))
        .join('\n')
        .split('\n');
      return lines.map((line, row) => `${row === 0 ? mark : ' '.repeat(mark.length)}${line}`).join('\n');
    })
    .join('\n'),
];

function rowsOf(table: Node, say: Say): readonly string[] {
  const rows = table.children.map((row) =>
    row.children.map((cell) =>
      say(
        cell.children
          .flatMap((child) => textsOf(child, say))
          .join(' ')
          .replaceAll('\n', ' '),
      ),
    ),
  );
  const count = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(...rows.map((row) => columnsOf(row[at] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, at) => padded(cell, widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function textsOf(node: Node, say: Say): readonly string[] {
  if (isBlank(node)) return [];
  const write = writers[node.type.name];
  if (write !== undefined) return write(node, say);
  return node.isTextblock
    ? [wordsOf(node.type.spec.toDOM?.(node), node)]
    : node.children.flatMap((child) => textsOf(child, say));
}

/** A node as paragraphs of a wire copy; a block that says nothing has none. */
export const wireParagraphs = (node: Node, say: Say): readonly WireParagraph[] =>
  textsOf(node, say)
    .map((text) => ({ text: say(text), isAligned: node.type.name === 'table' }))
    .filter(({ text }) => text !== '');
