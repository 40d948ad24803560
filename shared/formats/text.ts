import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { textOf } from '../article/block.ts';
import { isBlank } from '../article/blank.ts';
import { bodyBlocks, headerText } from '../article/text.ts';
import { cleanText } from './escape.ts';
import type { Format } from './format.ts';
import { lossesBy, type LossRule } from './losses.ts';

// Blocks that are more than their texts one after the other, as paragraphs.
const writers: Readonly<Record<string, (node: Node) => readonly string[]>> = {
  bulletList: (node) => items(node, () => '- '),
  orderedList: (node) => items(node, (at) => `${Number(node.attrs['start']) + at}. `),
  pullQuote: (node) => {
    const [words = '', who = ''] = node.children.map(inline);
    return [[words === '' ? '' : `“${words}”`, who].filter((part) => part !== '').join(' — ')];
  },
  figure: (node) => {
    const [caption = '', credit = ''] = node.children.map(inline);
    const about = caption === '' && node.attrs['decorative'] !== true ? textOf(node.attrs, 'alt') : caption;
    const told = [about, credit === '' ? '' : `(${credit})`].filter((part) => part !== '').join(' ');
    return [told === '' ? '[PHOTO]' : `[PHOTO: ${told}]`];
  },
  table: (node) => {
    const caption = textOf(node.attrs, 'caption').trim();
    return [[...(caption === '' ? [] : [caption]), ...columns(node)].join('\n')];
  },
  relatedLink: (node) => [
    `${textOf(node.attrs, 'label')}: ${withAddress(inline(node), textOf(node.attrs, 'href'))}`,
  ],
  embed: (node) => [withAddress(inline(node), textOf(node.attrs, 'href'))],
  correction: (node) => {
    const date = textOf(node.attrs, 'date');
    return [`CORRECTION${date === '' ? '' : ` (${date})`}: ${inline(node)}`];
  },
  rule: () => ['* * *'],
};

const withAddress = (text: string, href: string): string =>
  href === '' ? text : text === '' || text === href ? `<${href}>` : `${text} <${href}>`;

/** A node as paragraphs of text; a block that says nothing has none. */
function paragraphsOf(node: Node): readonly string[] {
  if (isBlank(node)) return [];
  const write = writers[node.type.name];
  if (write !== undefined) return write(node);
  return node.isTextblock
    ? [wordsOf(node.type.spec.toDOM?.(node), node)]
    : node.children.flatMap(paragraphsOf);
}

// A textblock's words with those that its `toDOM` sets around them, such as a label.
function wordsOf(spec: unknown, node: Node): string {
  if (spec === 0) return inline(node);
  if (!Array.isArray(spec)) return typeof spec === 'string' ? spec : '';
  return spec
    .slice(1)
    .map((part) => wordsOf(part, node))
    .join('');
}

// A link's address follows the last of its words; neighbours with the same address are one link.
function inline(node: Node): string {
  const { children } = node;
  const hrefOf = (child: Node | undefined): string =>
    textOf(child?.marks.find((mark) => mark.type.name === 'link')?.attrs ?? {}, 'href');
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

const items = (list: Node, marker: (at: number) => string): readonly string[] => [
  list.children
    .map((item, at) => {
      const mark = marker(at);
      const lines = item.children.flatMap(paragraphsOf).join('\n').split('\n');
      return lines.map((line, row) => `${row === 0 ? mark : ' '.repeat(mark.length)}${line}`).join('\n');
    })
    .join('\n'),
];

function columns(table: Node): readonly string[] {
  const rows = table.children.map((row) =>
    row.children.map((cell) => cell.children.flatMap(paragraphsOf).join(' ').replaceAll('\n', ' ')),
  );
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function render(article: Article): string {
  const { body, embargo } = article;
  const [kicker, headline, byline, dateline] = (['kicker', 'headline', 'byline', 'dateline'] as const).map(
    (name) => headerText(body, name),
  );
  const head = [
    embargo === undefined ? '' : `EMBARGOED UNTIL ${embargo}`,
    article.slugline ?? article.slug ?? '',
    [kicker, headline].filter((part) => part !== '').join(' | '),
    byline ?? '',
  ].filter((line) => line !== '');
  const blocks = bodyBlocks(body).map(({ node }) => node);
  const isCorrection = (node: Node): boolean => node.type.name === 'correction';
  const [first = '', ...rest] = blocks.filter((node) => !isCorrection(node)).flatMap(paragraphsOf);
  const startsWithText = blocks.find((node) => !isBlank(node))?.type.name === 'paragraph';
  const lead = startsWithText
    ? [[dateline, first].filter((part) => part !== '').join(' ')]
    : [dateline ?? '', first];
  const text = [
    head.join('\n'),
    ...lead,
    ...rest,
    ...blocks.filter(isCorrection).flatMap(paragraphsOf),
    'ENDS',
  ].filter((paragraph) => paragraph !== '');
  const lines = cleanText(text.join('\n\n')).split('\n');
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

const rules: readonly LossRule[] = [
  {
    what: 'Standfirst',
    instead: 'is left out',
    inNode: (node) => (node.type.name === 'standfirst' ? 1 : 0),
  },
  {
    what: 'Note to editors',
    instead: 'is left out',
    inArticle: ({ edNote }) => edNote !== undefined && edNote !== '',
  },
  {
    what: 'Dates, section, keywords, rights and other metadata',
    instead: 'are left out',
    inArticle: ({ published, section, keywords, rights, expires, headlines, genre }) =>
      [published, section, keywords, rights, expires, headlines, genre].some((value) => value !== undefined),
  },
  {
    what: 'Bold, italic and other type',
    instead: 'is plain text',
    inNode: (node, parent) =>
      node.isText &&
      parent?.type.name !== 'standfirst' &&
      node.marks.some((mark) => mark.type.name !== 'link')
        ? 1
        : 0,
  },
  {
    what: 'Picture',
    instead: 'is a line with its caption and credit',
    inNode: (node) => (node.type.name === 'figure' ? 1 : 0),
  },
  {
    what: 'Crosshead, quote or fact box',
    instead: 'is ordinary paragraphs',
    inNode: (node) => (['heading', 'quote', 'factBox'].includes(node.type.name) ? 1 : 0),
  },
];

/** Plain-text wire copy (`formats.md` T1–T3): no markup, one blank line between paragraphs, ENDS. */
export const text: Format = {
  id: 'text',
  label: 'Plain text',
  family: 'Plain text',
  extension: 'txt',
  render,
  losses: (article) => lossesBy(rules, article),
};
